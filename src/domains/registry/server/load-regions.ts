import { defineCommand } from '#platform/command/define-command.ts';
import { loadRegionsInput } from '../region-input.ts';
import { registerProblems } from '../register-problems.ts';
import { tilePlaces } from '../region-tiles.ts';
import { regionsOf } from './region-data.ts';
import { writeRegions } from './region-store.ts';

/** Loads the city's kecamatan and kelurahan by Kemendagri code. Loading them again changes names only. */
export const loadRegions = defineCommand({
  kind: 'registry.load-regions',
  version: 1,
  input: loadRegionsInput,
  async handle(tx, body) {
    const regions = await regionsOf(tx.city);
    const city = regions.find((region) => region.level === 'city');
    if (!city) throw registerProblems.unknownCity({ city: tx.city });
    const kecamatan = regions.filter((region) => region.level === 'kecamatan');
    const added = await writeRegions(tx, regions, {
      validFrom: body.validFrom,
      tiles: tilePlaces(kecamatan.map((region) => region.code)),
    });
    const kelurahan = regions.length - kecamatan.length - 1;
    return {
      answer: { kecamatan: kecamatan.length, kelurahan, added },
      audit: {
        subject: { kind: 'region', id: tx.city },
        says: {
          id: `Memuat wilayah ${city.name}: ${kecamatan.length} kecamatan, ${kelurahan} kelurahan`,
          en: `Loaded the regions of ${city.name}: ${kecamatan.length} kecamatan, ${kelurahan} kelurahan`,
        },
      },
    };
  },
});
