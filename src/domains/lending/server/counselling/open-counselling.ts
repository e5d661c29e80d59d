import { takeNumbers } from '#domains/access/server/index.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { nextLook } from '../../counselling/counselling.ts';
import { openCounsellingInput } from '../../counselling/input.ts';
import { counsellingProblems } from '../../counselling/problems.ts';
import { placeOfPerson } from '../person-place.ts';
import { insertCounsellings, lockArrears, placeOfLoans } from './counselling-store.ts';
import type { NewCounselling } from './counselling-store.ts';

type Body = ReturnType<typeof openCounsellingInput.parse>;

/**
 * Somebody takes on arrears: of one loan, of several of a lending group, or a debt elsewhere that keeps her from
 * applying. What is overdue is kept as it stood.
 *
 * Refused where nothing is overdue, where a case is open already, and for a day to look again that is not after today.
 */
export const openCounselling = defineCommand({
  kind: 'lending.open-counselling',
  version: 1,
  input: openCounsellingInput,
  place: (tx, { about }) =>
    about.at === 'here'
      ? placeOfLoans(
          tx,
          about.loans.map((one) => one.loanId),
        )
      : placeOfPerson(tx, about.personId),
  async handle(tx, body, context) {
    const { actor, now, today } = context;
    if (body.nextOn && body.nextOn <= today) throw counsellingProblems.nextLookPast();
    const cases = await casesOf(tx, body, context);
    await insertCounsellings(tx, cases, {
      reason: body.reason,
      note: body.note,
      nextOn: nextLook(today, { nextOn: body.nextOn ?? null }),
      on: today,
      at: now,
      by: actor,
    });
    const total = sum(cases.map((one) => one.overdueRupiah));
    const numbers = cases.map((one) => one.number).join(', ');
    return {
      answer: { counsellingIds: cases.map((one) => one.id) },
      audit: {
        subject: { kind: 'counselling', id: cases[0]?.id ?? '' },
        says: {
          id: `Membuka pembinaan tunggakan ${numbers}: ${formatRupiah(total, 'id')}`,
          en: `Opened counselling of arrears ${numbers}: ${formatRupiah(total, 'en')}`,
        },
        data: {
          loans: cases.flatMap((one) => one.loanId ?? []),
          people: cases.map((one) => one.personId),
        },
      },
    };
  },
});

async function casesOf(tx: Tx, body: Body, context: CommandContext): Promise<NewCounselling[]> {
  const { about } = body;
  const year = Number(context.today.slice(0, 4));
  const count = about.at === 'here' ? about.loans.length : 1;
  const numbersFrom = async () => takeNumbers(tx, { name: 'counselling', year, count });
  const numberOf = (first: number, i: number) => `PB-${year}-${String(first + i).padStart(5, '0')}`;
  if (about.at === 'elsewhere') {
    const { counsellingId: id, personId, creditor, amountRupiah: overdueRupiah } = about;
    const number = numberOf(await numbersFrom(), 0);
    return [{ id, number, personId, loanId: null, creditor, overdueRupiah, overdueDays: null }];
  }
  const loans = await lockArrears(tx, {
    loanIds: about.loans.map((one) => one.loanId),
    on: context.today,
  });
  for (const loan of loans) {
    if (loan.open !== null) throw counsellingProblems.counsellingOpen({ number: loan.open });
    if (loan.overdueRupiah === 0n || loan.overdueDays === 0)
      throw counsellingProblems.notInArrears(loan);
  }
  const ids = new Map(about.loans.map((one) => [one.loanId, one.counsellingId]));
  const first = await numbersFrom();
  return loans.flatMap(({ loanId, personId, overdueRupiah, overdueDays }, i) => {
    const id = ids.get(loanId);
    const number = numberOf(first, i);
    return id ? [{ id, number, personId, loanId, creditor: null, overdueRupiah, overdueDays }] : [];
  });
}
