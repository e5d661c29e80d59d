import type { BusinessDate } from '#kernel/date.ts';
import { formatDate } from '#kernel/date.ts';
import { sum } from '#kernel/money.ts';
import { compareRates, parsePercent } from '#kernel/rate.ts';
import { formatScaled } from '#kernel/scaled.ts';
import type { Words } from '#kernel/words.ts';
import type { ProductTerms } from '../terms.ts';
import type { BorrowerLine } from './interest-split.ts';

/** An agreement as a loan meets it; amounts in its smallest unit. */
export interface AgreementTerms {
  readonly institutionId: string;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate;
  readonly borrowerRatePercent: string;
  readonly governmentSharePercent: string;
  readonly mostPrincipal: bigint;
  readonly digits: number;
}

export interface LoanToSubsidise {
  readonly institutionId: string;
  readonly state: 'running' | 'closed';
  readonly digits: number;
  readonly principal: bigint;
  readonly disbursedOn: BusinessDate;
  readonly product: ProductTerms;
  readonly lines: readonly BorrowerLine[];
}

/** Why a loan is outside an agreement; null when it is within. */
export function outsideAgreement(loan: LoanToSubsidise, agreement: AgreementTerms): Words | null {
  if (loan.institutionId !== agreement.institutionId) {
    return { id: 'pinjaman lembaga lain.', en: 'it is another lender’s.' };
  }
  if (loan.state === 'closed') return { id: 'sudah lunas.', en: 'it is paid off.' };
  if (loan.disbursedOn < agreement.validFrom || loan.disbursedOn > agreement.validTo) {
    const [from, to] = [agreement.validFrom, agreement.validTo];
    return {
      id: `cair di luar ${formatDate(from, 'id')}–${formatDate(to, 'id')}.`,
      en: `it was disbursed outside ${formatDate(from, 'en')}–${formatDate(to, 'en')}.`,
    };
  }
  const rate = loan.product.annualRatePercent;
  if (compareRates(parsePercent(rate), parsePercent(agreement.borrowerRatePercent)) !== 0) {
    return {
      id: `bunganya ${rate.replace('.', ',')} %, perjanjian menetapkan ${agreement.borrowerRatePercent.replace('.', ',')} %.`,
      en: `its rate is ${rate} %, the agreement sets ${agreement.borrowerRatePercent} %.`,
    };
  }
  if (loan.principal > agreement.mostPrincipal) {
    const most = agreement.mostPrincipal;
    return {
      id: `plafonnya di atas ${formatScaled(most, agreement.digits, 'id')}.`,
      en: `its principal is above ${formatScaled(most, agreement.digits, 'en')}.`,
    };
  }
  const whole = sum(loan.lines.map((line) => line.principal)) === loan.principal;
  if (!whole || loan.digits !== agreement.digits) {
    return {
      id: 'jadwal lengkapnya dari lembaga belum diterima.',
      en: 'its whole schedule has not come from the lender.',
    };
  }
  return null;
}
