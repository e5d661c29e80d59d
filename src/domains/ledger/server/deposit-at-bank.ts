import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { depositAtBankInput } from '../input.ts';
import { credit, debit } from '../journal.ts';
import { ledgerProblems } from '../problems.ts';
import { getBankAccount, plainLeaf } from './bank-store.ts';
import { getBook, postJournals } from './ledger-store.ts';

/**
 * Cash from the safe was brought to the bank against a slip: one person writes it down, a second who saw the slip
 * confirms. The money is on its way until the bank's statement shows it.
 *
 * Refused when the safe holds less, and when the slip was used for this bank account before.
 */
export const depositAtBank = defineCommand({
  kind: 'ledger.deposit-at-bank',
  version: 1,
  input: depositAtBankInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  fourEyes: (body) => wordsOf(body),
  check: prepare,
  async handle(tx, body, context) {
    const { bookId, till } = await prepare(tx, body);
    const transit = await plainLeaf(tx, { bookId, control: 'transit' });
    const journalId = newId();
    await postJournals(tx, {
      bookId,
      commandId: context.id,
      journals: [
        {
          id: journalId,
          kind: 'bank-deposit',
          says: `Setor ke bank, slip ${body.slipNumber}`,
          businessDate: context.today,
          valueDate: context.today,
          entries: [debit(transit.id, body.amountRupiah), credit(till.id, body.amountRupiah)],
        },
      ],
    });
    await insertDeposit(tx, { ...body, bookId, journalId }, context);
    return {
      answer: { depositId: body.depositId },
      audit: { subject: { kind: 'bank-deposit', id: body.depositId }, says: wordsOf(body) },
    };
  },
});

interface Slip {
  readonly institutionId: string;
  readonly bankAccountId: string;
  readonly amountRupiah: bigint;
  readonly slipNumber: string;
  readonly photoSha256: string | null;
}

async function prepare(tx: Tx, body: Slip) {
  const { id: bookId } = await getBook(tx, body.institutionId);
  await getBankAccount(tx, { bookId, bankAccountId: body.bankAccountId });
  const till = await plainLeaf(tx, { bookId, control: 'till' });
  if (till.balance < body.amountRupiah) throw ledgerProblems.moreThanSafe({ holds: till.balance });
  const { rows } = await sql`
    select 1 from ledger.bank_deposit
    where city_id = ${tx.city} and bank_account_id = ${body.bankAccountId} and slip_number = ${body.slipNumber}`.execute(
    tx,
  );
  if (rows.length > 0) throw ledgerProblems.slipUsed({ slip: body.slipNumber });
  return { bookId, till };
}

async function insertDeposit(
  tx: Tx,
  slip: Slip & { depositId: string; bookId: string; journalId: string },
  context: CommandContext,
): Promise<void> {
  const { rows } = await sql`
    insert into ledger.bank_deposit (city_id, id, book_id, bank_account_id, on_day, amount_rupiah, slip_number, journal_id,
      deposited_by, confirmed_by, photo_sha256)
    values (${tx.city}, ${slip.depositId}, ${slip.bookId}, ${slip.bankAccountId}, ${context.today}, ${slip.amountRupiah.toString()},
      ${slip.slipNumber}, ${slip.journalId}, ${context.proposedBy}, ${context.actor.userId},
      ${slip.photoSha256})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) throw ledgerProblems.slipUsed({ slip: slip.slipNumber });
}

function wordsOf(body: Pick<Slip, 'amountRupiah' | 'slipNumber' | 'photoSha256'>): Words {
  const photo =
    body.photoSha256 === null
      ? { id: '', en: '' }
      : { id: ', ada fotonya', en: ', with a picture' };
  return {
    id: `Menyetor ${formatRupiah(body.amountRupiah, 'id')} ke bank, slip ${body.slipNumber}${photo.id}`,
    en: `Deposit ${formatRupiah(body.amountRupiah, 'en')} at the bank, slip ${body.slipNumber}${photo.en}`,
  };
}
