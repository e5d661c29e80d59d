import { beforeEach, expect } from 'vitest';
import { getLoanInHand, verifyLoans } from '#domains/lending/server/index.ts';
import type { LoanInHand } from '#domains/lending/life/loan-life.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { testCity } from '../database.ts';
import { useHouse } from '../house.ts';
import type { TestHouse } from '../house.ts';
import { disbursed, foundJambi, offeredProduct } from './jambi.ts';
import type { Jambi } from './jambi.ts';
import { meetingOfOne } from './meeting-of-one.ts';

async function found(house: TestHouse, product?: Record<string, unknown>): Promise<Jambi> {
  const jambi = await foundJambi(house);
  return product
    ? { ...jambi, productId: await offeredProduct(house, { ...jambi, change: product }) }
    : jambi;
}

/**
 * A loan that things happen to. Call once at the top of a test file: each test then has a loan of Rohani's of its own,
 * Rp 2.000.000 handed out on a Wednesday, Rp 50.000 a week for 50 weeks, and Siti Aminah borrows beside her.
 *
 * @param asked what the product has differently, and how many days lie between the loans of two tests: a day that one
 *   of them closes stays closed for the next
 */
export function useLoan(asked: { product?: Record<string, unknown>; daysApart?: number } = {}) {
  const { product, daysApart = 7 } = asked;
  const house: TestHouse = useHouse('2026-04-01T02:00:00Z');
  let jambi: Jambi | undefined;
  let loanId = '';
  let day = 0;

  beforeEach(async () => {
    jambi ??= await found(house, product);
    const start = new Date(Date.UTC(2026, 3, 1, 2) + day * 86_400_000);
    day += daysApart;
    house.now = start;
    const firstDueOn = new Date(start.getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
    const { loanIds } = await disbursed(house, jambi, {
      names: ['Rohani', 'Siti Aminah'],
      firstDueOn,
    });
    loanId = loanIds.Rohani;
  });

  const world = () => {
    if (!jambi) throw new Error('the world is founded first');
    return jambi;
  };
  const officers = () => world().officers;
  const on = (daysAgo = 0) =>
    new Date(house.now.getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const does = (kind: string, body: object, by: Actor = officers().lilis): Promise<Json> =>
    house.does(by, `lending.${kind}`, { loanId, ...body });
  const loan = (): Promise<LoanInHand> =>
    house.app.read(testCity, (db) => getLoanInHand(db, loanId));

  async function approve(parked: Json): Promise<Json> {
    const { proposalId } = parked as { proposalId: string };
    return house.does(officers().bambang, 'access.decide-proposal', { proposalId, approve: true });
  }

  async function reverseLast(change: object = {}): Promise<Json> {
    const last = (await loan()).entries.findLast((entry) => entry.kind !== 'reversal');
    return does('reverse-entry', {
      entryId: last?.id,
      amountRupiah: String(last?.amountRupiah),
      reason: 'salah catat',
      ...change,
    });
  }

  return {
    house,
    world,
    officers,
    on,
    does,
    loan,
    approve,
    reverseLast,
    id: () => loanId,
    later: (days: number) => (house.now = new Date(house.now.getTime() + days * 86_400_000)),
    pay: (amount: number, change: object = {}) =>
      does('record-repayment', {
        repaymentId: newId(),
        amountRupiah: String(amount),
        on: on(),
        ...change,
      }),
    /** A meeting of her loan alone, of today or of some days ago: she hands over an amount. */
    meeting: (amountRupiah: bigint, daysAgo = 0) =>
      meetingOfOne(house, {
        loanId,
        institutionId: world().cooperativeId,
        amountRupiah,
        on: on(daysAgo),
        by: officers().lilis,
      }),
    /** One officer proposes, an approver lets it through. */
    twoPeople: async (kind: string, body: object) =>
      approve(await does(kind, body, officers().yuni)),
    charge: (amount: number, change: object = {}) =>
      does(
        'charge-loan',
        {
          chargeId: newId(),
          kind: 'penalty',
          amountRupiah: String(amount),
          on: on(),
          dueOn: on(),
          reason: 'terlambat seminggu',
          ...change,
        },
        officers().yuni,
      ),
    /** Balances of the leaves that bear the loan's number, by control; those at nothing left out. */
    async leaves(): Promise<Record<string, bigint>> {
      const { number } = await loan();
      const { rows } = await house.app.pools.owner.query<{ control: string; balance: string }>(
        'select control, balance from ledger.account where leaf = $1 and balance <> 0',
        [number],
      );
      return Object.fromEntries(rows.map((row) => [row.control, BigInt(row.balance)]));
    },
    /** Everything about loans agrees with the books. */
    async sound(): Promise<void> {
      const checks = await house.app.read(testCity, verifyLoans);
      expect(checks.filter((check) => check.difference !== null)).toEqual([]);
    },
  };
}
