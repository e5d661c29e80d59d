import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { getBook } from '#domains/ledger/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { actorWith } from '#test/actors.ts';
import type { Scope } from '#domains/access/who-may.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { disbursed, foundJambi } from '#test/worlds/jambi.ts';
import type { CastName, Jambi } from '#test/worlds/jambi.ts';
import { findBorrower, findCounselling, listCounselling } from '../index.ts';

// Six loans of Rp 2,000,000 from 1 April, Rp 50,000 every Wednesday from the 8th; on 1 May four fell due.
const house = useHouse('2026-04-01T02:00:00Z');
const nowhere = { kecamatan: [], kelurahan: [], department: [], institution: [], group: [] };
const everything = { ...nowhere, all: true };
const ask = { q: '', sort: 'nama', direction: 'asc', size: 50, offset: 0, filters: {} } as const;
const today = '2026-05-01';
let jambi: Jambi;
let loanIds: Readonly<Record<CastName, string>>;

beforeAll(async () => {
  jambi = await foundJambi(house);
  ({ loanIds } = await disbursed(house, jambi, { firstDueOn: '2026-04-08' }));
  house.now = new Date('2026-04-22T02:00:00Z');
  await pay('Yusnidar', 150_000n);
  house.now = new Date('2026-04-29T02:00:00Z');
  for (const name of ['Dewi Lestari', 'Emi Suryani', 'Siti Aminah'] as const)
    await pay(name, 200_000n);
  house.now = new Date('2026-05-01T02:00:00Z');
  const book = await house.app.read(testCity, (db) => getBook(db, jambi.cooperativeId));
  for (let day = '2026-04-01'; day < today; day = addDays(day, 1))
    await house.does(systemActor, 'lending.close-day', { bookId: book.id, day });
});

const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

function pay(name: CastName, amountRupiah: bigint, change: object = {}) {
  return house.does(jambi.officers.lilis, 'lending.record-repayment', {
    repaymentId: newId(),
    loanId: loanIds[name],
    amountRupiah: amountRupiah.toString(),
    on: house.now.toISOString().slice(0, 10),
    ...change,
  });
}

async function opened(...names: CastName[]): Promise<string[]> {
  const answer = await house.does(jambi.officers.fitri, 'lending.open-counselling', {
    about: {
      at: 'here',
      loans: names.map((name) => ({ counsellingId: newId(), loanId: loanIds[name] })),
    },
    reason: 'fell-behind',
  });
  return (answer as { counsellingIds: string[] }).counsellingIds;
}

const step = (counsellingId: string, change: object) =>
  house.does(jambi.officers.fitri, 'lending.record-counselling-step', {
    counsellingId,
    stepId: newId(),
    kind: 'talk',
    on: today,
    ...change,
  });

const close = (counsellingId: string, result: string, note = '') =>
  house.does(jambi.officers.fitri, 'lending.close-counselling', { counsellingId, result, note });

const look = (id: string, on = today) =>
  house.app.read(testCity, (db) => findCounselling(db, { id, on }, everything));

const worklist = (filters = {}, scope: Scope = everything) =>
  house.app.read(testCity, async (db) =>
    (await listCounselling(db, { ...ask, filters, on: today }, scope)).rows.map(
      (row) => `${row.name} ${row.state}`,
    ),
  );

describe('The worklist', () => {
  it('lists by itself whom the last close of a day found 8 days late or worse, and nobody else', async () => {
    expect(await worklist()).toEqual(['Nurhayati none', 'Rohani none']);
  });

  it('shows an area’s own people only', async () => {
    const elsewhere = { ...nowhere, all: false, kelurahan: ['15.71.02.1001'] };
    expect(await worklist({}, elsewhere)).toEqual([]);
    const here = { ...nowhere, all: false, kelurahan: [jambi.group.kelurahan] };
    expect(await worklist({}, here)).toHaveLength(2);
  });
});

describe('A case', () => {
  let id: string;

  it('is opened for several of a group at once, and then waits for the day to look again', async () => {
    const [first = '', second = ''] = await opened('Nurhayati', 'Rohani');
    id = first;
    expect(await worklist()).toEqual([]);
    expect(await worklist({ status: 'berjalan' })).toEqual(['Nurhayati open', 'Rohani open']);
    expect(await look(id)).toMatchObject({
      name: 'Nurhayati',
      overdueRupiah: 200_000n,
      overdueDays: 23,
      nextOn: '2026-05-08',
      steps: [],
    });
    await close(second, 'mistake', 'salah pilih nama');
  });

  it('is not opened twice, nor for somebody who owes nothing yet', async () => {
    await expect(opened('Nurhayati')).rejects.toEqual(refusal('counselling-open'));
    await expect(opened('Siti Aminah')).rejects.toEqual(refusal('not-in-arrears'));
  });

  it('is nobody’s to open from another kelurahan', async () => {
    const elsewhere = actorWith('Mentor lain', {
      role: 'pendamping',
      jurisdiction: 'kelurahan',
      at: '15.71.02.1001',
    });
    await expect(
      house.does(elsewhere, 'lending.open-counselling', {
        about: { at: 'here', loans: [{ counsellingId: newId(), loanId: loanIds.Rohani }] },
        reason: 'fell-behind',
      }),
    ).rejects.toMatchObject({ code: 'command.not-allowed' });
  });

  it('takes a promise with amount and day, kept by what she pays herself and not by a peer’s cover', async () => {
    await step(id, { kind: 'talk', note: 'dagangan sepi' });
    await expect(step(id, { kind: 'promise', promisedOn: '2026-05-05' })).rejects.toEqual(
      refusal('promise-incomplete'),
    );
    await step(id, { kind: 'promise', promisedOn: '2026-05-05', amountRupiah: '100000' });
    house.now = new Date('2026-05-04T02:00:00Z');
    await pay('Nurhayati', 60_000n, {
      asCover: true,
      agreedOn: '2026-05-01',
      payerId: jambi.cast['Siti Aminah'].id,
    });
    await pay('Nurhayati', 40_000n);
    const promise = async (on: string) => (await look(id, on))?.steps.at(-1)?.promise;
    expect(await promise('2026-05-05')).toEqual({ state: 'waiting', paidRupiah: 40_000n });
    expect(await promise('2026-05-06')).toEqual({ state: 'partly', paidRupiah: 40_000n });
    await pay('Nurhayati', 60_000n);
    expect(await promise('2026-05-06')).toEqual({ state: 'kept', paidRupiah: 100_000n });
    expect(await look(id)).toMatchObject({ paidRupiah: 100_000n, nextOn: '2026-05-06' });
  });

  it('takes no steps of days to come, and no proof where the loan itself is kept here', async () => {
    await expect(step(id, { on: '2026-05-30' })).rejects.toEqual(refusal('step-day'));
    await expect(step(id, { kind: 'proof', amountRupiah: '10000' })).rejects.toEqual(
      refusal('proof-not-here'),
    );
  });

  it('ends with what came about: caught up only once nothing is overdue', async () => {
    await expect(close(id, 'caught-up')).rejects.toEqual(refusal('result-not-so'));
    await expect(close(id, 'restructured')).rejects.toEqual(refusal('result-not-so'));
    await pay('Nurhayati', 40_000n);
    await close(id, 'caught-up');
    expect(await look(id)).toMatchObject({ state: 'closed', result: 'caught-up', nowRupiah: 0n });
    await expect(step(id, {})).rejects.toEqual(refusal('counselling-closed'));
    await expect(close(id, 'caught-up')).rejects.toEqual(refusal('counselling-closed'));
  });
});

describe('Arrears at a lender who keeps no books here', () => {
  it('stand in the pre-check until proofs show them paid', async () => {
    const counsellingId = newId();
    const personId = jambi.cast['Siti Aminah'].id;
    const about = {
      at: 'elsewhere',
      counsellingId,
      personId,
      creditor: 'BPR Sejahtera',
      amountRupiah: '750000',
    };
    const open = (id: string) =>
      house.does(jambi.officers.rina, 'lending.open-counselling', {
        about: { ...about, counsellingId: id },
        reason: 'wants-to-apply',
      });
    await open(counsellingId);
    await expect(open(newId())).rejects.toEqual(refusal('counselling-open'));
    const facts = async () =>
      (
        await house.app.read(testCity, (db) =>
          findBorrower(db, { personId, institutionId: jambi.cooperativeId, on: today }),
        )
      )?.facts;
    expect(await facts()).toMatchObject({
      overdueRupiah: 750_000n,
      counselledSince: '2026-05-04',
    });
    const proof = (amountRupiah: string) =>
      step(counsellingId, { kind: 'proof', on: '2026-05-04', amountRupiah });
    await proof('500000');
    await expect(close(counsellingId, 'paid-elsewhere')).rejects.toEqual(refusal('result-not-so'));
    await proof('250000');
    expect(await facts()).toMatchObject({ overdueRupiah: 0n });
    await close(counsellingId, 'paid-elsewhere');
    expect(await facts()).toMatchObject({ overdueRupiah: 0n, counselledSince: null });
  });
});
