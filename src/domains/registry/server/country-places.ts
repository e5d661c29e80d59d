import { readFile } from 'node:fs/promises';
import { placeKey } from '../place-matching.ts';
import { capitals } from './region-data.ts';

/** A kabupaten or kota of Indonesia. */
export interface CountryCity {
  /** Kemendagri code, such as `64.71`. */
  readonly code: string;
  /** As people say it: `Kota Balikpapan`. */
  readonly name: string;
}

/**
 * Every kecamatan of the country by name, for telling that a file speaks of another city, and of which. From the package
 * `idn-area-data` (see `region-data.ts`).
 */
export class CountryPlaces {
  readonly #cities = new Map<string, CountryCity>();
  readonly #byKecamatan = new Map<string, Set<string>>();

  constructor(regencies: readonly string[][], districts: readonly string[][]) {
    for (const [code = '', , name = ''] of regencies) {
      this.#cities.set(code, { code, name: capitals(name) });
    }
    for (const [, city = '', name = ''] of districts) {
      const key = placeKey(name);
      this.#byKecamatan.set(key, (this.#byKecamatan.get(key) ?? new Set()).add(city));
    }
  }

  city(code: string): CountryCity | undefined {
    return this.#cities.get(code);
  }

  /** The cities that have a kecamatan of this name. */
  citiesOf(kecamatan: string): readonly CountryCity[] {
    const codes = this.#byKecamatan.get(placeKey(kecamatan)) ?? [];
    return [...codes].flatMap((code) => this.#cities.get(code) ?? []);
  }

  /**
   * The city most of these rows speak of: one whose kecamatan stand in at least two fifths of a column's filled cells,
   * three at the least. Undefined when no column is of that kind.
   */
  cityOfRows(rows: readonly { readonly cells: readonly string[] }[]): CountryCity | undefined {
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    let best: { code: string; votes: number } | undefined;
    for (let column = 0; column < width; column++) {
      const texts = rows.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '');
      const votes = this.#votes(texts);
      const least = Math.max(3, texts.length * 0.4);
      for (const [code, count] of votes) {
        if (count >= least && count > (best?.votes ?? 0)) best = { code, votes: count };
      }
    }
    return best && this.#cities.get(best.code);
  }

  #votes(texts: readonly string[]): Map<string, number> {
    const votes = new Map<string, number>();
    for (const text of texts) {
      if (text.length > 60) continue;
      const codes = this.#byKecamatan.get(placeKey(text)) ?? [];
      for (const code of codes) votes.set(code, (votes.get(code) ?? 0) + 1);
    }
    return votes;
  }
}

let loading: Promise<CountryPlaces> | undefined;

/** Read once and kept: it is the same for every file. */
export function countryPlaces(): Promise<CountryPlaces> {
  loading ??= Promise.all([linesOf('regencies.csv'), linesOf('districts.csv')]).then(
    ([regencies, districts]) => new CountryPlaces(regencies, districts),
  );
  return loading;
}

/** The two files hold no quotes, so a line is split as it stands. */
async function linesOf(file: string): Promise<string[][]> {
  const path = new URL(`../data/${file}`, import.meta.resolve('idn-area-data'));
  const lines = (await readFile(path, 'utf8')).split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.trim().split(','));
}
