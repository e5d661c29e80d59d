import { openAccounts } from '#domains/ledger/server/index.ts';
import { controls } from '#domains/ledger/chart.ts';
import type { ControlName } from '#domains/ledger/chart.ts';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { LoanInHand } from '../life/loan-life.ts';
import type { LoanAccounts } from '../life/life-postings.ts';

const wanted = [
  ['till', null],
  ['interestIncome', null],
  ['feeIncome', null],
  ['penaltyIncome', null],
  ['recoveryIncome', null],
  ['writeOffExpense', null],
  ['writtenOffContra', null],
  ['overpayment', 'loan'],
  ['writtenOff', 'loan'],
] as const satisfies readonly (readonly [ControlName, 'loan' | null])[];

/** The accounts that a loan's life can touch, those not there yet opened. */
export async function accountsOfLoan(
  tx: Tx,
  loan: LoanInHand,
  { holdsPremium }: { holdsPremium: boolean },
): Promise<LoanAccounts> {
  const premium = [['insurancePremium', null]] as const;
  const rows = [...wanted, ...(holdsPremium ? premium : [])].map(([control, leaf]) => ({
    id: newId(),
    bookId: loan.bookId,
    control,
    leaf: leaf === null ? null : loan.number,
  }));
  const idOf = await openedAccounts(tx, rows);
  return {
    loan: loan.accountId,
    till: idOf('till'),
    interestIncome: idOf('interestIncome'),
    feeIncome: idOf('feeIncome'),
    penaltyIncome: idOf('penaltyIncome'),
    recoveryIncome: idOf('recoveryIncome'),
    writeOffExpense: idOf('writeOffExpense'),
    overpayment: idOf('overpayment'),
    writtenOff: idOf('writtenOff'),
    writtenOffContra: idOf('writtenOffContra'),
    insurancePremium: holdsPremium ? idOf('insurancePremium') : null,
  };
}

/** Ids of accounts by control, those not there yet opened. */
export async function openedAccounts(
  tx: Tx,
  rows: readonly { id: string; bookId: string; control: ControlName; leaf: string | null }[],
): Promise<(control: ControlName) => string> {
  const found = await findAccounts(tx, rows);
  const missing = rows.filter((row) => !found.has(row.control));
  await openAccounts(tx, missing);
  const all = missing.length === 0 ? found : await findAccounts(tx, rows);
  return (control) => {
    const id = all.get(control);
    if (id === undefined) throw new Error(`account ${controls[control].control} was not opened`);
    return id;
  };
}

async function findAccounts(
  tx: Tx,
  rows: readonly { bookId: string; control: ControlName; leaf: string | null }[],
): Promise<Map<ControlName, string>> {
  const given = rows.map((row) => ({ ...row, path: controls[row.control].control }));
  const { rows: found } = await sql<{ control: ControlName; id: string }>`
    select w.control, a.id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w ("bookId" uuid, control text, path text, leaf text)
    join ledger.account a on a.city_id = ${tx.city} and a.book_id = w."bookId" and a.control = w.path
      and a.leaf is not distinct from w.leaf`.execute(tx);
  return new Map(found.map((row) => [row.control, row.id]));
}
