import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { UsageProblem } from '../cli-command.ts';
import type { CliCommand } from '../cli-command.ts';

const mostBytes = 20_000_000;

interface Imported {
  readonly kelurahan: number;
  readonly added: number;
  readonly missing: readonly string[];
}

export const importBoundariesCommand: CliCommand = {
  name: 'regions import-boundaries',
  summary:
    'Takes the borders of the kelurahan from the city’s own map file, for the maps of businesses.',
  usage: 'FILE [--city CODE] [--source TEXT] [--json]',
  help: `FILE is GeoJSON (WGS 84) with one Polygon or MultiPolygon a kelurahan; one of its columns holds the Kemendagri code,
such as 15.71.01.1001. A file of another city, and borders that are broken or cross themselves, are refused whole. --source is
what stands under every map as the maker of the borders; without it the file's name.`,
  options: {
    city: { type: 'string' },
    source: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ withApp, positionals, options, out, note }) {
    const [file] = positionals;
    if (!file) throw new UsageProblem('FILE is needed');
    const { size } = await stat(file).catch(() => ({ size: -1 }));
    if (size < 0) throw new UsageProblem(`${file} cannot be read`);
    if (size > mostBytes)
      throw new UsageProblem(`${file} is larger than 20 MB; simplify it in the map program`);
    const fileName = basename(file);
    const body = {
      fileName,
      source: String(options.source ?? fileName),
      geojson: await readFile(file, 'utf8'),
    };
    const imported = await withApp(async (app) => {
      const cities = app.cities().map(({ id }) => id);
      const city = options.city ? String(options.city) : cities[0];
      if (!city || !cities.includes(city) || (!options.city && cities.length > 1))
        throw new UsageProblem(`--city is one of ${cities.join(', ') || '(none is founded yet)'}`);
      const { answer } = await app.execute({
        id: newId(),
        kind: 'registry.import-boundaries',
        version: 1,
        actor: systemActor,
        city,
        body,
      });
      return answer as unknown as Imported;
    });
    out(
      options.json
        ? JSON.stringify(imported)
        : `${imported.kelurahan} kelurahan have their borders now, ${imported.added} of them for the first time.`,
    );
    if (imported.missing.length > 0) note(`Not in the file: ${imported.missing.join(', ')}.`);
    return 0;
  },
};
