import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { registerBankAccountInput } from '../input.ts';
import { ledgerProblems } from '../problems.ts';
import { plainLeaf } from './bank-store.ts';
import { getBook, openAccounts } from './ledger-store.ts';

/**
 * Registers an account of the institution at a bank. The first takes over the book's bank account, which meetings and
 * deposits post to already; each further one has a leaf of its own.
 */
export const registerBankAccount = defineCommand({
  kind: 'ledger.register-bank-account',
  version: 1,
  input: registerBankAccountInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const accountId = await leafFor(tx, { bookId, bank: body.bank, number: body.number });
    const { rows } = await sql`
      insert into ledger.bank_account (city_id, id, book_id, account_id, bank, number, holder, registered_at, registered_by)
      values (${tx.city}, ${body.bankAccountId}, ${bookId}, ${accountId}, ${body.bank}, ${body.number}, ${body.holder},
        ${context.now}, ${context.actor.userId})
      on conflict do nothing returning id`.execute(tx);
    if (rows.length === 0) throw ledgerProblems.bankAccountExists({ number: body.number });
    return {
      answer: { bankAccountId: body.bankAccountId },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Mendaftarkan rekening ${body.bank} ${body.number} atas nama ${body.holder}`,
          en: `Registered the bank account ${body.bank} ${body.number} held by ${body.holder}`,
        },
      },
    };
  },
});

async function leafFor(
  tx: Tx,
  account: { bookId: string; bank: string; number: string },
): Promise<string> {
  const main = await plainLeaf(tx, { bookId: account.bookId, control: 'bank' });
  const { rows } = await sql`
    select 1 from ledger.bank_account where city_id = ${tx.city} and account_id = ${main.id}`.execute(
    tx,
  );
  if (rows.length === 0) return main.id;
  const id = newId();
  const leaf = `${account.bank} ${account.number}`.replace(/[:;]+|\s{2,}/g, ' ').slice(0, 80);
  await openAccounts(tx, [{ id, bookId: account.bookId, control: 'bank', leaf }]);
  return id;
}
