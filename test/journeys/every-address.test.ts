import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoUsers } from '../../src/demo/demo-users.ts';
import { numbersIn } from './addresses/numbers-in.ts';
import { oddly, onePerPattern } from './addresses/odd.ts';
import { kindOf, Reader, walk } from './addresses/reader.ts';
import type { Seen } from './addresses/reader.ts';
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

/** One account of every role; a lender that keeps its books here sees other pages than one that sends files. */
const logins = [
  ...new Map(
    demoUsers
      .map(({ login, roles: [first] }) => ({ login, first }))
      .toReversed()
      .map(({ login, first }) => [`${first?.role} ${first?.institution === 'koperasi'}`, login]),
  ).values(),
].toReversed();

/** Where a number may stand: a lender is sent whom it is to look up; templates of files show invented ones. */
const mayHold =
  /^\/pembiayaan\/mitra\/(berkas\/[^/]+\/(ambil|unduh)|templat\/[^/]+(\/contoh)?)$|^\/impor\/templat$/;

const read = new Set<string>();
const oddBefore = new Set<string>();

const down = (answers: readonly Seen[]) =>
  answers.filter(({ status }) => status >= 500).map(({ status, path }) => `${status} ${path}`);

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

describe.each(logins)('what %s reaches by following links', (login) => {
  let reader: Reader;
  let seen: readonly Seen[] = [];

  beforeAll(async () => {
    reader = await Reader.signedIn(served.address, login);
    seen = await walk(reader);
  });

  it('is there', () => {
    expect(down(seen)).toEqual([]);
    // Whoever could not sign in would see the sign-in page and little else.
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThan(4);
  });

  it('shows no NIK or KK in clear, on no page and in no file', () => {
    const pages = seen.filter(({ status }) => status === 200);
    for (const { path } of pages) read.add(kindOf(path));
    const showing = pages.filter(
      ({ numbers, path }) => numbers > 0 && !mayHold.test(path.split('?')[0] ?? ''),
    );
    expect(showing.map(({ numbers, path }) => `${numbers} in ${path}`)).toEqual([]);
  });

  it.runIf(['petugas', 'koperasi', 'pendamping'].includes(login))(
    'is not brought down by odd values in its addresses',
    async () => {
      const links = new Set(seen.flatMap((one) => one.links));
      const reached = [...onePerPattern(links)];
      expect(reached.length).toBeGreaterThan(15);
      const odd = reached.flatMap(([pattern, link]) => oddly(pattern, link));
      // Of what one asked the next asks a quarter: odd values are mostly met before it matters who asks.
      const chosen = odd.filter(({ what }, at) => !oddBefore.has(what) || at % 4 === 0);
      for (const { what } of chosen) oddBefore.add(what);
      expect(down(await reader.askAll(chosen.map(({ path }) => path)))).toEqual([]);
    },
  );
});

it('together they have read the whole programme', () => {
  expect(read.size).toBeGreaterThan(100);
});
