import { numbersIn } from '#domains/access/server/index.ts';
import { basename } from 'node:path';
import { businessDateOf } from '#kernel/date.ts';
import type { SourceSheet } from '#domains/registry/import/table-shape.ts';
import {
  countryPlaces,
  placesOf,
  placesOfCity,
  tryImport,
  type ImportTrial,
} from '#domains/registry/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import { loadSpreadsheetFile } from '#platform/files/spreadsheet/load-file.ts';
import type { App } from '../../app.ts';
import { UsageProblem } from './cli-command.ts';

/** Whose places the file was read with, and how that was known. */
export interface TrialCity {
  /** Kemendagri code. */
  readonly code: string;
  readonly name: string;
  /** `installation` where the file speaks of this city or of no other one that could be told. */
  readonly chosenBy: 'option' | 'file' | 'installation';
  /** Whether this installation keeps that city; if not, nobody could be matched. */
  readonly founded: boolean;
}

export interface ImportTrialAnswer extends ImportTrial {
  readonly file: string;
  readonly dryRun: true;
  readonly city: TrialCity;
}

export interface TrialWish {
  readonly path: string;
  readonly sheet: string | undefined;
  /** Kemendagri code of the city whose places and people are meant. */
  readonly city: string | undefined;
}

/**
 * Tries a file without keeping anything of it. A file whose kecamatan are those of another city is read with that city's
 * places, so that its figures mean something; the answer says so.
 */
export async function tryFile(app: App, wish: TrialWish): Promise<ImportTrialAnswer> {
  const bytes = await loadSpreadsheetFile(wish.path);
  let city: TrialCity | undefined;
  const tools = {
    today: businessDateOf(app.now(), app.cities()[0]?.zone ?? 'Asia/Jakarta'),
    async cityFor(sheets: readonly SourceSheet[]) {
      const chosen = await chooseCity(app, wish.city, sheets);
      city = chosen;
      if (!chosen.founded)
        return {
          places: await placesOfCity(chosen.code),
          read: null,
          sealer: app.identitySealer.under(null),
        };
      const read = <T>(work: (db: Reader) => Promise<T>) => app.read(chosen.code, work);
      const sealer = await read((db) => numbersIn(db, app.identitySealer));
      return { places: await read(placesOf), read, sealer };
    },
  };
  const trial = await tryImport(bytes, tools, wish.sheet);
  return { file: basename(wish.path), dryRun: true, city: city!, ...trial };
}

/** The city asked for; else the one the file speaks of; else the installation's. */
async function chooseCity(
  app: App,
  asked: string | undefined,
  sheets: readonly SourceSheet[],
): Promise<TrialCity> {
  const country = await countryPlaces();
  const own = app.cities();
  const told = asked ?? country.cityOfRows(sheets.flatMap(({ rows }) => rows))?.code;
  const code = told ?? own[0]?.id;
  if (code === undefined) throw new UsageProblem('say with --city which city the file is about');
  const name = own.find(({ id }) => id === code)?.name ?? country.city(code)?.name;
  if (name === undefined) throw new UsageProblem(`there is no city ${code}`);
  const founded = own.some(({ id }) => id === code);
  const byFile = asked === undefined && told !== undefined && told !== own[0]?.id;
  const chosenBy = asked !== undefined ? 'option' : byFile ? 'file' : 'installation';
  return { code, name, chosenBy, founded };
}
