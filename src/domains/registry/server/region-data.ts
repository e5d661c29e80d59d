import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

/** One region of a city, by Kemendagri code. */
export interface RegionRow {
  readonly code: string;
  readonly level: 'city' | 'kecamatan' | 'kelurahan';
  readonly name: string;
  readonly parentCode: string | null;
}

/**
 * The city, its kecamatan and kelurahan from the package `idn-area-data` (Kepmendagri 300.2.2-2430/2025; code MIT, data
 * ODbL). The files are read as lines: the package itself parses all 83,763 villages of the country each time.
 */
export async function regionsOf(city: string): Promise<RegionRow[]> {
  const [regencies, districts, villages] = await Promise.all([
    linesOf('regencies.csv', `${city},`),
    linesOf('districts.csv', `${city}.`),
    linesOf('villages.csv', `${city}.`),
  ]);
  return [
    ...regencies.map(([code = '', , name = '']) => ({
      code,
      level: 'city' as const,
      name: capitals(name),
      parentCode: null,
    })),
    ...districts.map(([code = '', parent = '', name = '']) => ({
      code,
      level: 'kecamatan' as const,
      name,
      parentCode: parent,
    })),
    ...villages.map(([code = '', parent = '', name = '']) => ({
      code,
      level: 'kelurahan' as const,
      name,
      parentCode: parent,
    })),
  ];
}

async function linesOf(file: string, start: string): Promise<string[][]> {
  const path = new URL(`../data/${file}`, import.meta.resolve('idn-area-data'));
  const text = await readFile(path, 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith(start));
  return parse(lines.join('\n'), { relax_column_count: true, trim: true });
}

/** `KOTA JAMBI` → `Kota Jambi`. */
export function capitals(name: string): string {
  return name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}
