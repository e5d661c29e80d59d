import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { scheduleInForce } from '../life/loan-life.ts';

const { does, later, leaves, loan, on, pay, reverseLast, sound, twoPeople } = useLoan();
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
