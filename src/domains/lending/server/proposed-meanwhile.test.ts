import { expect, it } from 'vitest';
import { refusedAs } from '#test/refused.ts';
import { useLoan } from '#test/worlds/one-loan.ts';

const { does, house, later, loan, officers, on, pay, reverseLast, sound, world } = useLoan();

/** Holds the till, so that a repayment stands still between reading its loan and being written. */
async function holdTill() {
  const other = await house.app.pools.owner.connect();
  await other.query('begin');
  await other.query(`select from ledger.account where control = 'Aset:Kas:Brankas' for update`);
  return async () => {
    await other.query('rollback');
    other.release();
  };
}

async function soManyWait(count: number): Promise<void> {
  for (;;) {
    const { rowCount } = await house.app.pools.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount === count) return;
  }
}

it('what is proposed while money is on its way to the loan is judged with that money, so that it can be approved', async () => {
  later(7);
  const letGo = await holdTill();
  const money = pay(50_000);
  await soManyWait(1);
  const all = { part: 'interest', amountRupiah: '500000', reason: 'banjir di pasar' };
  const waiver = refusedAs(does('waive', all, officers().yuni));
  const done = await Promise.race([waiver, soManyWait(2).then(() => 'waits')]);
  await letGo();
  await money;
  expect(done).toBe('waits');
  expect(await waiver).toBe('lending.more-than-open');
  expect((await loan()).paid).toMatchObject({ interest: 10_000n, principal: 40_000n });
  await does('waive', { ...all, amountRupiah: '490000' }, officers().yuni);
  await sound();
});

it('the undoing of a large cover that was paid back in part is refused to whoever proposes it', async () => {
  later(80);
  const payerId = world().cast['Siti Aminah'].id;
  await pay(550_000, { payerId, asCover: true, agreedOn: on() });
  const { lendingGroupId, personId: debtorId } = await loan();
  const back = { lendingGroupId, debtorId, amountRupiah: '1000', on: on() };
  await does('repay-claims', back, officers().yuni);
  expect(await refusedAs(reverseLast())).toBe('lending.cover-partly-repaid');
  await sound();
});
