import { explainLoan, explainRow } from '#domains/lending/explain-loan.ts';
import { amountWords } from '#domains/lending/explain-words.ts';
import { loanAsOf } from '#domains/lending/life/loan-as-of.ts';
import { replayLife } from '#domains/lending/life/loan-life.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { payoffQuote } from '#domains/lending/life/plan-repayment.ts';
import type { StandingRow } from '#domains/lending/loan-totals.ts';
import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { derived, type Derivation } from '#kernel/derivation.ts';
import { explainEntries } from './entries.ts';
import type { ExplainedEntry } from './entries.ts';
import { rowOfLaterVersion } from './version-figures.ts';

export interface ExplainedDay {
  readonly rows: readonly StandingRow[];
  /** Which version of the schedule was in force, and of how many there are now. */
  readonly version: number;
  readonly versions: number;
  readonly totals: readonly Derivation[];
  /** The instalment asked for; null when none was. */
  readonly instalment: { readonly n: number; readonly figures: readonly Derivation[] } | null;
  /** Everything that had happened by then, newest first. */
  readonly entries: readonly ExplainedEntry[];
}

const money = amountWords(0);

/** A loan as it stood at the end of a day, every figure with where it comes from. */
export function explainDay(
  whole: LoanInHand,
  asked: { readonly on: BusinessDate; readonly instalment: number | null },
): ExplainedDay {
  const loan = loanAsOf(whole, asked.on);
  const replay = replayLife(loan, asked.on);
  const terms = {
    product: loan.terms,
    principal: loan.versions[0]?.principalDue.at(-1) ?? loan.principalRupiah,
    disbursedOn: loan.disbursedOn,
    firstDueOn: loan.versions[0]?.dueOn[0],
  };
  const { totals } = explainLoan(
    { terms, asOf: asked.on, digits: 0 },
    { ...replay, allocations: [] },
  );
  const row = asked.instalment === null ? undefined : replay.rows[asked.instalment - 1];
  return {
    rows: replay.rows,
    version: loan.versions.length,
    versions: whole.versions.length,
    totals: [
      principalLeft(replay),
      totals.overdue,
      totals.daysPastDue,
      ...(['whole-plan', 'running-period'] as const).map((interest) =>
        payoff(loan, { on: asked.on, interest }),
      ),
    ],
    instalment: row
      ? {
          n: row.n,
          figures: figuresOf(explainRow({ terms, digits: 0 }, replay, row.n), { loan, replay }),
        }
      : null,
    entries: explainEntries(whole, { loan, replay }),
  };
}

/** What the product's own terms explain holds while the first schedule is in force; then its later version does. */
function figuresOf(
  row: ReturnType<typeof explainRow>,
  at: { loan: LoanInHand; replay: ReturnType<typeof replayLife> },
): Derivation[] {
  const made =
    at.loan.versions.length === 1
      ? [row.principal, row.interest]
      : rowOfLaterVersion(row.n, { ...at, money });
  return [...made, row.outstanding];
}

function principalLeft({ rows, paid, totals }: ReturnType<typeof replayLife>): Derivation {
  const lent = rows.reduce((sum, row) => sum + row.principal, 0n);
  return derived({ id: 'Sisa pokok', en: 'Principal left' }, money(totals.principalOutstanding), [
    derived({ id: 'Pokok yang dipinjam', en: 'Principal lent' }, money(lent)),
    derived({ id: 'Pokok yang sudah dibayar', en: 'Principal paid' }, money(-paid.principal)),
  ]);
}

const payoffNames = {
  'whole-plan': {
    id: 'dengan seluruh jasa jadwal',
    en: 'with all the interest of the plan',
  },
  'running-period': {
    id: 'bila jasa yang belum berjalan dibebaskan',
    en: 'if interest that has not begun is given up',
  },
} as const;

/** What pays the loan off on the day: the figure of the loan's page, and the least a lender may ask instead. */
function payoff(
  loan: LoanInHand,
  ask: { readonly on: BusinessDate; readonly interest: keyof typeof payoffNames },
): Derivation {
  const quote = payoffQuote(loan, ask);
  const name = payoffNames[ask.interest];
  return derived(
    {
      id: `Pelunasan pada ${formatDate(ask.on, 'id')}, ${name.id}`,
      en: `Payoff on ${formatDate(ask.on, 'en')}, ${name.en}`,
    },
    money(quote.totalRupiah),
    [
      derived({ id: 'Sisa pokok', en: 'Principal left' }, money(quote.principalRupiah)),
      derived(
        { id: 'Jasa yang masih diminta', en: 'Interest still asked for' },
        money(quote.interestRupiah),
      ),
      ...(quote.chargesRupiah > 0n
        ? [derived({ id: 'Biaya dan denda', en: 'Fees and penalties' }, money(quote.chargesRupiah))]
        : []),
    ],
  );
}
