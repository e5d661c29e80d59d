import type { Words } from '#kernel/words.ts';
import type { RepayEvery } from './terms.ts';

const units: Readonly<Record<RepayEvery['unit'], Words>> = {
  day: { id: 'hari', en: 'day' },
  week: { id: 'minggu', en: 'week' },
  month: { id: 'bulan', en: 'month' },
};

/** `tiap minggu`, `every 2 weeks`. */
export function everyInWords({ count, unit }: RepayEvery): Words {
  if (count === 1) return { id: `tiap ${units[unit].id}`, en: `every ${units[unit].en}` };
  return { id: `tiap ${count} ${units[unit].id}`, en: `every ${count} ${units[unit].en}s` };
}
