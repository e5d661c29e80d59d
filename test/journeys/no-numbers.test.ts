import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPassword, demoUsers } from '../../src/demo/demo-users.ts';
import { copyDemoCity } from './copy-demo-city.ts';
import { firstDay } from './first-day.ts';
import { numbersIn } from './numbers-in.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-numbers-'));
let served: Served;

beforeAll(async () => {
  copyDemoCity(join(folder, 'city'));
  served = await serveOn(join(folder, 'city'), firstDay);
});

afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Where a number may stand: a lender is sent whom it is to look up; the template for imports shows an invented one. */
const mayHold = /^\/pembiayaan\/mitra\/berkas\/[^/]+\/(ambil|unduh)$|^\/impor\/templat$/;

/** One account of every role; those of one role see the same pages. */
const logins = [
  ...new Map(demoUsers.map(({ login, roles }) => [roles[0]?.role, login] as const)).values(),
];

async function post(path: string, fields: Record<string, string>, cookie = ''): Promise<string> {
  const response = await fetch(served.address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: served.address, cookie },
    body: new URLSearchParams(fields),
  });
  const kept = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return kept.length > 0 ? kept.join('; ') : cookie;
}

async function signIn(login: string): Promise<string> {
  const cookie = await post('/masuk', { login, password: demoPassword });
  const asked = await fetch(`${served.address}/masuk/kode`, {
    headers: { cookie },
    redirect: 'manual',
  });
  // A demo city shows the code of the moment; a real one leaves it on the phone.
  const code = /class="code[^>]*>(\d{6})</.exec(await asked.text())?.[1];
  return code === undefined ? cookie : post('/masuk/kode', { code }, cookie);
}

interface Seen {
  readonly path: string;
  readonly status: number;
  readonly numbers: number;
  readonly links: readonly string[];
}

async function look(path: string, cookie: string): Promise<Seen> {
  const response = await fetch(served.address + path, { redirect: 'manual', headers: { cookie } });
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

/** What makes two addresses one kind of page: whose it is, and how a list is narrowed, is set aside. */
function kindOf(link: string): string {
  const url = new URL(link, 'http://x');
  const path = url.pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > 24 ? '*' : part))
    .join('/');
  return `${path} ${url.searchParams.get('format') ?? ''} ${url.searchParams.get('laporan') ?? ''}`;
}

/** One address of every kind that somebody reaches by following links, with what was read there. */
async function walk(cookie: string): Promise<Seen[]> {
  const kinds = new Set<string>();
  const seen: Seen[] = [];
  let step = ['/hari-ini'];
  while (step.length > 0) {
    const left = [...step];
    const found: Seen[] = [];
    const next = async () => {
      for (let path = left.pop(); path !== undefined; path = left.pop())
        found.push(await look(path, cookie));
    };
    await Promise.all(Array.from({ length: 6 }, next));
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

it('a number in clear is found in whatever holds one', async () => {
  const found = await Promise.all(
    ['NIK 9971016104800001.', '9971 0161 0480 0001', '997101.610480.0001'].map((said) =>
      numbersIn(Buffer.from(`<p>${said}</p>`), 'text/html'),
    ),
  );
  expect(found.map((one) => one.length)).toEqual([1, 1, 1]);
  const others = 'NIP 999901012001012001, berakhir 0001, 01a20382-9912-74d2-ade3-656ae3cdd041';
  expect(await numbersIn(Buffer.from(others), 'text/html')).toEqual([]);
});

it('no page and no file shows a NIK or KK in clear, whoever follows its links', async () => {
  const read = new Set<string>();
  const showing: string[] = [];
  for (const login of logins) {
    const seen = await walk(await signIn(login));
    const pages = seen.filter(({ status }) => status === 200);
    // Whoever could not sign in would see the sign-in page and little else.
    expect(pages.length, login).toBeGreaterThan(4);
    for (const { path, numbers } of pages) {
      read.add(kindOf(path));
      if (numbers > 0 && !mayHold.test(path.split('?')[0] ?? ''))
        showing.push(`${login} reads ${numbers} in ${path}`);
    }
  }
  expect(showing).toEqual([]);
  expect(read.size).toBeGreaterThan(100);
});
