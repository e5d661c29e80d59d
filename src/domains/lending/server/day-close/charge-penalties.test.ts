import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { testCity } from '#test/database.ts';
import { closeDay } from '#test/worlds/day-close.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { weeklyTerms } from '#test/worlds/weekly-loan.ts';
import { dueNow } from '../../life/plans.ts';
import { verifyDayClose } from '../index.ts';

/** Rp 2.000 once for each instalment that is more than two days late. */
const { does, house, later, loan, on, officers, pay, reverseLast, sound, twoPeople } = useLoan({
  daysApart: 28,
  product: {
    terms: {
      ...weeklyTerms,
      latePenalty: { kind: 'per-instalment', rupiah: '2000', graceDays: 2 },
    },
  },
});

/** Closes the cooperative's days until so many days ago, as the night does; the first close begins where the loan does. */
async function closeUntil(daysAgo: number): Promise<void> {
  const { bookId, disbursedOn } = await loan();
  const { rows } = await house.app.pools.owner.query<{ last: string | null }>(
    'select max(day)::text as last from lending.day_close where city_id = $1 and book_id = $2',
    [testCity, bookId],
  );
  const last = rows[0]?.last;
  for (let day = last ? addDays(last, 1) : disbursedOn; day <= on(daysAgo); day = addDays(day, 1))
    await closeDay(house, { bookId, day });
}

const charges = async () =>
  (await loan()).entries
    .filter((entry) => entry.kind === 'penalty')
    .map((entry) => [entry.on, entry.dueOn, entry.amountRupiah]);

describe('The close of a day', () => {
  it('charges what a missed instalment costs once its grace is over, payable from the day after', async () => {
    const firstDue = addDays(on(), 7);
    later(9);
    await closeUntil(0);
    expect(await charges()).toEqual([]);
    later(1);
    await closeUntil(0);
    expect(await charges()).toEqual([[addDays(firstDue, 3), addDays(firstDue, 4), 2_000n]]);
    expect(dueNow(await loan(), on())).toBe(50_000n);
    expect(dueNow(await loan(), on(-1))).toBe(52_000n);
    await sound();
  });

  it('asked for again charges nothing more, and its history tells what it charged', async () => {
    later(10);
    await closeUntil(0);
    const { bookId } = await loan();
    const before = await charges();
    await closeDay(house, { bookId, day: on() });
    expect(await charges()).toEqual(before);
    const { rows } = await house.app.pools.owner.query<{ told: string }>(
      `select tally ->> 'penaltyRupiah' as told from lending.day_close where city_id = $1 and book_id = $2 and day = $3`,
      [testCity, bookId, on()],
    );
    expect(BigInt(rows[0]?.told ?? '0')).toBeGreaterThan(0n);
  });

  it('that was missed comes out as in time: money that came since pays the penalty first', async () => {
    later(6);
    await closeUntil(0);
    later(8);
    await pay(100_000);
    expect((await loan()).paid).toMatchObject({ principal: 80_000n, interest: 20_000n });
    later(1);
    await closeUntil(0);
    expect((await charges()).map(([, , amount]) => amount)).toEqual([2_000n]);
    expect((await loan()).paid).toMatchObject({
      principal: 78_000n,
      interest: 20_000n,
      penalty: 2_000n,
    });
    await sound();
  });

  it('that was missed counts money again that was entered since for the day itself', async () => {
    later(6);
    await closeUntil(0);
    later(5);
    // Handed over on the evening on which the grace ended, entered a day late: an instalment, the next, and more.
    await pay(110_000, { on: on(1) });
    await closeUntil(0);
    expect((await charges()).map(([, , amount]) => amount)).toEqual([2_000n]);
    expect((await loan()).paid).toMatchObject({
      principal: 80_000n,
      interest: 28_000n,
      penalty: 2_000n,
    });
    await sound();
  });

  it('leaves in peace who paid within the grace', async () => {
    later(9);
    await pay(50_000);
    later(3);
    await closeUntil(0);
    expect(await charges()).toEqual([]);
  });
});

describe('A penalty of the day close', () => {
  it('is waived and reversed like any charge', async () => {
    later(10);
    await closeUntil(0);
    await twoPeople('waive', { part: 'penalty', amountRupiah: '500', reason: 'banjir di pasar' });
    expect((await loan()).waived.penalty).toBe(500n);
    await reverseLast();
    const penalty = (await loan()).entries.find((entry) => entry.kind === 'penalty');
    await does(
      'reverse-entry',
      { entryId: penalty?.id, amountRupiah: '2000', reason: 'salah hari libur' },
      officers().yuni,
    );
    expect((await loan()).charged.penalty).toBe(0n);
    await sound();
    const checks = await house.app.read(testCity, (db) => verifyDayClose(db));
    expect(checks.difference).toBeNull();
  });
});

describe('A closed day', () => {
  it('takes nothing more; what was received in it counts from it and is posted on the next', async () => {
    later(7);
    await closeUntil(0);
    const before = await loan();
    await expect(pay(50_000)).rejects.toMatchObject({ code: 'ledger.day-closed' });
    expect(await loan()).toEqual(before);
    later(1);
    await pay(50_000, { on: on(1) });
    const { rows } = await house.app.pools.owner.query(
      `select r.on_day as "on", j.business_date as posted, j.value_date as counts
       from lending.repayment r join ledger.journal j on j.city_id = r.city_id and j.id = r.journal_id
       where r.loan_id = $1`,
      [before.id],
    );
    expect(rows).toEqual([{ on: on(1), posted: on(), counts: on(1) }]);
    await sound();
  });

  it('of a loan that was written off, revived and written off again knows what it earned until the second time', async () => {
    const writeOff = () =>
      twoPeople('write-off-loan', { document: 'SK 3/2026', reason: 'pindah ke luar kota' });
    const earned = async () => {
      await closeUntil(0);
      const { rows } = await house.app.pools.owner.query<{ earned: bigint }>(
        'select earned_interest as earned from lending.loan_position where loan_id = $1',
        [(await loan()).id],
      );
      return rows[0]?.earned;
    };
    await writeOff();
    expect(await earned()).toBe(0n);
    later(8);
    const { entryId, amountRupiah } = await lastEntry();
    await twoPeople('reverse-entry', { entryId, amountRupiah, reason: 'sudah ditemukan' });
    await writeOff();
    expect(await earned()).toBe(10_000n);
  });
});

async function lastEntry() {
  const entry = (await loan()).entries.at(-1);
  return { entryId: entry?.id, amountRupiah: String(entry?.amountRupiah) };
}
