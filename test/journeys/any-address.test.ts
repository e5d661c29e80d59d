import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPassword } from '../../src/demo/demo-users.ts';
import { copyDemoCity } from './copy-demo-city.ts';
import { firstDay } from './first-day.ts';
import { serveOn } from './server.ts';
import type { Served } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-address-'));
let served: Served;

beforeAll(async () => {
  copyDemoCity(join(folder, 'city'));
  served = await serveOn(join(folder, 'city'), firstDay);
});

afterAll(async () => {
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

const routesFolder = fileURLToPath(new URL('../../src/delivery/web/routes', import.meta.url));

/** What people, links cut in half and curious neighbours put into an address. */
const oddValues = [
  '',
  '0',
  '-1',
  '99999999999999999999',
  '2026-02-31',
  '0000-00-00',
  "Bu O'Neil; --",
  '\u0000',
  '😀',
  '01a20382-d611-74d2-ade3-656ae3cdd041',
];
const queryNames = ['q', 'sort', 'page', 'tanggal', 'tahun', 'dari', 'produk', 'kelompok'];
queryNames.push('lembaga', 'jenis', 'per', 'nomor', 'laporan', 'pinjaman', 'format', 'next');

/** Every address of the programme as a pattern, with the places of what changes in it. */
const patterns = readdirSync(routesFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\+(page|server)(\.server)?\.(svelte|ts)$/.test(path))
  .map((path) => path.split(sep).slice(0, -1))
  .map((parts) => parts.filter((part) => !/^\(.*\)$/.test(part)))
  .map((parts) => ({
    name: `/${parts.join('/')}`,
    matches: new RegExp(
      `^/${parts.map((part) => (part.startsWith('[[') ? '?[^/]*' : part.startsWith('[') ? '[^/]+' : part)).join('/')}$`,
    ),
  }));

async function signIn(login: string): Promise<string> {
  const response = await fetch(`${served.address}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: served.address },
    body: new URLSearchParams({ login, password: demoPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Asked {
  readonly path: string;
  readonly status: number;
  readonly links: readonly string[];
}

async function ask(path: string, cookie: string): Promise<Asked> {
  const response = await fetch(served.address + path, {
    redirect: 'manual',
    // Packing every answer and unpacking it would be a tenth of the work.
    headers: { cookie, 'accept-encoding': 'identity' },
  }).catch((error: unknown) => {
    throw new Error(`no answer from ${path}`, { cause: error });
  });
  const type = response.headers.get('content-type') ?? '';
  const text = type.startsWith('text/html')
    ? await response.text()
    : (await response.arrayBuffer(), '');
  const links = [...text.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return { path, status: response.status, links };
}

async function askAll(paths: readonly string[], cookie: string): Promise<Asked[]> {
  const answers: Asked[] = [];
  const left = [...paths];
  const next = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop())
      answers.push(await ask(path, cookie));
  };
  await Promise.all(Array.from({ length: 6 }, next));
  return answers;
}

/** One real address of every kind that somebody reaches by following links. */
async function reach(cookie: string): Promise<Map<string, string>> {
  const reached = new Map<string, string>();
  let step = ['/hari-ini'];
  while (step.length > 0) {
    const found = (await askAll(step, cookie)).flatMap((answer) => answer.links);
    step = [];
    for (const link of found) {
      const [path = ''] = link.split('?');
      const pattern = patterns.find(({ matches }) => matches.test(path));
      if (!pattern || reached.has(pattern.name) || path === '/keluar') continue;
      reached.set(pattern.name, link);
      step.push(link);
    }
  }
  return reached;
}

interface Oddity {
  /** Which part of which address, and what stands in it. */
  readonly what: string;
  readonly path: string;
}

/** The address with each of its changing parts, and what may stand behind it, made odd one after another. */
function oddly(pattern: string, link: string): Oddity[] {
  const url = new URL(link, 'http://x');
  const parts = url.pathname.split('/');
  const changing = pattern
    .split('/')
    .flatMap((part, at) => (part.startsWith('[') && at < parts.length ? [at] : []));
  const names = new Set([...url.searchParams.keys(), ...queryNames]);
  return oddValues.flatMap((odd, turn) => [
    ...changing.map((at) => ({
      what: `${pattern} ${at} ${turn}`,
      path: parts.with(at, encodeURIComponent(odd)).join('/') + url.search,
    })),
    // Each name meets every odd value, spread over the addresses: all with all would take minutes.
    ...[...names]
      .filter((_, at) => (at + turn + pattern.length) % 8 === 0)
      .map((name) => {
        const query = new URLSearchParams(url.search);
        query.set(name, odd);
        return {
          what: `${pattern} ${name} ${turn}`,
          path: `${url.pathname}?${query.toString()}`,
        };
      }),
  ]);
}

const asked = new Set<string>();

/** What nobody asked yet, and of the rest every fourth: odd values are mostly met before it matters who asks. */
function notYetAsked(oddities: readonly Oddity[]): string[] {
  const chosen = oddities.filter(({ what }, at) => !asked.has(what) || at % 4 === 0);
  for (const { what } of chosen) asked.add(what);
  return chosen.map(({ path }) => path);
}

it.each(['petugas', 'koperasi', 'pendamping'])(
  'no address brings down a page, whatever %s puts into it',
  async (login) => {
    const cookie = await signIn(login);
    const reached = await reach(cookie);
    expect(reached.size).toBeGreaterThan(15);
    const odd = notYetAsked([...reached].flatMap(([pattern, link]) => oddly(pattern, link)));
    const down = (await askAll([...reached.values(), ...odd], cookie)).filter(
      (answer) => answer.status >= 500,
    );
    expect(down.map(({ status, path }) => `${status} ${path}`)).toEqual([]);
  },
);
