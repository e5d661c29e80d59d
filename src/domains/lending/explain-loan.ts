import { derived, type Derivation } from '#kernel/derivation.ts';
import { formatDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { explainInterest, explainPrincipal } from './explain-instalment.ts';
import { type AmountWords, amountWords, partWords } from './explain-words.ts';
import type { EventAllocation, Replay } from './replay.ts';
import type { LoanTerms } from './terms.ts';

/** How the figures of one row of a loan came about. */
export interface ExplainedRow {
  readonly n: number;
  readonly principal: Derivation;
  readonly interest: Derivation;
  readonly outstanding: Derivation;
}

export interface ExplainedLoan {
  readonly schedule: readonly ExplainedRow[];
  readonly allocations: readonly { readonly id: string; readonly spread: Derivation }[];
  readonly totals: {
    readonly overdue: Derivation;
    readonly daysPastDue: Derivation;
    readonly payoff: Derivation;
  };
}

/** Says of every figure of a loan where it comes from, as data, in plain words of both languages. */
export function explainLoan(
  loan: { readonly terms: LoanTerms; readonly asOf: string; readonly digits: number },
  replay: Replay,
): ExplainedLoan {
  const money = amountWords(loan.digits);
  return {
    schedule: replay.rows.map((row) => explainRow(loan, replay, row.n)),
    allocations: replay.allocations.map((taken) => ({
      id: taken.id,
      spread: explainAllocation(taken, { replay, money }),
    })),
    totals: {
      overdue: explainOverdue(replay, loan.asOf, money),
      daysPastDue: explainDaysPastDue(replay, loan.asOf),
      payoff: explainPayoff(loan, replay, money),
    },
  };
}

/**
 * One row of a loan.
 *
 * @param number from 1, as in the replay's rows
 */
export function explainRow(
  { terms, digits }: { readonly terms: LoanTerms; readonly digits: number },
  { rows }: Pick<Replay, 'rows'>,
  number: number,
): ExplainedRow {
  const money = amountWords(digits);
  const row = rows[number - 1];
  if (!row) throw new RangeError(`there is no row ${number}`);
  const steps = [
    derived(partWords.principal, money(row.principal)),
    derived(partWords.interest, money(row.interest)),
    ...(row.fee > 0n ? [derived(partWords.fee, money(row.fee))] : []),
    ...(row.penalty > 0n ? [derived(partWords.penalty, money(row.penalty))] : []),
    derived({ id: 'Sudah dibayar', en: 'Paid' }, money(-row.paid)),
    ...(row.waived > 0n
      ? [
          derived(
            { id: 'Dihapus pemberi pinjaman', en: 'Given up by the lender' },
            money(-row.waived),
          ),
        ]
      : []),
  ];
  return {
    n: number,
    principal: explainPrincipal({ terms, rows, number, money }),
    interest: explainInterest({ terms, rows, number, money }),
    outstanding: derived(
      { id: 'Yang masih harus dibayar', en: 'Still to pay' },
      money(row.outstanding),
      steps,
    ),
  };
}

/** Where one repayment went, step by step in the order in which it was spread. */
export function explainAllocation(
  taken: EventAllocation,
  { replay, money }: { replay: Pick<Replay, 'rows'>; money: AmountWords },
): Derivation {
  const steps = taken.steps.map((step) => {
    const row = replay.rows[step.row - 1];
    const day = (lang: 'id' | 'en') => (row ? formatDate(row.dueOn, lang) : '');
    return derived(
      {
        id: `${partWords[step.part].id} angsuran ke-${step.row}, jatuh tempo ${day('id')}`,
        en: `${partWords[step.part].en} of instalment ${step.row}, due ${day('en')}`,
      },
      money(step.amount),
    );
  });
  if (taken.overpaid > 0n)
    steps.push(derived({ id: 'Kelebihan bayar', en: 'More than is owed' }, money(taken.overpaid)));
  if (taken.reversed)
    steps.push(
      derived({
        id: 'Kemudian dibalik: tidak dihitung lagi.',
        en: 'Reversed later: it no longer counts.',
      }),
    );
  const whole = taken.principal + taken.interest + taken.fee + taken.penalty + taken.overpaid;
  const says: Words = taken.waived
    ? { id: 'Yang dihapus', en: 'What was given up' }
    : { id: 'Uang yang diterima', en: 'Money received' };
  return derived(says, money(whole), steps);
}

const nothingLate: Words = {
  id: 'Tidak ada pokok atau jasa yang lewat jatuh tempo.',
  en: 'No principal or interest is past its day.',
};

function explainOverdue({ rows, totals }: Replay, asOf: string, money: AmountWords): Derivation {
  const late = rows.filter((row) => row.dueOn < asOf && row.planOutstanding > 0n);
  return derived(
    { id: 'Tunggakan pokok dan jasa', en: 'Principal and interest overdue' },
    money(totals.overdue),
    late.length === 0
      ? [derived(nothingLate)]
      : late.map((row) =>
          derived(
            {
              id: `Angsuran ke-${row.n}, jatuh tempo ${formatDate(row.dueOn, 'id')}, masih kurang`,
              en: `Instalment ${row.n}, due ${formatDate(row.dueOn, 'en')}, still open`,
            },
            money(row.planOutstanding),
          ),
        ),
  );
}

function explainDaysPastDue({ totals }: Replay, asOf: string): Derivation {
  const days = totals.daysPastDue;
  const value = { id: `${days} hari`, en: `${days} days` };
  const says = { id: 'Lama menunggak', en: 'Days past due' };
  if (days === 0) return derived(says, value, [derived(nothingLate)]);
  return derived(says, value, [
    derived({
      id: `Dari jatuh tempo angsuran tertua yang belum lunas sampai ${formatDate(asOf, 'id')}.`,
      en: `From the day the oldest unpaid instalment fell due until ${formatDate(asOf, 'en')}.`,
    }),
  ]);
}

function explainPayoff(
  { asOf }: { asOf: string },
  { totals }: Replay,
  money: AmountWords,
): Derivation {
  const { principalOutstanding, chargesOutstanding, payoff } = totals;
  return derived(
    {
      id: `Pelunasan pada ${formatDate(asOf, 'id')}`,
      en: `Payoff on ${formatDate(asOf, 'en')}`,
    },
    money(payoff),
    [
      derived({ id: 'Seluruh sisa pokok', en: 'All principal left' }, money(principalOutstanding)),
      derived(
        {
          id: 'Jasa yang sudah jatuh tempo dan jasa periode berjalan, penuh',
          en: 'Interest due, and of the running period in full',
        },
        money(payoff - principalOutstanding - chargesOutstanding),
      ),
      derived({ id: 'Biaya dan denda', en: 'Fees and penalties' }, money(chargesOutstanding)),
    ],
  );
}
