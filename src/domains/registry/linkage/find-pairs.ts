import { Comparer } from './comparer.ts';
import { DatasetBuilder, type LinkField } from './dataset-builder.ts';
import type { Ground } from './explain.ts';
import { linkRecords } from './link-records.ts';
import { chanceOf } from './model.ts';

export interface FoundPair {
  /** Rows of the list, the later one first. */
  readonly row: number;
  readonly other: number;
  /** 0 to 1. */
  readonly chance: number;
  readonly grounds: readonly Ground[];
}

/** Rows of a list that may be one person, the likeliest first; at most `most`. */
export async function findPairs(
  fields: readonly LinkField[],
  rows: readonly (readonly string[])[],
  ask: { readonly least: number; readonly most: number },
): Promise<FoundPair[]> {
  const builder = new DatasetBuilder(fields);
  for (const cells of rows) builder.add(cells);
  const { dataset, order } = builder.finish();
  const { edges } = await linkRecords(dataset, { threshold: null, now: () => 0 });
  const comparer = new Comparer(dataset);
  const likely = Array.from(edges.a, (_, edge) => edge)
    .filter((edge) => chanceOf(edges.logOdds[edge]!) >= ask.least)
    .sort((one, other) => edges.logOdds[other]! - edges.logOdds[one]!)
    .slice(0, ask.most);
  return likely.map((edge) => {
    const [a, b] = [edges.a[edge]!, edges.b[edge]!];
    comparer.compare(a, b);
    const grounds = fields.map(({ as }, field) => ({ field: as, level: comparer.levels[field]! }));
    const [one, two] = [order[a]!, order[b]!];
    return {
      row: Math.max(one, two),
      other: Math.min(one, two),
      chance: chanceOf(edges.logOdds[edge]!),
      grounds,
    };
  });
}
