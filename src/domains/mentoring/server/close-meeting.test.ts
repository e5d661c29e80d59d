import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { Refusal } from '#platform/command/problem.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
});

/** Lets a week pass and answers the meeting of that Wednesday. */
async function nextMeeting(): Promise<string> {
  house.now = new Date(house.now.getTime() + 7 * 86_400_000);
  const on = house.now.toISOString().slice(0, 10);
  return house.database.read(async (db) => {
    const { rows } = await sql<{ id: string }>`
      select id from mentoring.meeting where city_id = ${db.city} and held_on = ${on}`.execute(db);
    return rows[0]?.id ?? '';
  });
}

/** Notes for an amount: as few as possible. */
function notes(amount: number): { denomination: number; pieces: number }[] {
  const count = [];
  let left = amount;
  for (const denomination of [
    100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100,
  ]) {
    const pieces = Math.floor(left / denomination);
    if (pieces > 0) count.push({ denomination, pieces });
    left -= pieces * denomination;
  }
  return count;
}

const closes = (body: unknown, id = newId()) =>
  house.does(melati.mentor, 'mentoring.close-meeting', body, id);

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

async function one<Row>(query: ReturnType<typeof sql>): Promise<Row> {
  return house.database.read(async (db) => (await query.execute(db)).rows[0] as Row);
}

async function bagHolds(): Promise<bigint> {
  const row = await one<{ holds: bigint | null }>(sql`
    select sum(balance)::bigint as holds from ledger.account where control = 'Aset:Kas:Tas Petugas'`);
  return row.holds ?? 0n;
}

describe('closing a meeting', () => {
  test('keeps attendance, repayments, a cover, extra savings, a problem and receipts in one go', async () => {
    const meetingId = await nextMeeting();
    const rohani = melati.member('Rohani');
    const siti = melati.member('Siti');
    const nurhayati = melati.member('Nurhayati');
    const yusnidar = melati.member('Yusnidar');
    const sheet = usualSheet(melati, meetingId);
    for (const line of sheet.lines) {
      if (line.personId === rohani.id)
        Object.assign(line, { repaymentRupiah: '20000', reason: 'dagangan sepi' });
      if (line.personId === yusnidar.id)
        Object.assign(line, { presence: 'excused', reason: 'anak sakit' });
      if (line.personId === siti.id) Object.assign(line, { savingsRupiah: '5000' });
    }
    const before = await bagHolds();
    const answer = await closes({
      ...sheet,
      covers: [
        { obligorId: rohani.id, payerId: siti.id, amountRupiah: '15000' },
        { obligorId: rohani.id, payerId: nurhayati.id, amountRupiah: '15000' },
      ],
      coversAgreed: true,
      problems: [
        {
          topic: 'permit',
          text: 'Belum punya P-IRT',
          personId: siti.id,
          departmentId: melati.department,
          dueOn: '2026-12-02',
        },
      ],
      count: notes(305_000),
    });
    expect(answer).toMatchObject({ meetingId, receivedRupiah: '305000' });
    expect((answer as { receipts: unknown[] }).receipts).toHaveLength(6);
    expect((await bagHolds()) - before).toBe(305_000n);

    // The lender sees Rohani's instalment paid; her own series shows the miss.
    const rohaniNow = await one<{
      paid: bigint;
      due: bigint;
      herself: bigint;
      covered: bigint;
    }>(sql`
      select l.paid_principal + l.paid_interest as paid, k.due_rupiah as due, k.paid_by_herself as herself, k.covered
      from lending.loan l join lending.instalment_mark k on k.city_id = l.city_id and k.loan_id = l.id
      where l.person_id = ${rohani.id} and k.meeting_id = ${meetingId}`);
    expect(rohaniNow).toEqual({ paid: 50_000n, due: 50_000n, herself: 20_000n, covered: 30_000n });

    // Claims and debts of the group come to nothing together.
    const net = await one<{ claims: bigint; owed: bigint; net: bigint }>(sql`
      select (select sum(amount_rupiah)::bigint from lending.member_claim) as claims,
        (select sum(balance)::bigint from ledger.account where control = 'Memo:Tanggung Renteng:Piutang Anggota') as owed,
        (select sum(balance)::bigint from ledger.account where control like 'Memo:%') as net`);
    expect(net).toEqual({ claims: 30_000n, owed: 30_000n, net: 0n });

    const receipt = await one<Record<string, bigint>>(sql`
      select repayment_rupiah, cover_rupiah, savings_rupiah, total_rupiah from mentoring.receipt
      where meeting_id = ${meetingId} and person_id = ${siti.id}`);
    expect(receipt).toEqual({
      repayment_rupiah: 50_000n,
      cover_rupiah: 15_000n,
      savings_rupiah: 5_000n,
      total_rupiah: 70_000n,
    });

    const finding = await one<{ state: string; department_id: string; origin_id: string }>(sql`
      select state, department_id, origin_id from voice.case`);
    expect(finding).toEqual({
      state: 'assigned',
      department_id: melati.department,
      origin_id: meetingId,
    });
    const absent = await one<{ presence: string; reason: string }>(sql`
      select presence, reason from mentoring.attendance where meeting_id = ${meetingId} and person_id = ${yusnidar.id}`);
    expect(absent).toEqual({ presence: 'excused', reason: 'anak sakit' });
  });

  test('refuses a count that is Rp 500 off, and says so', async () => {
    const meetingId = await nextMeeting();
    const sheet = usualSheet(melati, meetingId);
    const short = await refusal(closes({ ...sheet, count: notes(299_500) }));
    expect(short.code).toBe('mentoring.count-differs');
    expect(short.words.id).toContain('kurang Rp 500');
    const over = await refusal(closes({ ...sheet, count: notes(300_500) }));
    expect(over.words.id).toContain('lebih Rp 500');
    await closes({ ...sheet, count: notes(300_000) });
  });

  test('the same command sent twice is one closing, and another tab is told that it is closed', async () => {
    const meetingId = await nextMeeting();
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    const before = await bagHolds();
    const id = newId();
    const [first, second] = await Promise.all([closes(sheet, id), closes(sheet, id)]);
    expect(second).toEqual(first);
    expect((await refusal(closes(sheet))).code).toBe('mentoring.meeting-closed');
    expect((await bagHolds()) - before).toBe(300_000n);
  });

  test('of two tabs at once with different ids one closes and the other is refused', async () => {
    const meetingId = await nextMeeting();
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    const before = await bagHolds();
    const ended = await Promise.allSettled([closes(sheet), closes(sheet), closes(sheet)]);
    expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of ended) {
      if (one.status === 'rejected')
        expect((one.reason as Refusal).code).toBe('mentoring.meeting-closed');
    }
    expect((await bagHolds()) - before).toBe(300_000n);
  });

  test('refuses a repayment larger than the debt, and leaves nothing behind', async () => {
    const meetingId = await nextMeeting();
    const sheet = usualSheet(melati, meetingId);
    const [first] = sheet.lines;
    if (first) first.repaymentRupiah = '99000000';
    const before = await bagHolds();
    const refused = await refusal(closes({ ...sheet, count: notes(99_250_000) }));
    expect(refused.code).toBe('mentoring.repayment-too-large');
    expect(refused.words.id).toContain('Siti Aminah');
    expect(await bagHolds()).toBe(before);
    const state = await one<{ state: string }>(
      sql`select state from mentoring.meeting where id = ${meetingId}`,
    );
    expect(state.state).toBe('planned');
  });

  test('refuses covers beyond the shortfall, without consent, of oneself and by strangers', async () => {
    const meetingId = await nextMeeting();
    const [siti, rohani] = [melati.member('Siti'), melati.member('Rohani')];
    const sheet = usualSheet(melati, meetingId);
    const line = sheet.lines.find((one) => one.personId === rohani.id);
    if (line) line.repaymentRupiah = '0';
    const cover = (payerId: string, amountRupiah: string) => ({
      obligorId: rohani.id,
      payerId,
      amountRupiah,
    });
    // A meeting was left out the week before, so two instalments are due.
    const tooMuch = await refusal(
      closes({ ...sheet, covers: [cover(siti.id, '200000')], coversAgreed: true }),
    );
    expect(tooMuch.code).toBe('mentoring.cover-too-large');
    const silent = await refusal(closes({ ...sheet, covers: [cover(siti.id, '50000')] }));
    expect(silent.code).toBe('mentoring.cover-not-agreed');
    const herself = await refusal(
      closes({ ...sheet, covers: [cover(rohani.id, '50000')], coversAgreed: true }),
    );
    expect(herself.code).toBe('mentoring.covers-herself');
    const stranger = await refusal(
      closes({ ...sheet, covers: [cover(newId(), '50000')], coversAgreed: true }),
    );
    expect(stranger.code).toBe('mentoring.not-in-group');
  });

  test('refuses a mentor outside her area, a member left out, and a meeting to come', async () => {
    const meetingId = await nextMeeting();
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    const outside = await refusal(
      house.does(melati.strangerMentor, 'mentoring.close-meeting', sheet),
    );
    expect(outside.code).toBe('command.not-allowed');
    const fewer = await refusal(closes({ ...sheet, lines: sheet.lines.slice(1) }));
    expect(fewer.code).toBe('mentoring.member-left-out');
    const coming = await one<{ id: string }>(sql`
      select id from mentoring.meeting where state = 'planned' and held_on > ${house.now.toISOString().slice(0, 10)} limit 1`);
    const early = await refusal(closes({ ...sheet, meetingId: coming.id }));
    expect(early.code).toBe('mentoring.meeting-not-yet');
  });

  test('the bag goes to the cashier against a slip, never more than it holds', async () => {
    const bag = await one<{ id: string; holds: bigint }>(sql`
      select b.id, a.balance as holds from mentoring.bag b join ledger.account a on a.city_id = b.city_id and a.id = b.account_id`);
    const gives = (amountRupiah: bigint) =>
      house.does(melati.cashier, 'mentoring.deposit-bag', {
        depositId: newId(),
        bagId: bag.id,
        amountRupiah: amountRupiah.toString(),
        slipNumber: 'SL-1',
      });
    expect((await refusal(gives(bag.holds + 1n))).code).toBe('mentoring.more-than-bag');
    await gives(bag.holds);
    expect(await bagHolds()).toBe(0n);
    const unfit = await refusal(
      house.does(melati.mentor, 'mentoring.deposit-bag', {
        depositId: newId(),
        bagId: bag.id,
        amountRupiah: '1',
        slipNumber: 'x',
      }),
    );
    expect(unfit.code).toBe('command.not-allowed');
  });
});
