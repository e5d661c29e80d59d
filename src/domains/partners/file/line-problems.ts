import { type Notice, notice } from '#kernel/parsed.ts';

/** What can be wrong with one line of a lender's file. A file with any of these is not applied. */
export const lineProblems = {
  empty: (column: string): Notice =>
    notice('line.empty', `Kolom ${column} kosong.`, `The column ${column} is empty.`),
  notADay: (column: string, text: string): Notice =>
    notice(
      'line.not-a-day',
      `"${text}" di kolom ${column} bukan tanggal menurut format berkas ini, atau tidak ada di kalender.`,
      `"${text}" in ${column} is no day by this file’s format, or is not in the calendar.`,
    ),
  notWhole: (column: string, text: string): Notice =>
    notice(
      'line.not-whole',
      `"${text}" di kolom ${column} bukan bilangan bulat.`,
      `"${text}" in ${column} is not a whole number.`,
    ),
  notARate: (column: string, text: string): Notice =>
    notice(
      'line.not-a-rate',
      `"${text}" di kolom ${column} bukan persen antara 0 dan 100.`,
      `"${text}" in ${column} is no percentage from 0 to 100.`,
    ),
  rateInTwoWays: (column: string, text: string): Notice =>
    notice(
      'line.rate-in-two-ways',
      `"${text}" di kolom ${column} bisa berarti pecahan atau persen. Tulis dengan tanda %, misalnya 6%.`,
      `"${text}" in ${column} can be a fraction or a percentage. Write it with a % sign, as 6%.`,
    ),
  unknownCode: (column: string, text: string): Notice =>
    notice(
      'line.unknown-code',
      `Kode "${text}" di kolom ${column} tidak ada di templat. Tambahkan artinya di templat.`,
      `The code "${text}" in ${column} is not in the template. Add its meaning there.`,
    ),
  amount: (column: string, problem: Notice): Notice =>
    notice(
      `line.${problem.code}`,
      `Kolom ${column}: ${problem.says.id}`,
      `Column ${column}: ${problem.says.en}`,
    ),
  doesNotAddUp: (): Notice =>
    notice(
      'line.does-not-add-up',
      'Jumlah baris ini bukan pokok ditambah bunga dan denda.',
      'The total of this line is not its principal, interest and penalty.',
    ),
  twice: (): Notice =>
    notice(
      'line.twice',
      'Baris ini ada lebih dari sekali di berkas yang sama.',
      'This line is in the same file more than once.',
    ),
  noReason: (): Notice =>
    notice(
      'line.no-reason',
      'Ditolak tanpa kode alasan. Minta alasannya dari lembaga.',
      'Refused without a reason code. Ask the lender for its reason.',
    ),
  loanIncomplete: (): Notice =>
    notice(
      'line.loan-incomplete',
      'Pinjaman sudah bernomor tetapi tanggal cair, plafon, bunga, atau jumlah angsurannya kosong.',
      'The loan has a number, but its day, principal, rate or number of instalments is empty.',
    ),
};
