import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { Refusal } from '#platform/command/problem.ts';
import { approved } from '#test/worlds/jambi.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { scheduleInForce } from '../life/loan-life.ts';

const {
  charge,
  does,
  house,
  later,
  leaves,
  loan,
  officers,
  on,
  pay,
  reverseLast,
  sound,
  twoPeople,
  world,
} = useLoan();
const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

describe('New terms', () => {
  it('spread what is owed anew, keep the old schedule, and lose no interest that was due', async () => {
    later(21);
    await pay(50_000);
    await twoPeople('restructure-loan', {
      annualRatePercent: '12',
      installments: 20,
      repayEvery: { count: 1, unit: 'week' },
      firstDueOn: on(-7),
      reason: 'usaha terkena banjir',
    });
    const after = await loan();
    const schedule = scheduleInForce(after);
    expect(after.versions).toHaveLength(2);
    expect(schedule.principalDue.at(-1)).toBe(2_000_000n);
    expect(schedule.principalDue[0]).toBe(40_000n);
    expect(schedule.dueOn).toHaveLength(21);
    const restructure = after.entries.at(-1);
    await pay(120_000);
    await twoPeople('reverse-entry', {
      entryId: restructure?.id,
      amountRupiah: String(restructure?.amountRupiah),
      reason: 'salah pinjaman',
    });
    expect(scheduleInForce(await loan())).toEqual(after.versions[0]);
    expect((await loan()).paid).toMatchObject({ principal: 130_000n, interest: 40_000n });
    await sound();
  });

  it('that cannot be are refused to whoever proposes them, and nobody is asked to approve', async () => {
    later(7);
    const anew = { installments: 20, repayEvery: { count: 1, unit: 'week' }, reason: 'banjir' };
    await expect(
      does('restructure-loan', { ...anew, annualRatePercent: '12', firstDueOn: on(7) }),
    ).rejects.toBeInstanceOf(Refusal);
    await expect(
      does('waive', { part: 'penalty', amountRupiah: '9000000', reason: 'salah ketik' }),
    ).rejects.toBeInstanceOf(Refusal);
    const { rows } = await house.app.pools.owner.query(
      "select 1 from access.proposal where state = 'proposed'",
    );
    expect(rows).toEqual([]);
  });

  it('of a top-up add their own instalments; not beyond the product', async () => {
    later(7);
    const body = { installments: 10, firstDueOn: on(-7), reason: 'stok lebaran' };
    await expect(twoPeople('top-up-loan', { ...body, amountRupiah: '3000001' })).rejects.toEqual(
      refusal('over-product'),
    );
    await twoPeople('top-up-loan', { ...body, amountRupiah: '1000000' });
    const after = await loan();
    expect(after.principalRupiah).toBe(3_000_000n);
    expect(scheduleInForce(after).dueOn).toHaveLength(50);
    expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 3_000_000n });
    await sound();
  });
});

describe('A write-off', () => {
  const document = 'SK Pengurus 7/2026';
  const writeOff = () => twoPeople('write-off-loan', { document, reason: 'pindah tanpa alamat' });

  it('leaves the balance sheet and is still claimed; recovered, then forgiven', async () => {
    later(7);
    await pay(50_000);
    await writeOff();
    expect(await loan()).toMatchObject({ state: 'written-off', writtenOffRupiah: 1_960_000n });
    expect(await leaves()).toEqual({ 'Memo:Hapus Buku:Pinjaman': 1_960_000n });
    await expect(pay(50_000)).rejects.toEqual(refusal('loan-not-active'));
    const recover = (amountRupiah: string) =>
      does('record-recovery', { recoveryId: newId(), amountRupiah, on: on() });
    await expect(recover('1960001')).rejects.toEqual(refusal('more-than-claim'));
    await recover('60000');
    const [, repaid] = (await loan()).entries;
    await expect(
      does('reverse-entry', { entryId: repaid?.id, amountRupiah: '50000', reason: 'salah orang' }),
    ).rejects.toEqual(refusal('reverse-newer-first'));
    await twoPeople('forgive-debt', {
      document,
      amountRupiah: '1900000',
      reason: 'meninggal dunia',
    });
    expect(await loan()).toMatchObject({ state: 'forgiven' });
    expect(await leaves()).toEqual({});
    await sound();
  });

  it('is undone only once nothing rests on it', async () => {
    later(7);
    await writeOff();
    await does('record-recovery', { recoveryId: newId(), amountRupiah: '60000', on: on() });
    const entry = (await loan()).entries.find((one) => one.kind === 'write-off');
    const undo = () =>
      twoPeople('reverse-entry', {
        entryId: entry?.id,
        amountRupiah: String(entry?.amountRupiah),
        reason: 'alamatnya ditemukan',
      });
    await expect(undo()).rejects.toEqual(refusal('reverse-newer-first'));
    await reverseLast();
    await undo();
    expect(await loan()).toMatchObject({ state: 'active', closedOn: null });
    expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 2_000_000n });
    await sound();
  });
});

describe('A disbursement', () => {
  it('in tranches hands out the rest later, and pays an old creditor instead of the borrower', async () => {
    later(1);
    const applicationId = await approved(house, world(), {
      names: ['Emi Suryani', 'Dewi Lestari'],
      amountRupiah: 3_000_000n,
      firstDueOn: on(-7),
    });
    const emi = world().cast['Emi Suryani'].id;
    const disburse = (change: object) =>
      house.does(officers().yuni, 'lending.disburse-application', { applicationId, ...change });
    const takeOvers = [{ personId: emi, creditor: 'Bank keliling', amountRupiah: '950000' }];
    await expect(
      disburse({
        firstTranches: [{ personId: emi, amountRupiah: '900000' }],
        takeOvers,
      }),
    ).rejects.toEqual(refusal('creditor-too-much'));
    const { loanIds } = (await disburse({
      firstTranches: [{ personId: emi, amountRupiah: '1000000' }],
      takeOvers,
    })) as { loanIds: string[] };
    const loanId = loanIds[1] ?? '';
    const tranche = (amountRupiah: string) =>
      twoPeople('disburse-tranche', {
        loanId,
        amountRupiah,
        installments: 49,
        firstDueOn: on(-14),
        reason: 'tahap kedua',
      });
    await expect(tranche('2000001')).rejects.toEqual(refusal('over-product'));
    await tranche('2000000');
    const { rows } = await house.app.pools.owner.query(
      `select l.principal_rupiah::int as principal, l.approved_rupiah::int as approved, t.creditor
       from lending.loan l join lending.take_over t on t.loan_id = l.id where l.id = $1`,
      [loanId],
    );
    expect(rows).toEqual([
      { principal: 3_000_000, approved: 3_000_000, creditor: 'Bank keliling' },
    ]);
    await sound();
  });
});

describe('Whatever happens to a loan', () => {
  it(
    'its leaf is what is left, nothing is lost, and undoing the last restores it',
    { timeout: 90_000 },
    async () => {
      const step = fc.record({
        what: fc.constantFrom(
          'pay',
          'late',
          'charge',
          'backdated charge',
          'waive',
          'top-up',
          'undo',
        ),
        amount: fc.integer({ min: 1, max: 120_000 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
          for (const { what, amount } of steps) await perform(what, amount);
          const before = await loan();
          await pay(7_000).catch(onlyRefused);
          const paid = await loan();
          if (paid.entries.length > before.entries.length) {
            await reverseLast();
            const after = await loan();
            expect(after.paid).toEqual(before.paid);
            expect(after.state).toBe(before.state);
          }
          await sound();
        }),
        { numRuns: 6 },
      );
    },
  );
});

async function perform(what: string, amount: number): Promise<void> {
  later(1);
  const why = { reason: 'menurut percobaan' };
  const amountRupiah = String(amount);
  if (what === 'pay') await pay(amount).catch(onlyRefused);
  else if (what === 'late') await pay(amount, { on: on(1) }).catch(onlyRefused);
  else if (what === 'charge') await charge(amount).catch(onlyRefused);
  else if (what === 'backdated charge')
    await charge(amount, { on: on(1), dueOn: on(1) }).catch(onlyRefused);
  else if (what === 'waive')
    await twoPeople('waive', { part: 'interest', amountRupiah, ...why }).catch(onlyRefused);
  else if (what === 'top-up')
    await twoPeople('top-up-loan', {
      amountRupiah,
      installments: 5,
      firstDueOn: on(-7),
      ...why,
    }).catch(onlyRefused);
  else await reverseLast().catch(onlyRefused);
}

function onlyRefused(error: unknown): void {
  expect(error).toMatchObject({ name: 'Refusal' });
}
