import { monthName } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { formatScaled } from '#kernel/scaled.ts';

/** Everything the letter of a claim is drawn from, frozen when it is sent. */
export interface ClaimLetter {
  readonly number: string;
  readonly sentOn: BusinessDate;
  readonly city: string;
  readonly seat: string;
  readonly office: string;
  readonly addressLines: readonly string[];
  readonly signatory: {
    readonly name: string;
    readonly rank: string | null;
    readonly nip: string | null;
  };
  readonly lender: string;
  readonly agreement: string;
  readonly agreementNumber: string;
  readonly budgetLine: string;
  readonly sourceDocument: string;
  readonly borrowerRatePercent: string;
  readonly governmentSharePercent: string;
  readonly month: BusinessDate;
  readonly digits: number;
  /** Digits of the smallest unit, as are the amounts of the lines. */
  readonly total: string;
  readonly lines: readonly {
    readonly loanNumber: string;
    readonly name: string;
    readonly instalments: number;
    readonly accrued: string;
    readonly takenBack: string;
  }[];
}

/** The sentences of the letter, in Indonesian as official letters are. */
export function claimLetterText(letter: ClaimLetter): {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly closing: string;
} {
  const month = `${monthName(Number(letter.month.slice(5, 7)), 'id')} ${letter.month.slice(0, 4)}`;
  const total = BigInt(letter.total);
  const amount = formatScaled(total < 0n ? -total : total, letter.digits, 'id');
  const rates = `${letter.borrowerRatePercent.replace('.', ',')} % bagian peminjam dan ${letter.governmentSharePercent.replace('.', ',')} % bagian pemerintah`;
  return {
    subject:
      total < 0n
        ? `Pengembalian subsidi bunga ${letter.lender} bulan ${month}`
        : `Permintaan pembayaran subsidi bunga ${letter.lender} bulan ${month}`,
    paragraphs: [
      `Berdasarkan ${letter.sourceDocument} dan perjanjian ${letter.agreementNumber} tentang ${letter.agreement}, dengan ${rates} per tahun, bersama ini kami sampaikan tagihan subsidi bunga bulan ${month}.`,
      total < 0n
        ? `Setelah memperhitungkan pinjaman yang lunas lebih awal atau tidak lagi memenuhi syarat, ${letter.lender} mengembalikan ${amount} ke kas daerah.`
        : `Jumlah yang dimintakan untuk dibayarkan kepada ${letter.lender} sebesar ${amount}, atas beban ${letter.budgetLine}. Rinciannya terlampir per pinjaman.`,
    ],
    closing: 'Demikian disampaikan, atas perhatiannya diucapkan terima kasih.',
  };
}
