import type { Closure } from '#domains/lending/server/index.ts';
import { type Change, extraFor } from '#domains/lending/what-if.ts';

/** What is asked by the address: a change, as it is for one loan. */
export interface Asked {
  readonly weekday: number | null;
  readonly closureId: string;
  readonly extra: number;
  /** Instead of `extra`: each instalment at most this share of what it is now, in per cent. */
  readonly lower: number | null;
}

const lowerTo = [75, 50];
const mostExtra = 104;

/** Anything else than a choice of the page counts as not chosen, a closure taken off the calendar too. */
export function readAsked(query: URLSearchParams, closures: readonly Closure[]): Asked {
  const weekday = Number(query.get('hari'));
  const extra = Number(query.get('tambah') ?? 0);
  const lower = Number(query.get('turun'));
  return {
    weekday: Number.isInteger(weekday) && weekday >= 1 && weekday <= 7 ? weekday : null,
    closureId: closures.find((one) => one.id === query.get('libur'))?.id ?? '',
    extra: Number.isInteger(extra) && extra >= 0 && extra <= mostExtra ? extra : 0,
    lower: lowerTo.includes(lower) ? lower : null,
  };
}

/** The change of one loan with so many instalments to come. */
export function changeOf(asked: Asked, closures: readonly Closure[], count: number): Change {
  const closure = closures.find((one) => one.id === asked.closureId);
  const lowered = asked.lower === null ? 0 : extraFor(count, { of: asked.lower, in: 100 });
  return {
    weekday: asked.weekday,
    skip: closure ? { from: closure.from, to: closure.to } : null,
    extra: Math.max(asked.extra, lowered),
  };
}

export function isAsked({ weekday, closureId, extra, lower }: Asked): boolean {
  return weekday !== null || closureId !== '' || extra > 0 || lower !== null;
}
