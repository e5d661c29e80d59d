import { describe, expect, it } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useLoan } from '#test/worlds/one-loan.ts';
import { scheduleInForce, seenMark } from '../life/loan-life.ts';
import { payoffQuote } from '../life/plan-repayment.ts';

const {
  approve,
  charge,
  does,
  house,
  id,
  later,
  leaves,
  loan,
  on,
  pay,
  reverseLast,
  sound,
  twoPeople,
  world,
} = useLoan();
const refusal = (code: string) => expect.objectContaining({ code: `lending.${code}` });

describe('A charge', () => {
  it('is paid before interest and principal of its instalment, and is income when it is paid', async () => {
    later(8);
    await charge(1_000, { on: on(1), dueOn: on(1) });
    await pay(50_000);
    expect((await loan()).paid).toMatchObject({
      penalty: 1_000n,
      interest: 10_000n,
      principal: 39_000n,
    });
    await sound();
  });

  it('that is backdated takes money that came after it', async () => {
    later(8);
    await pay(50_000);
    later(1);
    await charge(2_000, { on: on(3), dueOn: on(3) });
    expect((await loan()).paid).toMatchObject({
      penalty: 2_000n,
      interest: 10_000n,
      principal: 38_000n,
    });
    expect(await leaves()).toMatchObject({ 'Aset:Piutang Pinjaman': 1_962_000n });
    await sound();
  });

  it('is refused for a day to come, before the loan, and due before it arises', async () => {
    await expect(charge(1_000, { on: on(-1), dueOn: on(-1) })).rejects.toEqual(
      refusal('future-date'),
    );
    await expect(charge(1_000, { on: on(1) })).rejects.toEqual(refusal('before-disbursement'));
    await expect(charge(1_000, { dueOn: on(1) })).rejects.toEqual(refusal('charge-due'));
  });
});

describe('A waiver', () => {
  it('of a penalty needs a second person and leaves nothing of it owed', async () => {
    later(8);
    await charge(5_000);
    await twoPeople('waive', { part: 'penalty', amountRupiah: '5000', reason: 'banjir di pasar' });
    expect(await loan()).toMatchObject({
      charged: { penalty: 5_000n },
      waived: { penalty: 5_000n },
    });
    await pay(50_000);
    expect((await loan()).paid).toMatchObject({ penalty: 0n, principal: 40_000n });
    await expect(
      twoPeople('waive', { part: 'penalty', amountRupiah: '1', reason: 'banjir di pasar' }),
    ).rejects.toEqual(refusal('more-than-open'));
    await sound();
  });

  it('of interest makes another version of the schedule and keeps the old one', async () => {
    later(8);
    await twoPeople('waive', { part: 'interest', amountRupiah: '15000', reason: 'musibah' });
    const { versions } = await loan();
    expect(versions.map((v) => v.interestDue.at(-1))).toEqual([500_000n, 485_000n]);
    expect(versions[1]?.interestDue.slice(0, 3)).toEqual([0n, 5_000n, 15_000n]);
    await reverseLast();
    expect(scheduleInForce(await loan())).toEqual(versions[0]);
    await sound();
  });
});

describe('A reversal', () => {
  it('restores the loan, keeps both entries and happens once', async () => {
    later(7);
    await pay(50_000);
    const before = await loan();
    await pay(70_000);
    await reverseLast();
    const after = await loan();
    expect(after.paid).toEqual(before.paid);
    expect(after.entries).toHaveLength(before.entries.length + 2);
    expect(await leaves()).toEqual({ 'Aset:Piutang Pinjaman': 1_960_000n });
    await expect(reverseLast()).rejects.toEqual(refusal('already-reversed'));
    const reversal = after.entries.at(-1);
    await expect(
      does('reverse-entry', { entryId: reversal?.id, amountRupiah: '70000', reason: 'coba lagi' }),
    ).rejects.toEqual(refusal('reversal-stays'));
    await sound();
  });

  it('of an early payment moves later money to the earlier instalments', async () => {
    later(8);
    await pay(50_000);
    const [, first] = (await loan()).entries;
    await charge(1_000);
    later(7);
    await pay(51_000);
    await does('reverse-entry', {
      entryId: first?.id,
      amountRupiah: '50000',
      reason: 'cek kosong',
    });
    expect((await loan()).paid).toEqual({
      principal: 40_000n,
      interest: 10_000n,
      fee: 0n,
      penalty: 1_000n,
      overpaid: 0n,
    });
    await sound();
  });

  it('over the limit waits for a second person, and the amount cannot be made smaller', async () => {
    later(7);
    await pay(600_000);
    await expect(reverseLast({ amountRupiah: '100' })).rejects.toEqual(refusal('amount-differs'));
    const parked = await reverseLast();
    expect((await loan()).paid.principal).toBeGreaterThan(0n);
    await approve(parked);
    expect((await loan()).paid.principal).toBe(0n);
    await sound();
  });

  it('opens a closed loan again', async () => {
    later(7);
    await pay(2_500_000);
    expect(await loan()).toMatchObject({ state: 'closed', closedOn: on() });
    await approve(await reverseLast());
    expect(await loan()).toMatchObject({ state: 'active', closedOn: null });
    await sound();
  });
});

describe('A repayment at the office', () => {
  it('is entered in time although it is recorded late', async () => {
    later(8);
    await charge(3_000, { on: on(1), dueOn: on(1) });
    await pay(50_000);
    later(3);
    await pay(20_000, { on: on(4) });
    const { paid, entries } = await loan();
    expect(paid).toMatchObject({ penalty: 3_000n, interest: 20_000n, principal: 47_000n });
    expect(entries.at(-1)).toMatchObject({ on: on(4), amountRupiah: 20_000n });
    await sound();
  });

  it('on behalf of another names who paid; a cover makes her a creditor', async () => {
    later(7);
    await pay(20_000, { payerName: 'Pak Anton, suaminya' });
    const payerId = world().cast['Siti Aminah'].id;
    await expect(pay(40_000, { payerId, asCover: true, agreedOn: '2026-04-01' })).rejects.toEqual(
      refusal('cover-more-than-due'),
    );
    await expect(pay(30_000, { payerId, asCover: true })).rejects.toMatchObject({
      code: 'command.invalid-input',
    });
    await expect(pay(30_000, { payerId, asCover: true, agreedOn: on(-1) })).rejects.toEqual(
      refusal('cover-agreed-later'),
    );
    await expect(
      pay(30_000, { payerId: world().cast.Yusnidar.id, asCover: true, agreedOn: '2026-04-01' }),
    ).rejects.toEqual(refusal('cover-by-stranger'));
    await pay(30_000, { payerId, asCover: true, agreedOn: '2026-04-01' });
    const { rows } = await house.app.pools.owner.query<{ state: string; agreedOn: string }>(
      `select m.state, c.agreed_on as "agreedOn" from lending.member_claim m join lending.cover c on c.id = m.cover_id where c.loan_id = $1`,
      [id()],
    );
    expect(rows).toEqual([{ state: 'open', agreedOn: '2026-04-01' }]);
    await reverseLast();
    const after = await house.app.pools.owner.query<{ state: string }>(
      `select m.state from lending.member_claim m join lending.cover c on c.id = m.cover_id where c.loan_id = $1`,
      [id()],
    );
    expect(after.rows).toEqual([{ state: 'void' }]);
    await sound();
  });

  it('of a peer may cover a charge that is due as well', async () => {
    later(7);
    await charge(2_000);
    const payerId = world().cast['Siti Aminah'].id;
    const cover = { payerId, asCover: true, agreedOn: '2026-04-01' };
    await expect(pay(52_001, cover)).rejects.toEqual(refusal('cover-more-than-due'));
    await pay(52_000, cover);
    expect((await loan()).paid).toMatchObject({ penalty: 2_000n, interest: 10_000n });
    await sound();
  });

  it('beyond the debt is refused, saved, or kept and refunded', async () => {
    later(7);
    await expect(pay(2_500_001)).rejects.toEqual(refusal('more-than-debt'));
    await pay(2_510_000, { excess: 'keep' });
    expect(await loan()).toMatchObject({ state: 'closed', paid: { overpaid: 10_000n } });
    expect(await leaves()).toEqual({ 'Kewajiban:Kelebihan Angsuran': -10_000n });
    const refund = (amountRupiah: string, to: string) =>
      does('refund-overpayment', { amountRupiah, to });
    await expect(refund('10001', 'cash')).rejects.toEqual(refusal('nothing-overpaid'));
    await refund('4000', 'cash');
    await refund('6000', 'savings');
    expect(await leaves()).toEqual({});
    await sound();
  });

  it('refunded into savings comes from the savings again when that is undone', async () => {
    later(7);
    await pay(2_510_000, { excess: 'keep' });
    const money = async () => {
      const { rows } = await house.app.pools.owner.query<{ control: string; balance: bigint }>(
        `select control, sum(balance)::bigint as balance from ledger.account
         where control in ('Aset:Kas:Brankas', 'Kewajiban:Simpanan Sukarela') group by control order by control`,
      );
      return rows;
    };
    const before = await money();
    await does('refund-overpayment', { amountRupiah: '10000', to: 'savings' });
    expect(await money()).not.toEqual(before);
    await reverseLast();
    expect(await money()).toEqual(before);
    expect(await loan()).toMatchObject({ paid: { overpaid: 10_000n } });
    await sound();
  });

  it('ahead of the plan lowers the instalments or shortens the loan, as asked', async () => {
    later(7);
    await pay(550_000, { prepay: 'lower-instalment' });
    const lower = scheduleInForce(await loan());
    expect(lower.principalDue.at(-1)).toBe(2_000_000n);
    expect(lower.dueOn).toHaveLength(51);
    expect((lower.principalDue[50] ?? 0n) - (lower.principalDue[49] ?? 0n)).toBeLessThan(40_000n);
    expect((await loan()).paid).toMatchObject({ principal: 540_000n, interest: 10_000n });
    later(7);
    await pay(500_000, { prepay: 'shorter-term' });
    expect(scheduleInForce(await loan()).dueOn.length).toBeLessThan(45);
    await reverseLast();
    expect(scheduleInForce(await loan())).toEqual(lower);
    await sound();
  });

  it('pays a loan off without interest that has not begun, with a second person', async () => {
    later(8);
    const quote = payoffQuote(await loan(), { on: on(), interest: 'running-period' });
    expect(quote).toMatchObject({ totalRupiah: 2_020_000n, givenUpRupiah: 480_000n });
    const payoff = (amountRupiah: bigint) =>
      twoPeople('pay-off-loan', {
        repaymentId: newId(),
        interest: 'running-period',
        amountRupiah: amountRupiah.toString(),
      });
    await expect(payoff(2_000_000n)).rejects.toEqual(refusal('payoff-differs'));
    await payoff(2_020_000n);
    expect(await loan()).toMatchObject({
      state: 'closed',
      paid: { principal: 2_000_000n, interest: 20_000n, overpaid: 0n },
    });
    await sound();
  });

  it('from two tabs at once is one; an older look at the loan is told so', async () => {
    later(7);
    const seen = seenMark(await loan());
    await pay(10_000, { seen });
    await expect(pay(10_000, { seen })).rejects.toEqual(refusal('seen-changed'));
  });
});
