import { sql } from 'kysely';
import { formatDate, weekdayName } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Lang, Words } from '#kernel/words.ts';
import type { CommandContext, Place } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { commitWhatIfInput } from '../life-input.ts';
import { lifeProblems } from '../life/life-problems.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import { planWhatIf } from '../life/plan-what-if.ts';
import { lendingProblems } from '../problems.ts';
import { recordLife } from './life-store.ts';
import { lockLoanInHand } from './loan-in-hand.ts';

type Body = ReturnType<typeof commitWhatIfInput.parse>;

/**
 * Other days or smaller instalments for a group or for one loan, exactly as the what-if showed them: a restructure of
 * each loan. A second person approves it.
 *
 * Refused when a loan no longer comes out as shown, when nothing of it would change, and for loans of several lenders;
 * then none is changed.
 */
export const commitWhatIf = defineCommand({
  kind: 'lending.commit-what-if',
  version: 1,
  input: commitWhatIfInput,
  place: (tx, body) =>
    placeOfLender(
      tx,
      body.loans.map((one) => one.loanId),
    ),
  fourEyes: whatIfWords,
  async check(tx, body, context) {
    for (const one of inOrder(body))
      planOf(await lockLoanInHand(tx, { loanId: one.loanId }), { one, body, context });
  },
  async handle(tx, body, context) {
    const { weekday, skip, reason } = body;
    const numbers: string[] = [];
    for (const one of inOrder(body)) {
      const loan = await lockLoanInHand(tx, { loanId: one.loanId });
      const entered = planOf(loan, { one, body, context });
      await recordLife(tx, { entered, context, details: { reason } });
      numbers.push(loan.number);
    }
    return {
      answer: { loanIds: body.loans.map((one) => one.loanId) },
      audit: {
        subject: { kind: 'loan', id: body.loans[0]?.loanId ?? '' },
        says: whatIfWords(body),
        data: { numbers, weekday, skip },
      },
    };
  },
});

/** In id order, so that two of these with loans in common queue instead of dead-locking. */
function inOrder({ loans }: Body): Body['loans'] {
  return loans.toSorted((a, b) => (a.loanId < b.loanId ? -1 : 1));
}

function planOf(
  loan: LoanInHand,
  { one, body, context }: { one: Body['loans'][number]; body: Body; context: CommandContext },
) {
  const { weekday, skip } = body;
  const { extra, shown } = one;
  return planWhatIf(
    loan,
    { change: { weekday, skip, extra }, shown },
    { today: context.today, newId },
  );
}

function whatIfWords(body: Body): Words {
  const count = body.loans.length;
  return {
    id: `Menyusun ulang ${count} pinjaman (${changesOf(body, 'id')}): ${body.reason}`,
    en: `Restructure ${count} ${count === 1 ? 'loan' : 'loans'} (${changesOf(body, 'en')}): ${body.reason}`,
  };
}

function changesOf({ weekday, skip, loans }: Body, lang: Lang): string {
  const id = lang === 'id';
  const days = skip && `${formatDate(skip.from, lang)}–${formatDate(skip.to, lang)}`;
  return [
    weekday && `${id ? 'pindah ke hari' : 'moved to'} ${weekdayName(weekday, lang)}`,
    days && `${id ? 'melewati' : 'skipping'} ${days}`,
    loans.some((one) => one.extra > 0) && (id ? 'angsuran diringankan' : 'lower instalments'),
  ]
    .filter(Boolean)
    .join('; ');
}

async function placeOfLender(db: Reader, loanIds: readonly string[]): Promise<Place> {
  const { rows } = await sql<{ institution: string }>`
    select distinct institution_id as institution from lending.loan
    where city_id = ${db.city} and id = any (${loanIds}::uuid[])`.execute(db);
  const [place] = rows;
  if (!place) throw lendingProblems.unknownLoan();
  if (rows.length > 1) throw lifeProblems.severalLenders();
  return place;
}
