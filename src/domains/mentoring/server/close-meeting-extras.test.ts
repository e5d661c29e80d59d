import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati, usualSheet } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { openWishes } from './wish-pages.ts';
import { verifyMeetings } from './verify-meetings.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
});

async function one<Row>(query: ReturnType<typeof sql>): Promise<Row> {
  return house.database.read(async (db) => (await query.execute(db)).rows[0] as Row);
}

async function nextMeeting(): Promise<string> {
  house.now = new Date(house.now.getTime() + 7 * 86_400_000);
  const on = house.now.toISOString().slice(0, 10);
  return (
    await one<{ id: string }>(sql`
    select id from mentoring.meeting where city_id = ${testCity} and held_on = ${on}`)
  ).id;
}

const notes = (amount: number) => [{ denomination: 500, pieces: amount / 500 }];
const closes = (body: unknown) => house.does(melati.mentor, 'mentoring.close-meeting', body);
const token = (sign: string) => sign.repeat(21) + 'A';
const madeFor = (people: readonly { id: string }[]) =>
  people.map(({ id }, i) => ({ personId: id, id: newId(), token: token('abcdefgh'[i] ?? 'z') }));

describe('what a sheet takes up beside the lender’s money', () => {
  test('a receipt whose QR was shown in the yard is the one that anybody verifies later', async () => {
    const meetingId = await nextMeeting();
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    const receipts = madeFor(melati.members);
    const twice = receipts.map((one) => ({ ...one, token: token('x') }));
    expect(await refusedAs(closes({ ...sheet, receipts: twice }))).toBe('mentoring.receipt-twice');
    expect(await refusedAs(closes({ ...sheet, receipts: receipts.slice(1) }))).toBe(
      'mentoring.receipts-do-not-fit',
    );
    const answer = (await closes({ ...sheet, receipts })) as { receipts: { token: string }[] };
    expect(answer.receipts.map(({ token: given }) => given).sort()).toEqual(
      receipts.map(({ token: made }) => made).sort(),
    );
    const next = await nextMeeting();
    const again = { ...usualSheet(melati, next), count: notes(300_000), receipts };
    expect(await refusedAs(closes(again))).toBe('mentoring.receipt-twice');
  });

  test('what a member pays back to her peers is counted with the rest, and never enters the bag', async () => {
    const meetingId = await nextMeeting();
    const [siti, rohani] = [melati.member('Siti'), melati.member('Rohani')];
    const sheet = usualSheet(melati, meetingId);
    for (const line of sheet.lines) if (line.personId === rohani.id) line.repaymentRupiah = '20000';
    await closes({
      ...sheet,
      covers: [{ obligorId: rohani.id, payerId: siti.id, amountRupiah: '30000' }],
      coversAgreed: true,
      count: notes(300_000),
    });
    const next = await nextMeeting();
    const later = usualSheet(melati, next);
    const claims = (amountRupiah: string) => [{ debtorId: rohani.id, amountRupiah }];
    expect(
      await refusedAs(closes({ ...later, claims: claims('30500'), count: notes(330_500) })),
    ).toBe('mentoring.claim-too-large');
    expect(
      await refusedAs(
        closes({ ...later, claims: [...claims('5000'), ...claims('5000')], count: notes(310_000) }),
      ),
    ).toBe('mentoring.claim-twice');
    expect(
      await refusedAs(closes({ ...later, claims: claims('10000'), count: notes(300_000) })),
    ).toBe('mentoring.count-differs');
    const answer = await closes({ ...later, claims: claims('10000'), count: notes(310_000) });
    expect(answer).toMatchObject({ receivedRupiah: '300000' });
    const owed = await one<{ left: bigint; debt: bigint; handed: bigint }>(sql`
      select (select sum(amount_rupiah - repaid_rupiah)::bigint from lending.member_claim) as left,
        (select sum(balance)::bigint from ledger.account where control = 'Memo:Tanggung Renteng:Piutang Anggota') as debt,
        (select handed_on_rupiah from mentoring.meeting where id = ${next}) as handed`);
    expect(owed).toEqual({ left: 20_000n, debt: 20_000n, handed: 10_000n });
  });

  test('keeps who wishes to borrow what next, once each and members only', async () => {
    const meetingId = await nextMeeting();
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    const wish = { personId: melati.member('Emi').id, amountRupiah: '3000000', purpose: 'kulkas' };
    expect(await refusedAs(closes({ ...sheet, applications: [wish, wish] }))).toBe(
      'mentoring.application-twice',
    );
    expect(
      await refusedAs(closes({ ...sheet, applications: [{ ...wish, personId: newId() }] })),
    ).toBe('mentoring.not-in-group');
    await closes({ ...sheet, applications: [wish] });
    const open = await house.app.read(testCity, (db) => openWishes(db, [melati.groupId]));
    expect(open).toMatchObject([{ name: 'Emi Suryani', amountRupiah: 3_000_000n }]);
    expect(await one(sql`select amount_rupiah, purpose from mentoring.loan_wish`)).toEqual({
      amount_rupiah: 3_000_000n,
      purpose: 'kulkas',
    });
  });

  test('a sheet that arrives days late has the members of its own day', async () => {
    const meetingId = await nextMeeting();
    const yusnidar = melati.member('Yusnidar');
    const sheet = { ...usualSheet(melati, meetingId), count: notes(300_000) };
    house.now = new Date(house.now.getTime() + 3 * 86_400_000);
    await house.app.pools.owner.query(
      `update registry.membership set valid_to = $1 where person_id = $2`,
      [house.now.toISOString().slice(0, 10), yusnidar.id],
    );
    await closes(sheet);
    house.now = new Date(house.now.getTime() - 3 * 86_400_000);
    const next = await nextMeeting();
    expect(await refusedAs(closes({ ...usualSheet(melati, next), count: notes(300_000) }))).toBe(
      'mentoring.not-in-group',
    );
    const found = await house.app.read(testCity, verifyMeetings);
    expect(found.map((check) => check.difference)).toEqual([null, null]);
  });
});
