import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWholeSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import { PlaceIndex } from '../place-matching.ts';
import { proposeMapping } from './column-mapping.ts';
import { RowJudge } from './judge-rows.ts';
import { RowReader } from './read-rows.ts';
import { chooseMainSheet, dataRows, findTable } from './table-shape.ts';

const folder = new URL('../../../../../shared/data/umkm-balikpapan/', import.meta.url).pathname;
const present = existsSync(folder);
const files = present
  ? readdirSync(folder).filter((name) => !name.startsWith('truth'))
  : ['(none)'];

describe('the real directory of a city, in its eight versions', () => {
  test.runIf(!present)('is skipped: ../shared/data/umkm-balikpapan is not here', () => {
    expect(present).toBe(false);
  });

  test.runIf(present).each(files)(
    '%s is mapped and read',
    async (file) => {
      const sheet = chooseMainSheet(await readWholeSpreadsheet({ path: folder + file }))!;
      const shape = findTable(sheet.rows)!;
      const rows = dataRows(sheet.rows, shape);
      const places = new PlaceIndex([
        { code: '99.01.01', level: 'kecamatan', name: 'Telanaipura', parent: '99.01' },
      ]);
      const { mapping } = proposeMapping(shape, rows, places);
      const titles = Object.fromEntries(
        Object.entries(mapping).map(([field, column]) => [field, shape.columns[column]!.title]),
      );
      expect(titles).toMatchObject({
        name: expect.stringMatching(/PEMILIK|K\. P\./),
        businessName: 'NAMA PERUSAHAAN',
        phone: expect.stringContaining('TELP'),
        address: expect.stringContaining('JALAN'),
        kelurahan: expect.stringContaining('KELURAHAN'),
        kecamatan: expect.stringContaining('KECAMATAN'),
        sector: expect.stringContaining('KOMODITI'),
        turnover: expect.stringContaining('NILAI PRODUKSI'),
      });
      const reader = new RowReader({
        mapping,
        columns: shape.columns,
        places,
        today: '2026-11-22',
      });
      const judge = new RowJudge({ nik: (number) => number, row: (key) => key });
      const judged = reader.read(rows).map((row) => judge.judge(row));
      const count = (outcome: string) => judged.filter((row) => row.outcome === outcome).length;
      expect(judged.length).toBeGreaterThan(1400);
      expect(count('new')).toBeGreaterThan(1350);
      expect(count('repair')).toBeLessThan(10);
      expect(count('review')).toBeLessThan(60);
    },
    60_000,
  );
});
