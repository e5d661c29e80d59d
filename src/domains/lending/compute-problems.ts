import { defineProblems } from '#platform/command/problem.ts';

/** What a line given to `naik loan compute` can have wrong with it. */
export const computeProblems = defineProblems('lending', {
  lineNotJson: {
    status: 400,
    say: () => ({
      id: 'Baris ini bukan JSON. Tulis satu objek JSON per baris.',
      en: 'This line is not JSON. Write one JSON object a line.',
    }),
  },
  lineTooLong: {
    status: 413,
    say: (d: { mostBytes: number }) => ({
      id: `Baris ini lebih dari ${d.mostBytes} bita. Pecah menjadi beberapa pinjaman.`,
      en: `This line is longer than ${d.mostBytes} bytes. Give each loan a line of its own.`,
    }),
  },
  lineWithoutRef: {
    status: 422,
    field: 'ref',
    say: () => ({
      id: 'Baris ini tidak punya "ref". Beri tiap baris kode agar jawabannya bisa dikenali.',
      en: 'This line has no "ref". Give each line one, so that its answer can be told.',
    }),
  },
  fieldWrong: {
    status: 422,
    say: (d: { field: string; why: string }) => ({
      id: `Isian "${d.field}" tidak bisa dipakai. Bandingkan dengan contoh di docs/operators.md.`,
      en: `The field "${d.field}" cannot be used: ${d.why}. Compare it with the example in docs/operators.md.`,
    }),
  },
  amountWrong: {
    status: 422,
    say: (d: { field: string; text: string; digits: number }) => ({
      id: `"${d.text}" di "${d.field}" bukan jumlah yang jelas. Tulis angka tanpa pemisah ribuan, paling banyak ${d.digits} desimal sesudah titik.`,
      en: `"${d.text}" in "${d.field}" is not a clear amount. Write digits without thousands separators and at most ${d.digits} decimals after a point.`,
    }),
  },
  amountNotPositive: {
    status: 422,
    say: (d: { field: string }) => ({
      id: `Jumlah di "${d.field}" harus lebih dari nol.`,
      en: `The amount in "${d.field}" must be above zero.`,
    }),
  },
  rateWrong: {
    status: 422,
    field: 'annualRatePercent',
    say: (d: { text: string; most: number }) => ({
      id: `"${d.text}" bukan bunga per tahun yang bisa dihitung. Tulis persennya, misalnya 3 untuk 3 %, dari 0 sampai ${d.most}.`,
      en: `"${d.text}" is not a yearly rate that can be computed. Write the percentage, such as 3 for 3 %, from 0 to ${d.most}.`,
    }),
  },
  dayWrong: {
    status: 422,
    say: (d: { field: string; text: string }) => ({
      id: `"${d.text}" di "${d.field}" bukan tanggal yang ada. Tulis seperti 2026-01-31.`,
      en: `"${d.text}" in "${d.field}" is not a day that exists. Write it like 2026-01-31.`,
    }),
  },
  instalmentsOutOfRange: {
    status: 422,
    field: 'installments',
    say: (d: { most: number }) => ({
      id: `Banyaknya angsuran harus 1 sampai ${d.most}.`,
      en: `The number of instalments must be from 1 to ${d.most}.`,
    }),
  },
  scheduleTooLong: {
    status: 422,
    field: 'repayEvery',
    say: (d: { years: number }) => ({
      id: `Jadwal ini lebih panjang dari ${d.years} tahun. Periksa jarak dan banyaknya angsuran.`,
      en: `This schedule runs for more than ${d.years} years. Check the distance and the number of instalments.`,
    }),
  },
  dueDatesMismatch: {
    status: 422,
    field: 'dueDates',
    say: (d: { dates: number; instalments: number }) => ({
      id: `Ada ${d.dates} tanggal jatuh tempo untuk ${d.instalments} angsuran. Samakan banyaknya.`,
      en: `There are ${d.dates} due dates for ${d.instalments} instalments. Give as many as instalments.`,
    }),
  },
  partsIncomplete: {
    status: 422,
    field: 'allocation',
    say: (d: { field: string }) => ({
      id: `Urutan di "${d.field}" harus memuat penalty, fee, interest, dan principal masing-masing sekali.`,
      en: `The order in "${d.field}" must hold penalty, fee, interest and principal once each.`,
    }),
  },
  scheduleImpossible: {
    status: 422,
    field: 'terms',
    say: (d: { why: string }) => ({
      id: `Jadwal angsuran tidak bisa dihitung dari ketentuan ini (${d.why}). Periksa bunga, jumlah angsuran, masa tenggang, dan tanggalnya.`,
      en: `No schedule can be computed from these terms (${d.why}). Check the rate, the instalments, the grace and the days.`,
    }),
  },
});
