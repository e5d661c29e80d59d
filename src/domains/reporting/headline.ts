import { diffDays, formatDate } from '#kernel/date.ts';
import { groupDigits } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import { heldShare } from './figures.ts';
import type { AreaCoverage, LeadershipFigures, WeekOfDeposits } from './figures.ts';
import { permilleOf } from './measure.ts';

/** What the leadership reads first: the state in one line, then how it moves and what needs attention. */
export interface Headline {
  readonly title: Words;
  readonly lead: Words;
}

/** A kecamatan without a visit for this many days is named. */
export const unvisitedDays = 14;

/** Composes the headline from the figures; says nothing that the figures do not. */
export function headlineOf(figures: LeadershipFigures): Headline {
  const { members, groups } = figures;
  if (groups === 0n) {
    return {
      title: { id: 'Belum ada kelompok yang dikukuhkan.', en: 'No group has been recognised yet.' },
      lead: {
        id: 'Angka akan muncul setelah kelompok pertama dikukuhkan dan bertemu.',
        en: 'Figures will appear once the first group is recognised and has met.',
      },
    };
  }
  const count: Words = {
    id: `${groupDigits(members, 'id')} anggota, ${groupDigits(groups, 'id')} kelompok.`,
    en: `${groupDigits(members, 'en')} members, ${groupDigits(groups, 'en')} ${groups === 1n ? 'group' : 'groups'}.`,
  };
  return {
    title: join([count, meetingSentence(figures)]),
    lead: join([trendSentence(figures.weeks, figures.today), attentionSentence(figures)]),
  };
}

function meetingSentence(figures: LeadershipFigures): Words | null {
  const week = heldShare(figures.meetings);
  if (week.denominator) {
    const due = week.denominator;
    return {
      id: `Minggu ini ${week.numerator} dari ${due} bertemu.`,
      en: `${week.numerator} of ${due} met this week.`,
    };
  }
  const last = heldShare(figures.lastWeekMeetings);
  if (!last.denominator) return null;
  return {
    id: `Minggu lalu ${last.numerator} dari ${last.denominator} bertemu.`,
    en: `${last.numerator} of ${last.denominator} met last week.`,
  };
}

/** How many whole weeks in a row the on-time share rose (positive) or fell (negative), up to the last finished week. */
export function trendOf(weeks: readonly WeekOfDeposits[], today: string): number {
  const shares = weeks
    .filter((week) => diffDays(week.monday, today) >= 6)
    .map((week) => permilleOf({ numerator: week.onTimeRupiah, denominator: week.dueRupiah }))
    .filter((share) => share !== null);
  let run = 0;
  for (let i = shares.length - 1; i > 0; i -= 1) {
    const step = Math.sign((shares[i] ?? 0) - (shares[i - 1] ?? 0));
    if (step === 0 || (run !== 0 && Math.sign(run) !== step)) break;
    run += step;
  }
  return run;
}

const countWords = [
  ['', ''],
  ['satu', 'one'],
  ['dua', 'two'],
  ['tiga', 'three'],
  ['empat', 'four'],
  ['lima', 'five'],
  ['enam', 'six'],
  ['tujuh', 'seven'],
  ['delapan', 'eight'],
  ['sembilan', 'nine'],
] as const;

function trendSentence(weeks: readonly WeekOfDeposits[], today: string): Words | null {
  const run = trendOf(weeks, today);
  if (Math.abs(run) < 2) return null;
  const length = Math.abs(run);
  const [id, en] = countWords[length] ?? [String(length), String(length)];
  return run > 0
    ? {
        id: `Setoran tepat waktu naik ${id} minggu berturut-turut.`,
        en: `Payment on time rose ${en} weeks in a row.`,
      }
    : {
        id: `Setoran tepat waktu turun ${id} minggu berturut-turut.`,
        en: `Payment on time fell ${en} weeks in a row.`,
      };
}

function attentionSentence(figures: LeadershipFigures): Words | null {
  const points = [unvisitedPoint(figures), overduePoint(figures), missingPoint(figures)].filter(
    (point) => point !== null,
  );
  if (points.length === 0)
    return { id: 'Tidak ada yang lewat batas waktu.', en: 'Nothing is overdue.' };
  return {
    id: `Yang perlu perhatian: ${listed(
      points.map((point) => point.id),
      'dan',
    )}.`,
    en: `What needs attention: ${listed(
      points.map((point) => point.en),
      'and',
    )}.`,
  };
}

/** The kecamatan that waited longest for a visit, when that is long; null otherwise. */
export function longestUnvisited(
  areas: readonly AreaCoverage[],
  today: string,
): AreaCoverage | null {
  const waiting = areas.filter(
    (area) => area.businesses > 0n && daysSince(area, today) > unvisitedDays,
  );
  return waiting.reduce<AreaCoverage | null>(
    (longest, area) =>
      longest === null || daysSince(area, today) > daysSince(longest, today) ? area : longest,
    null,
  );
}

function daysSince(area: AreaCoverage, today: string): number {
  return area.lastVisitOn === null ? Number.POSITIVE_INFINITY : diffDays(area.lastVisitOn, today);
}

function unvisitedPoint(figures: LeadershipFigures): Words | null {
  // Before the first visit of all, the absence of visits is no news about one kecamatan.
  if (figures.coverage.every((area) => area.lastVisitOn === null)) return null;
  const area = longestUnvisited(figures.coverage, figures.today);
  if (!area) return null;
  if (area.lastVisitOn === null) {
    return { id: `${area.name} belum pernah dikunjungi`, en: `${area.name} was never visited` };
  }
  const short = (lang: 'id' | 'en') =>
    formatDate(area.lastVisitOn ?? '', lang).replace(/ \d{4}$/, '');
  return {
    id: `${area.name} belum dikunjungi sejak ${short('id')}`,
    en: `${area.name} has not been visited since ${short('en')}`,
  };
}

function overduePoint(figures: LeadershipFigures): Words | null {
  const overdue = figures.findings.reduce((total, one) => total + one.overdue, 0n);
  if (overdue === 0n) return null;
  return {
    id: `${overdue} temuan di dinas lewat batas waktu`,
    en:
      overdue === 1n
        ? 'one finding at a department is overdue'
        : `${overdue} findings at departments are overdue`,
  };
}

function missingPoint(figures: LeadershipFigures): Words | null {
  const { missing } = figures.meetings;
  if (missing === 0n) return null;
  return {
    id: `${missing} pertemuan minggu ini belum dilaporkan`,
    en:
      missing === 1n
        ? 'one meeting of this week is not reported yet'
        : `${missing} meetings of this week are not reported yet`,
  };
}

function listed(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts[0] ?? '';
  const comma = parts.length > 2 || and === 'dan' ? ', ' : ' ';
  return `${parts.slice(0, -1).join(', ')}${comma}${and} ${parts.at(-1)}`;
}

function join(sentences: readonly (Words | null)[]): Words {
  const said = sentences.filter((sentence) => sentence !== null);
  return {
    id: said.map((words) => words.id).join(' '),
    en: said.map((words) => words.en).join(' '),
  };
}
