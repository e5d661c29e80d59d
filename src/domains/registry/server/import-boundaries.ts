import { defineCommand } from '#platform/command/define-command.ts';
import { importBoundariesInput } from '../boundary/boundary-input.ts';
import { readBoundaries } from '../boundary/read-boundaries.ts';
import { writeBoundaries } from './boundary-store.ts';
import { listRegions } from './region-store.ts';

/**
 * Takes the borders of the city's kelurahan from its own file. Importing it again changes nothing; another file takes
 * the place of what a kelurahan had. Refused whole for another city's file and for borders that are none.
 */
export const importBoundaries = defineCommand({
  kind: 'registry.import-boundaries',
  version: 1,
  input: importBoundariesInput,
  async handle(tx, body, context) {
    const known = await listRegions(tx, 'kelurahan');
    const boundaries = readBoundaries(body.geojson, {
      city: tx.city,
      kelurahan: new Set(known.map(({ code }) => code)),
    });
    const added = await writeBoundaries(tx, boundaries, { source: body.source, context });
    const drawn = new Set(boundaries.map(({ code }) => code));
    const missing = known.filter(({ code }) => !drawn.has(code)).map(({ name }) => name);
    const count = boundaries.length;
    return {
      answer: { kelurahan: count, added, missing },
      audit: {
        subject: { kind: 'region', id: tx.city },
        says: {
          id: `Memuat batas ${count} kelurahan dari ${body.fileName}`,
          en: `Loaded the borders of ${count} kelurahan from ${body.fileName}`,
        },
      },
    };
  },
});
