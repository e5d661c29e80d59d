import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { coveredMeeting } from '#test/worlds/covered-meeting.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { inAgreedOrder, owedOf } from '../member-claims.ts';
import { claimsOf } from './claim-store.ts';
import { lendingGroupsOf } from './joint-liability-pages.ts';
import { verifyLoans } from './verify-loans.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let lendingGroupId: string;

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });
const claims = () => house.app.read(testCity, (db) => claimsOf(db, { lendingGroupId }));
const owed = async () =>
  (await claims()).map((c) => [
    c.debtorName.split(' ')[0],
    c.creditorName.split(' ')[0],
    owedOf(c),
  ]);

beforeAll(async () => {
  melati = await foundMelati(house);
  await coveredMeeting(house, melati, [
    { obligor: 'Rohani', payer: 'Siti', amountRupiah: 30_000n },
    { obligor: 'Rohani', payer: 'Emi', amountRupiah: 20_000n },
  ]);
  await coveredMeeting(house, melati, [
    { obligor: 'Rohani', payer: 'Dewi', amountRupiah: 10_000n },
    { obligor: 'Emi', payer: 'Siti', amountRupiah: 40_000n },
  ]);
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from lending.lending_group',
  );
  lendingGroupId = rows[0]?.id ?? '';
});

function repay(name: string, amountRupiah: bigint, change: Record<string, unknown> = {}) {
  return house.does(melati.mentor, 'lending.repay-claims', {
    lendingGroupId,
    debtorId: melati.member(name).id,
    amountRupiah: amountRupiah.toString(),
    on: house.now.toISOString().slice(0, 10),
    ...change,
  });
}

async function sound(): Promise<void> {
  const checks = await house.app.read(testCity, verifyLoans);
  expect(checks.filter((check) => check.difference !== null)).toEqual([]);
}

describe('What a member owes the peers who covered her', () => {
  it('is found from the programme group, for its meeting and its page', async () => {
    const found = await house.app.read(testCity, async (db) => ({
      claims: await claimsOf(db, { businessGroupId: melati.groupId }),
      groups: await lendingGroupsOf(db, melati.groupId),
    }));
    expect(found.claims.map((claim) => claim.id)).toEqual((await claims()).map(({ id }) => id));
    expect(found.groups).toMatchObject([
      { id: lendingGroupId, openClaims: 4, owedRupiah: 100_000n },
    ]);
  });

  it('is paid back oldest cover first, from hand to hand', async () => {
    const till = await house.app.pools.owner.query(
      `select sum(balance)::text as cash from ledger.account where control like 'Aset:Kas%'`,
    );
    await repay('Rohani', 35_000n);
    expect(await owed()).toEqual([
      ['Rohani', 'Siti', 0n],
      ['Rohani', 'Emi', 15_000n],
      ['Rohani', 'Dewi', 10_000n],
      ['Emi', 'Siti', 40_000n],
    ]);
    const after = await house.app.pools.owner.query(
      `select sum(balance)::text as cash from ledger.account where control like 'Aset:Kas%'`,
    );
    expect(after.rows).toEqual(till.rows);
    await sound();
  });

  it('follows another order once the group agrees on one', async () => {
    const open = (await claims()).filter((claim) => owedOf(claim) > 0n);
    const claimIds = [...open].reverse().map((claim) => claim.id);
    const agree = (ids: string[]) =>
      house.does(melati.mentor, 'lending.order-claims', {
        lendingGroupId,
        claimIds: ids,
        reason: 'disepakati di pertemuan',
      });
    await expect(agree(claimIds.slice(1))).rejects.toEqual(refusal('order-incomplete'));
    await expect(agree([...claimIds, claimIds[0] ?? ''])).rejects.toEqual(
      refusal('order-incomplete'),
    );
    await agree(claimIds);
    await repay('Rohani', 5_000n);
    expect(await owed()).toContainEqual(['Rohani', 'Dewi', 5_000n]);
    await sound();
  });

  it('is refused beyond what she owes, for a day to come and before the cover', async () => {
    await expect(repay('Rohani', 20_001n)).rejects.toMatchObject({
      code: 'lending.claim-more-than-owed',
      words: { id: expect.stringContaining('20.000') },
    });
    await expect(repay('Siti', 1n)).rejects.toEqual(refusal('claim-more-than-owed'));
    await expect(repay('Rohani', 1_000n, { on: '2027-01-01' })).rejects.toEqual(
      refusal('claim-before-cover'),
    );
    await expect(repay('Rohani', 1_000n, { on: '2026-11-01' })).rejects.toEqual(
      refusal('claim-before-cover'),
    );
  });

  it('is forgiven by nobody but the member who covered', async () => {
    const claim = (await claims()).find((c) => c.debtorName.startsWith('Emi'));
    const forgive = (change: Record<string, unknown>) =>
      house.does(melati.cashier, 'lending.forgive-claim', {
        claimId: claim?.id,
        amountRupiah: '40000',
        reason: 'suaminya sakit',
        creditorAgrees: true,
        ...change,
      });
    await expect(forgive({ creditorAgrees: false })).rejects.toEqual(
      refusal('creditor-must-agree'),
    );
    await expect(forgive({ amountRupiah: '40001' })).rejects.toEqual(
      refusal('claim-more-than-owed'),
    );
    await forgive({});
    await expect(forgive({ amountRupiah: '1' })).rejects.toEqual(refusal('claim-not-open'));
    expect((await claims()).find((c) => c.id === claim?.id)).toMatchObject({ state: 'forgiven' });
    await sound();
  });

  it('comes back when an entry is reversed, once', async () => {
    const { rows } = await house.app.pools.owner.query<{ id: string }>(
      `select id from lending.claim_event where kind = 'forgiven'`,
    );
    const reverse = () =>
      house.does(melati.mentor, 'lending.reverse-claim-entry', {
        entryId: rows[0]?.id,
        reason: 'salah catat orang',
      });
    await reverse();
    expect(await owed()).toContainEqual(['Emi', 'Siti', 40_000n]);
    await expect(reverse()).rejects.toEqual(refusal('claim-entry-unknown'));
    await sound();
  });

  it('is one repayment when it is sent twice, and none too many when two send at once', async () => {
    const id = newId();
    const body = {
      lendingGroupId,
      debtorId: melati.member('Emi').id,
      amountRupiah: '25000',
      on: house.now.toISOString().slice(0, 10),
    };
    const send = (key: string) => house.does(melati.mentor, 'lending.repay-claims', body, key);
    await Promise.all([send(id), send(id)]);
    const rest = await Promise.allSettled([send(newId()), send(newId())]);
    expect(rest.map((one) => one.status).sort()).toEqual(['rejected', 'rejected']);
    expect(await owed()).toContainEqual(['Emi', 'Siti', 15_000n]);
    await sound();
  });
});

describe('Whatever is repaid, forgiven and reversed', () => {
  it('claims agree with covers and with the books', { timeout: 60_000 }, async () => {
    const step = fc.record({
      what: fc.constantFrom('repay', 'forgive', 'reverse'),
      name: fc.constantFrom('Rohani', 'Emi'),
      amount: fc.bigInt({ min: 1n, max: 12_000n }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        for (const { what, name, amount } of steps) await perform(what, name, amount);
        await sound();
      }),
      { numRuns: 10 },
    );
  });
});

async function perform(what: string, name: string, amount: bigint): Promise<void> {
  if (what === 'repay') await repay(name, amount).catch(expectRefusal);
  else if (what === 'forgive') {
    const [claim] = inAgreedOrder((await claims()).filter((c) => owedOf(c) > 0n));
    if (!claim) return;
    await house
      .does(melati.mentor, 'lending.forgive-claim', {
        claimId: claim.id,
        amountRupiah: amount.toString(),
        reason: 'direlakan bersama',
        creditorAgrees: true,
      })
      .catch(expectRefusal);
  } else {
    const { rows } = await house.app.pools.owner.query<{ id: string }>(
      `select id from lending.claim_event where kind <> 'reversal' order by entered desc limit 1`,
    );
    await house
      .does(melati.mentor, 'lending.reverse-claim-entry', {
        entryId: rows[0]?.id,
        reason: 'salah catat',
      })
      .catch(expectRefusal);
  }
}

function expectRefusal(error: unknown): void {
  expect(error).toMatchObject({ code: expect.stringMatching(/^lending\.claim-/) });
}
