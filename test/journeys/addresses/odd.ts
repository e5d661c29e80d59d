import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const routesFolder = fileURLToPath(new URL('../../../src/delivery/web/routes', import.meta.url));

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

/** One real address of every pattern among the links. */
export function onePerPattern(links: Iterable<string>): Map<string, string> {
  const reached = new Map<string, string>();
  for (const link of links) {
    const [path = ''] = link.split('?');
    const pattern = patterns.find(({ matches }) => matches.test(path));
    if (pattern && !reached.has(pattern.name) && path !== '/keluar')
      reached.set(pattern.name, link);
  }
  return reached;
}

interface Oddity {
  /** Which part of which address, and what stands in it. */
  readonly what: string;
  readonly path: string;
}

/** The address with each of its changing parts, and what may stand behind it, made odd one after another. */
export function oddly(pattern: string, link: string): Oddity[] {
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
