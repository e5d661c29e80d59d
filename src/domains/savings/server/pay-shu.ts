import { credit, debit, withoutZeros } from '#domains/ledger/journal.ts';
import {
  findShuRule,
  getBook,
  postableAccounts,
  postJournals,
} from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { payShuInput } from '../input.ts';
import { savingsProblems } from '../problems.ts';
import { openSavingsAccounts, recordMovements } from './savings-store.ts';
import { findDivision, insertShuPayment, sharesOf } from './shu-store.ts';

type Body = ReturnType<typeof payShuInput.parse>;

/**
 * Pays a member all she has of a year's SHU that was kept as payable, once, in cash out of the till or onto her
 * voluntary savings. The division itself took two people, so a cashier alone hands it out.
 *
 * Refused unless the year's SHU was kept as payable, for somebody without a share, a second time, and when the till is
 * short.
 */
export const payShu = defineCommand({
  kind: 'savings.pay-shu',
  version: 1,
  input: payShuInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { institutionId, year, personId, paidTo, journalId } = body;
    const division = await findDivision(tx, body);
    if (division?.paidTo !== 'payable') throw savingsProblems.shuNotPayable({ year });
    const shares = await sharesOf(tx, body);
    const amountRupiah = sum(shares.map((share) => share.amountRupiah));
    const [share] = shares;
    if (!share || amountRupiah <= 0n) throw savingsProblems.noShare({ year });
    const { id: bookId, accounts } = await getBook(tx, institutionId);
    const rule = await findShuRule(tx, { bookId, on: `${year}-12-31` });
    const leaves = await postableAccounts(tx, bookId);
    const leafOf = (part: number) => leaves.get(rule?.parts[part - 1]?.number ?? '')?.leafId ?? '';
    const saved = paidTo === 'savings' ? await voluntary(tx, { bookId, body, context }) : null;
    const days = { businessDate: context.today, valueDate: context.today };
    const entries = withoutZeros([
      ...shares.map((one) => debit(leafOf(one.part), one.amountRupiah)),
      credit(saved?.ledgerAccountId ?? accounts.till, amountRupiah),
    ]);
    const says = `SHU ${year} diambil ${share.name}`;
    const journals = [{ id: journalId, kind: 'surplus-paid', says, entries, ...days }];
    await postJournals(tx, { bookId, commandId: context.id, journals });
    if (saved) {
      const movement = { id: newId(), accountId: saved.id, on: context.today, amountRupiah };
      await recordMovements(tx, [{ ...movement, source: 'shu', sourceId: journalId, journalId }]);
    }
    const kept = { institutionId, year, personId, amountRupiah, paidTo, journalId };
    const by = { by: context.actor.userId, on: context.today, at: context.now };
    if (!(await insertShuPayment(tx, { ...kept, ...by })))
      throw savingsProblems.shuFetched({ name: share.name, year });
    return {
      answer: { journalId, amountRupiah: amountRupiah.toString() },
      audit: {
        subject: { kind: 'person', id: personId },
        says: {
          id: `Membayar SHU ${year} kepada ${share.name}: ${formatRupiah(amountRupiah, 'id')} ${paidTo === 'cash' ? 'tunai' : 'ke tabungan'}`,
          en: `Paid the SHU of ${year} to ${share.name}: ${formatRupiah(amountRupiah, 'en')} ${paidTo === 'cash' ? 'in cash' : 'onto her savings'}`,
        },
      },
    };
  },
});

async function voluntary(
  tx: Tx,
  { bookId, body, context }: { bookId: string; body: Body; context: CommandContext },
): Promise<{ id: string; ledgerAccountId: string }> {
  const [account] = await openSavingsAccounts(tx, {
    bookId,
    institutionId: body.institutionId,
    openedOn: context.today,
    personIds: [body.personId],
    kinds: ['voluntary'],
  });
  if (!account) throw new Error('no voluntary savings account was opened');
  return account;
}
