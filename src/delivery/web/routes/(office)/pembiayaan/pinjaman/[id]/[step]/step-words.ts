import type { Words } from '#kernel/words.ts';

export const stepWords = {
  see: { id: 'Lihat akibatnya', en: 'See what it does' },
  consequences: { id: 'Akibatnya', en: 'What it does' },
  nothingYet: {
    id: 'Isi formulir lalu tekan “Lihat akibatnya”: pinjaman dihitung seperti setelah langkah ini, tanpa mencatat apa pun.',
    en: 'Fill the form and press “See what it does”: the loan is computed as after this step, without recording anything.',
  },
  before: { id: 'Sekarang', en: 'Now' },
  after: { id: 'Sesudahnya', en: 'Afterwards' },
  figure: { id: 'Keadaan', en: 'Standing' },
  state: { id: 'Status', en: 'State' },
  principal: { id: 'Sisa pokok', en: 'Principal left' },
  interest: { id: 'Jasa sampai akhir', en: 'Interest to the end' },
  charges: { id: 'Biaya dan denda terbuka', en: 'Open charges' },
  overdue: { id: 'Tunggakan', en: 'Overdue' },
  next: { id: 'Angsuran berikut', en: 'Next instalment' },
  lastDue: { id: 'Angsuran terakhir', en: 'Last instalment' },
  payoff: { id: 'Seluruh kewajiban', en: 'All that is owed' },
  overpaid: { id: 'Kelebihan bayar', en: 'Overpaid' },
  claimed: { id: 'Tagihan di luar neraca', en: 'Claimed off the balance sheet' },
  moved: { id: 'Dicatat sebagai', en: 'Entered as' },
  newSchedule: { id: 'Jadwal sesudahnya', en: 'The schedule afterwards' },
  fourEyes: {
    id: 'Langkah ini menunggu persetujuan orang kedua. Ia melihat usulannya di Persetujuan.',
    en: 'This step waits for a second person, who finds the proposal among the approvals.',
  },
  waiting: {
    id: 'Usulan disimpan. Langkah ini berlaku setelah orang kedua menyetujui.',
    en: 'The proposal is kept. The step takes effect once a second person approves it.',
  },
  amount: { id: 'Jumlah', en: 'Amount' },
  reason: { id: 'Alasan', en: 'Reason' },
  on: { id: 'Tanggal uang diterima', en: 'Day the money was received' },
  document: { id: 'Keputusan yang mendasari', en: 'Decision it rests on' },
  quote: { id: 'Penawaran pelunasan', en: 'Payoff quote' },
} satisfies Record<string, Words>;

/** What of money lent reaches her hand. */
export function handedOutWords(of: {
  cash: string;
  lent: string;
  fee: string;
  premium: string;
}): Words {
  return {
    id: `Diserahkan tunai ${of.cash}: dari ${of.lent} dipotong biaya ${of.fee} dan premi ${of.premium}.`,
    en: `Handed out in cash ${of.cash}: of ${of.lent}, fees of ${of.fee} and premiums of ${of.premium} are kept back.`,
  };
}

/** The problem's code while a rate is asked about. */
export const rateInDoubt = 'lending.rate-in-doubt';
