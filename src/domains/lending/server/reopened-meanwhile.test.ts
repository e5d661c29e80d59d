import { expect, it } from 'vitest';
import { useLoan } from '#test/worlds/one-loan.ts';
import { lockLoansOfGroup } from './loans-due.ts';

const { house, id, later, loan, on, pay, reverseLast, sound, world } = useLoan();

const taken = () =>
  house.database.write((tx) => lockLoansOfGroup(tx, { groupId: world().group.id, on: on() }));

/** Somebody holds every running loan of the group, as a sheet on its way does. */
async function holdRunningLoans() {
  const other = await house.app.pools.owner.connect();
  await other.query('begin');
  await other.query(`select from lending.loan where state = 'active' for update`);
  return async () => {
    await other.query('rollback');
    other.release();
  };
}

async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await house.app.pools.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}

it('a sheet that waited leaves a loan alone that was closed when it came and runs again since: it does not hold it', async () => {
  later(7);
  await pay(2_490_000);
  await pay(10_000);
  expect((await loan()).state).toBe('closed');
  const letGo = await holdRunningLoans();
  const sheet = taken();
  await somebodyWaits();
  await reverseLast();
  expect((await loan()).state).toBe('active');
  await letGo();
  expect((await sheet).map((one) => one.name)).toEqual(['Siti Aminah']);
  // The next one finds it running, and holds it.
  expect((await taken()).map((one) => one.loanId)).toContain(id());
  await sound();
});
