import { countNeverServed } from '#domains/programmes/server/index.ts';
import { countWelfareByArea, latestWholeQuarter } from '#domains/registry/server/index.ts';
import { protectParts } from '#kernel/small-cells.ts';
import type { Reader } from '#platform/db/reader.ts';
import { welfareColumns, welfarePairs } from './columns.ts';
import type { WelfareColumn } from './columns.ts';

type Cells = Record<WelfareColumn, number | null>;

/** A kecamatan with its counts as they may be shown; null is closed. */
export interface WelfareRow extends Cells {
  readonly name: string | null;
}

const everywhere = {
  ...{ all: true, kecamatan: [], kelurahan: [], department: [], institution: [], group: [] },
};

/** Welfare by kecamatan and of the whole city, no count of it small enough to point at anybody. */
export async function welfareFigures(
  db: Reader,
): Promise<{ rows: readonly WelfareRow[]; city: Cells }> {
  const latestWhole = await latestWholeQuarter(db);
  const families = await countWelfareByArea(db, { scope: everywhere, latestWhole });
  const served = new Map((await countNeverServed(db, latestWhole)).map((one) => [one.code, one]));
  const counted = families.map((area) => ({
    ...area,
    people: served.get(area.code)?.people ?? 0,
    never: served.get(area.code)?.never ?? 0,
  }));
  const shown = new Map<WelfareColumn, readonly (number | null)[]>();
  const city = {} as Cells;
  for (const [whole, part] of welfarePairs) {
    const cells = protectParts(counted.map((row) => ({ whole: row[whole], part: row[part] })));
    shown.set(
      whole,
      cells.map((cell) => cell.whole),
    );
    shown.set(
      part,
      cells.map((cell) => cell.part),
    );
    const total = (of: WelfareColumn) => counted.reduce((sum, row) => sum + row[of], 0);
    const [one] = protectParts([{ whole: total(whole), part: total(part) }]);
    city[whole] = one?.whole ?? null;
    city[part] = one?.part ?? null;
  }
  return {
    city,
    rows: counted.map(({ name }, at) => ({
      name,
      ...(Object.fromEntries(
        welfareColumns.map((column) => [column, shown.get(column)?.[at] ?? null]),
      ) as Cells),
    })),
  };
}
