import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { readLinkMap, readThreshold } from '../../linkage/link-map.ts';
import { linkFile } from './link-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'naik-link-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const map = readLinkMap(
  '{"id": "id", "fields": [{"column": "nama", "as": "full-name"}, {"column": "lahir", "as": "birth-date"}]}',
);

async function linked(content: string | Buffer) {
  const file = join(folder, 'list.csv');
  writeFileSync(file, content);
  const { ids, clusters } = await linkFile(file, map, { threshold: null, now: () => 0 });
  return ids.map((id, row) => [id, clusters[row]]);
}

const list = (end: string, delimiter: string) =>
  [
    ['id', 'nama', 'lahir'],
    ['1', 'Siti Aminah', '17/08/1985'],
    ['2', '"Hj. Siti\nAminah"', '1985-08-17'],
    ['3', 'Renée', '1990-01-01'],
    ['3', 'Budi', ''],
  ]
    .map((cells) => cells.join(delimiter))
    .join(end);
const expected = [
  ['1', 1],
  ['2', 1],
  ['3', 2],
  ['3', 3],
];

describe('a list in whatever way it was saved', () => {
  it('reads CRLF, a mark at the start, semicolons, tabs and spaces after commas', async () => {
    expect(await linked(list('\n', ','))).toEqual(expected);
    expect(await linked(`\uFEFF${list('\r\n', ';')}\r\n\r\n`)).toEqual(expected);
    expect(await linked(list('\r', '\t'))).toEqual(expected);
    expect(await linked(list('\n', ', '))).toEqual(expected);
  });

  it('reads Windows-1252, also with a mark it should not have, and UTF-16', async () => {
    expect(await linked(Buffer.from(list('\r\n', ';'), 'latin1'))).toEqual(expected);
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(list('\n', ';'), 'latin1'),
    ]);
    expect(await linked(marked)).toEqual(expected);
    expect(await linked(Buffer.from(`\uFEFF${list('\n', ',')}`, 'utf16le'))).toEqual(expected);
  });

  it('keeps every record, also those that say nothing', async () => {
    expect(await linked('id,nama,lahir\n7,,\n8,-,\n9')).toEqual([
      ['7', 1],
      ['8', 2],
      ['9', 3],
    ]);
    expect(await linked('id,nama,lahir\n')).toEqual([]);
  });
});

describe('what is refused', () => {
  it('an empty file, one that is not there, a column that is missing', async () => {
    expect(await refusedAs(linked(''))).toBe('registry.link-file-empty');
    expect(await refusedAs(linked('id;nama\n1;Siti'))).toBe('registry.link-missing-column');
    const nowhere = linkFile(join(folder, 'none.csv'), map, { threshold: null, now: () => 0 });
    expect(await refusedAs(nowhere)).toBe('registry.link-file-unreadable');
  });

  it('a map of another form, an unknown kind, a threshold that is no probability', async () => {
    const refused = (work: () => unknown) => refusedAs(Promise.resolve().then(work));
    expect(await refused(() => readLinkMap('{'))).toBe('registry.link-map-unreadable');
    expect(await refused(() => readLinkMap('{"id": "x"}'))).toBe('registry.link-map-unreadable');
    const unknown = '{"id": "x", "fields": [{"column": "a", "as": "nama"}]}';
    expect(await refused(() => readLinkMap(unknown))).toBe('registry.link-unknown-kind');
    for (const given of ['2', '-0.1', 'x', ''])
      expect(await refused(() => readThreshold(given))).toBe(
        'registry.link-threshold-out-of-range',
      );
    expect(readThreshold('0,9')).toBe(0.9);
  });
});
