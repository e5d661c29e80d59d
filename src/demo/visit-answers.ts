import type { z } from 'zod';
import type { visitForm } from '#domains/mentoring/visit-form.ts';
import {
  codesOf,
  needWords,
  productionStates,
  salesStates,
  sellingPlaces,
} from '#domains/mentoring/visit-words.ts';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { DemoInstitution } from './demo-users.ts';
import { findingTexts } from './findings.ts';
import type { Random } from './random.ts';

const productionNotes = {
  smooth: ['Produksi lancar, tiga kali seminggu.', 'Sudah memakai takaran tetap.', ''],
  slow: ['Bahan baku naik, produksi dikurangi.', 'Tenaga bantu sedang pulang kampung.'],
  stopped: ['Berhenti dua minggu, kompor rusak.'],
} as const;
const marketingNotes = [
  'Pesanan dari arisan dan kantor kelurahan.',
  'Mulai menawarkan lewat status ponsel.',
  'Belum ada pembeli tetap.',
  '',
] as const;
const agreements = [
  'Mencatat uang masuk dan keluar setiap hari.',
  'Menimbang ulang isi kemasan sebelum kunjungan berikut.',
  'Menyiapkan KTP dan foto dapur untuk pendaftaran izin.',
  'Mencoba dua ukuran kemasan.',
] as const;

/** What a mentor writes into the four parts of her form. */
export function demoForm(random: Random): z.input<typeof visitForm> {
  const production = random.weighted([
    [codesOf(productionStates)[0], 7],
    ['slow' as const, 3],
    ['stopped' as const, 1],
  ]);
  return {
    version: 1,
    production: { state: production, note: random.pick(productionNotes[production]) },
    marketing: {
      state: random.pick(codesOf(salesStates)),
      sells: random.shuffled(codesOf(sellingPlaces)).slice(0, random.between(1, 3)),
      note: random.pick(marketingNotes),
    },
    needs: { wants: random.shuffled(codesOf(needWords)).slice(0, random.between(0, 2)) },
    agreed: random.pick(agreements),
  };
}

/** A finding for a department, due in two weeks. */
export function demoFinding(
  about: { on: BusinessDate; institutions: Readonly<Record<DemoInstitution, string>> },
  random: Random,
) {
  const { topic, text, department } = random.pick(findingTexts);
  return {
    topic,
    text,
    departmentId: about.institutions[department],
    dueOn: addDays(about.on, 14),
  };
}

/** Sales of this month and the one before, in whole rupiah as text. */
export function demoTurnover(random: Random) {
  const before = random.between(8, 110);
  const month = Math.max(4, before + random.between(-12, 18));
  return {
    turnoverMonthRupiah: String(month * 100_000),
    turnoverBeforeRupiah: String(before * 100_000),
  };
}
