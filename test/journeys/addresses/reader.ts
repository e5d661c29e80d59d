import { demoPassword } from '../../../src/demo/demo-users.ts';
import { numbersIn } from './numbers-in.ts';

/** What somebody was sent who asked for an address. */
export interface Seen {
  readonly path: string;
  readonly status: number;
  /** How many NIKs and KKs stand in it in clear. */
  readonly numbers: number;
  readonly links: readonly string[];
}

/** Somebody who is signed in and asks for pages as a browser does, without showing them. */
export class Reader {
  readonly #address: string;
  #cookie = '';

  private constructor(address: string) {
    this.#address = address;
  }

  static async signedIn(address: string, login: string): Promise<Reader> {
    const reader = new Reader(address);
    await reader.#post('/masuk', { login, password: demoPassword });
    const asked = await reader.#get('/masuk/kode');
    // A demo city shows the code of the moment; a real one leaves it on the phone.
    const code = /class="code[^>]*>(\d{6})</.exec(await asked.text())?.[1];
    if (code !== undefined) await reader.#post('/masuk/kode', { code });
    return reader;
  }

  /** Six at a time, as many pages as a page's own browser would ask for. */
  async askAll(paths: readonly string[]): Promise<Seen[]> {
    const seen: Seen[] = [];
    const left = [...paths];
    const next = async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop())
        seen.push(await this.ask(path));
    };
    await Promise.all(Array.from({ length: 6 }, next));
    return seen;
  }

  async ask(path: string): Promise<Seen> {
    const response = await this.#get(path).catch((error: unknown) => {
      throw new Error(`no answer from ${path}`, { cause: error });
    });
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    const numbers = await numbersIn(bytes, type);
    const links = type.startsWith('text/html')
      ? [...bytes.toString().matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href)
      : [];
    return {
      path,
      status: response.status,
      numbers: numbers.length,
      links: links.map((href) => href.replaceAll('&amp;', '&')),
    };
  }

  #get(path: string): Promise<Response> {
    // Packing every answer and unpacking it would be a tenth of the work.
    const headers = { cookie: this.#cookie, 'accept-encoding': 'identity' };
    return fetch(this.#address + path, { redirect: 'manual', headers });
  }

  async #post(path: string, fields: Record<string, string>): Promise<void> {
    const response = await fetch(this.#address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.#address, cookie: this.#cookie },
      body: new URLSearchParams(fields),
    });
    const kept = response.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (kept.length > 0) this.#cookie = kept.join('; ');
  }
}

/** What makes two addresses one kind of page: whose it is, and how a list is narrowed, is set aside. */
export function kindOf(link: string): string {
  const url = new URL(link, 'http://x');
  const path = url.pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > 24 ? '*' : part))
    .join('/');
  return `${path} ${url.searchParams.get('format') ?? ''} ${url.searchParams.get('laporan') ?? ''}`;
}

/** One address of every kind that somebody reaches by following links, with what was read there. */
export async function walk(reader: Reader): Promise<Seen[]> {
  const kinds = new Set<string>();
  const seen: Seen[] = [];
  let step = ['/hari-ini'];
  while (step.length > 0) {
    const found = await reader.askAll(step);
    seen.push(...found);
    step = found
      .flatMap(({ links }) => links)
      .filter((link) => {
        const kind = kindOf(link);
        const known = kinds.has(kind) || /^\/(keluar|preferensi|_app|lapangan)/.test(link);
        kinds.add(kind);
        return !known;
      });
  }
  return seen;
}
