import { addDays, mondayOf } from '#kernel/date.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LeadershipFigures } from '../figures.ts';
import { heldShare } from '../figures.ts';
import type { IndicatorName } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import { measureCoverage } from './coverage-figures.ts';
import type { Cut } from './cut.ts';
import {
  measureFindings,
  measureFunnel,
  measureMeetings,
  measureReporting,
} from './field-figures.ts';
import { countPeopleAndGroups } from './group-figures.ts';
import { measureRisk } from './portfolio-figures.ts';
import { measureFieldData } from './sync-figures.ts';
import { measureOnTime, measureWeeks } from './repayment-figures.ts';

/** Everything the city's leadership sees, from one snapshot of the database. */
export async function leadershipFigures(db: Reader, cut: Cut): Promise<LeadershipFigures> {
  return {
    today: cut.today,
    ...(await countPeopleAndGroups(db)),
    onTime: await measureOnTime(db, cut),
    ...(await measureRisk(db, cut)),
    coverage: await measureCoverage(db, cut),
    findings: await measureFindings(db, cut),
    meetings: await measureMeetings(db, cut),
    lastWeekMeetings: await measureMeetings(db, { today: addDays(mondayOf(cut.today), -1) }),
    weeks: await measureWeeks(db, cut),
    funnel: await measureFunnel(db, cut),
    mentorsReporting: await measureReporting(db, cut),
    fieldData: await measureFieldData(db, cut),
  };
}

/** One indicator's value out of the figures. */
export function measureOf(figures: LeadershipFigures, name: IndicatorName): Measure {
  const { funnel, coverage, findings } = figures;
  const total = (count: (one: (typeof coverage)[number]) => bigint) =>
    coverage.reduce((sum, one) => sum + count(one), 0n);
  const open = findings.reduce((sum, one) => sum + one.open, 0n);
  const week = figures.weeks.at(-1);
  const ofOwners = (numerator: bigint) => ({ numerator, denominator: funnel.registered });
  const measures: Record<IndicatorName, Measure> = {
    anggota: { numerator: figures.members, denominator: null },
    kelompok: { numerator: figures.groups, denominator: null },
    usaha: { numerator: figures.businesses, denominator: null },
    terjangkau: {
      numerator: total((one) => one.reached),
      denominator: total((one) => one.businesses),
    },
    'setoran-tepat': figures.onTime.now,
    par1: figures.par1,
    par7: figures.par7,
    par30: figures.par30.now,
    temuan: { numerator: open, denominator: null },
    'temuan-lewat': {
      numerator: findings.reduce((sum, one) => sum + one.overdue, 0n),
      denominator: open,
    },
    pertemuan: heldShare(figures.meetings),
    'kiriman-lapangan': {
      numerator: figures.fieldData.in,
      denominator: figures.fieldData.officers,
    },
    'setoran-mingguan': {
      numerator: week?.receivedRupiah ?? 0n,
      denominator: week?.dueRupiah ?? 0n,
    },
    dilayani: ofOwners(funnel.served),
    ditemui: ofOwners(funnel.met),
    permodalan: ofOwners(funnel.lent),
  };
  return measures[name];
}
