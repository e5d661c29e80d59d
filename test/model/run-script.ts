import { addDays } from '#kernel/date.ts';
import type { WorldHouse } from '../house.ts';
import { compare } from './compare.ts';
import { openField } from './field.ts';
import { judgeDay, nameOf } from './judge.ts';
import { firstDay } from './office.ts';
import type { Office } from './office.ts';
import { playDay } from './play.ts';
import type { Told } from './play.ts';
import type { Script } from './script.ts';

export interface Played {
  /** What was asked for, a sheet and a day's close counting as one each; the same key again does not count. */
  readonly operations: number;
  readonly refused: number;
  /** How often the database sent somebody away who had to ask again: locks taken in two orders do that. */
  readonly busy: number;
  /** The first day on which something differed, with what did. */
  readonly differences: readonly string[];
}

/** Plays a script on groups and lenders of its own, day by day, and stops on the first day that differs. */
export async function runScript(
  house: WorldHouse,
  office: Office,
  { days, ...drawn }: Script & { groups: number; members: number },
): Promise<Played> {
  const field = await openField(house, office, drawn);
  for (const { model } of field.lenders) model.endDay(firstDay);
  let [operations, refused, busy] = [0, 0, 0];
  let today = firstDay;
  let openFrom = firstDay;
  for (const day of days) {
    today = addDays(today, day.gap);
    house.now = new Date(`${today}T05:00:00Z`);
    const told = await playDay(house, field, { day, today, openFrom });
    if (day.closes) openFrom = today;
    operations += told.length;
    refused += told.filter((one) => one.ended.how === 'refused').length;
    busy += told.reduce((sum, one) => sum + one.busy, 0);
    const judged = await judgeDay(house, field, { told, today });
    const differences = [...judged];
    for (const lender of field.lenders) differences.push(...(await compare(house, lender)));
    if (differences.length > 0)
      return { operations, refused, busy, differences: tellDay(today, differences, told) };
  }
  return { operations, refused, busy, differences: [] };
}

/** The differences, and what was done that day to the loans they name. */
function tellDay(today: string, differences: readonly string[], told: readonly Told[]): string[] {
  const said = differences.join(' ');
  const touching = told.filter(({ deed: { meaning } }) =>
    meaning.on === 'loan'
      ? said.includes(meaning.loanId)
      : meaning.on === 'meeting' &&
        meaning.sheet.lines.some(({ personId }) => said.includes(personId)),
  );
  return [
    ...differences.map((one) => `${today}: ${one}`),
    ...touching.map(({ deed, ended }) => `  that day: ${nameOf(deed)}: ${ended.how}`),
  ];
}
