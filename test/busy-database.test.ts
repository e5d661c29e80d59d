import { beforeAll, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let loanId: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from lending.loan order by number limit 1',
  );
  loanId = rows[0]?.id ?? '';
});

/** Sends the same repayment under the same key as often as it is called. */
function repayment() {
  const id = newId();
  const body = { loanId, repaymentId: newId(), amountRupiah: '50000', on: '2026-11-11' };
  const send = () => house.does(melati.cashier, 'lending.record-repayment', body, id);
  return { id, send };
}

async function repaidTimes(): Promise<number> {
  const { rows } = await house.app.pools.owner.query<{ count: string }>(
    'select count(*) from lending.repayment where loan_id = $1',
    [loanId],
  );
  return Number(rows[0]?.count);
}

/** Somebody else holds the loan while the work goes on; answers once the command waits for it. */
async function holdLoan() {
  const other = await house.app.pools.owner.connect();
  await other.query('begin');
  await other.query('select from lending.loan where id = $1 for update', [loanId]);
  const waiting = async () => {
    for (;;) {
      const { rows } = await house.app.pools.owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows[0]) return rows[0].pid;
    }
  };
  return { other, waiting };
}

it('a statement that is cut off for taking too long leaves nothing, and the same key sent again is done once', async () => {
  const { other, waiting } = await holdLoan();
  const { send } = repayment();
  const before = await repaidTimes();
  const first = refusedAs(send());
  await house.app.pools.owner.query('select pg_cancel_backend($1)', [await waiting()]);
  expect(await first).toBe('command.too-busy');
  await other.query('rollback');
  other.release();
  expect(await repaidTimes()).toBe(before);
  await send();
  await send();
  expect(await repaidTimes()).toBe(before + 1);
});

it('of two that wait for each other one is sent away, and the same key sent again is done once', async () => {
  const { other, waiting } = await holdLoan();
  const { id, send } = repayment();
  const before = await repaidTimes();
  const first = refusedAs(send());
  await waiting();
  // Now the other waits for the command's receipt, and the command for the other's loan.
  const claim = other.query(
    `insert into access.command_receipt (city_id, id, kind, version, body_hash, actor_id)
     values ($1, $2, 'x', 1, sha256('x'), $2)`,
    [testCity, id],
  );
  // The command has waited longer, looks around first, and gives way.
  expect(await first).toBe('command.too-busy');
  await claim;
  await other.query('rollback');
  other.release();
  await send();
  expect(await repaidTimes()).toBe(before + 1);
});
