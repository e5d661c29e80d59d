import type { Words } from '#kernel/words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago, as people say it; a clock that was put back makes it "just now". Pure. */
export function ageWords(fromMs: number, nowMs: number): Words {
  const passed = Math.max(0, nowMs - fromMs);
  if (passed < minute) return { id: 'baru saja', en: 'just now' };
  if (passed < hour) return ago(Math.floor(passed / minute), ['menit', 'minute']);
  if (passed < day) return ago(Math.floor(passed / hour), ['jam', 'hour']);
  return ago(Math.floor(passed / day), ['hari', 'day']);
}

function ago(count: number, [id, en]: readonly [string, string]): Words {
  return { id: `${count} ${id} lalu`, en: `${count} ${en}${count === 1 ? '' : 's'} ago` };
}
