import type { z } from 'zod';
import type { visitInput } from '#domains/mentoring/visit-input.ts';
import { visitFields } from '#domains/mentoring/visit-words.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays, diffDays, weekdayOf } from '#kernel/date.ts';
import type { DemoInstitution } from './demo-users.ts';
import type { DemoIds } from './ids.ts';
import type { DemoPerson } from './population.ts';
import type { Random } from './random.ts';
import { demoFinding, demoForm, demoTurnover } from './visit-answers.ts';

/** A visit as it is sent. */
export type DemoVisit = z.input<typeof visitInput>;

/** The visits one mentor hands in on one day for one kecamatan. */
export interface VisitBatch {
  readonly kecamatan: string;
  readonly on: BusinessDate;
  readonly visits: readonly DemoVisit[];
}

/** Share of a kecamatan's businesses visited in the last 90 days, as plans and distances have it. */
const reachedShare: Readonly<Record<string, number>> = {
  '01': 0.38,
  '02': 0.22,
  '03': 0.27,
  '04': 0.36,
  '05': 0.05,
  '06': 0.14,
  '07': 0.28,
  '08': 0.24,
  '09': 0.31,
  '10': 0.34,
  '11': 0.18,
};
const historyDays = 130;
const daysInFigure = 90;
/** Since the four parts of the form are asked. */
const formDays = 50;
/** Across the river nobody has been for a while: the leadership's page has something to find. */
export const unvisited = { kecamatan: '15.71.05', days: 19 };

const notes = [
  'Produksi lancar, bahan baku naik harga.',
  'Kemasan sudah diganti, label perlu tanggal kedaluwarsa.',
  'Pesanan turun, disarankan berjualan lewat grup kelurahan.',
  'Pembukuan sederhana sudah dijalankan tiga minggu.',
  'Butuh alat pengiris, dicatat untuk usulan kelompok.',
  'Dapur produksi bersih, siap didaftarkan SPP-IRT.',
  'Belum punya NIB, dijadwalkan pendaftaran.',
] as const;

/** Visits of the last months: on weekdays, each kecamatan every other week, by whoever works there. */
export function makeVisits(
  about: {
    people: readonly DemoPerson[];
    today: BusinessDate;
    ids: DemoIds;
    institutions: Readonly<Record<DemoInstitution, string>>;
  },
  random: Random,
): VisitBatch[] {
  const businesses = about.people.flatMap((person) => person.businesses);
  return Object.entries(reachedShare).flatMap(([number, share]) => {
    const kecamatan = `15.71.${number}`;
    const there = businesses.filter((business) => business.kelurahanCode.startsWith(kecamatan));
    const days = visitDays(kecamatan, about.today, random);
    const recent = days.filter((day) => diffDays(day, about.today) < daysInFigure).length;
    const perDay = Math.max(1, Math.round((there.length * share) / Math.max(1, recent)));
    const order = random.shuffled(there);
    let next = 0;
    return days.map((on) => {
      const chosen = Array.from(
        { length: perDay + random.between(0, 2) },
        () => order[next++ % order.length],
      );
      return {
        kecamatan,
        on,
        visits: chosen.flatMap((business) =>
          business ? [makeVisit(business.id, on, { about, random })] : [],
        ),
      };
    });
  });
}

function visitDays(kecamatan: string, today: BusinessDate, random: Random): BusinessDate[] {
  const days: BusinessDate[] = [];
  const quiet = kecamatan === unvisited.kecamatan ? unvisited.days : 1;
  for (let ago = historyDays - random.below(10); ago >= quiet; ago -= random.between(11, 15)) {
    days.push(weekdayBefore(addDays(today, -ago)));
  }
  // The newest visit of a kecamatan is fresh, or as old as it is meant to be.
  const newest = weekdayBefore(
    addDays(today, kecamatan === unvisited.kecamatan ? -unvisited.days : -random.between(1, 9)),
  );
  return [...new Set([...days.filter((day) => day <= newest), newest])];
}

function weekdayBefore(day: BusinessDate): BusinessDate {
  return addDays(day, -Math.max(0, weekdayOf(day) - 5));
}

function makeVisit(
  businessId: string,
  on: BusinessDate,
  { about, random }: { about: Parameters<typeof makeVisits>[0]; random: Random },
): DemoVisit {
  const seen = {
    visitId: about.ids.next(),
    businessId,
    doneOn: on,
    fields: [random.pick(visitFields)],
    note: random.pick(notes),
  };
  const asked = random.chance(0.6) ? demoTurnover(random) : null;
  if (diffDays(on, about.today) > formDays)
    return { ...seen, turnoverMonthRupiah: asked?.turnoverMonthRupiah ?? null };
  return {
    ...seen,
    ...asked,
    form: demoForm(random),
    minutes: random.between(15, 50),
    findings: random.chance(0.04) ? [demoFinding({ ...about, on }, random)] : [],
  };
}
