import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { actorWith } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { lend } from '#test/worlds/melati.ts';
import { foundTwoLenders } from '#test/worlds/two-lenders.ts';
import type { TwoLenders } from '#test/worlds/two-lenders.ts';
import { foldGroup } from '../fold-group.ts';
import { membersOn } from '../group-document.ts';
import { startSheet } from '../sheet.ts';
import { takingsOf } from '../takings.ts';
import { verifyMeetings } from './verify-meetings.ts';
import { findClosedMeeting } from './closed-meeting-pages.ts';
import { groupDocuments } from './group-documents.ts';
import { openSheet } from './sheet-pages.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: TwoLenders;

beforeAll(async () => {
  melati = await foundTwoLenders(house);
});

const today = () => house.now.toISOString().slice(0, 10);

async function nextMeeting(): Promise<string> {
  house.now = new Date(house.now.getTime() + 7 * 86_400_000);
  return meetingToday();
}

async function meetingToday(): Promise<string> {
  const { id } = await one<{ id: string }>(
    sql`select id from mentoring.meeting where held_on = ${today()}`,
  );
  return id;
}

async function one<Row>(query: ReturnType<typeof sql>): Promise<Row> {
  return house.database.read(async (db) => (await query.execute(db)).rows[0] as Row);
}

async function documentOf() {
  const [document] = await house.app.read(testCity, (db) =>
    groupDocuments(db, { groupIds: [melati.groupId], today: today() }),
  );
  if (!document) throw new Error('the group has no document');
  return document;
}

/** The sheet as the phone sends it, touched by name. */
async function sheetOf(meetingId: string, touched: Record<string, object> = {}) {
  const members = membersOn(await documentOf(), today());
  const lines = startSheet(members).lines.map((line) => {
    const name = members.find((member) => member.personId === line.personId)?.name ?? '';
    const change = Object.entries(touched).find(([start]) => name.startsWith(start))?.[1];
    return { ...line, ...change };
  });
  return digits({ meetingId, lines, covers: [], coversAgreed: true });
}

const digits = <Body extends object>(body: Body): Body =>
  JSON.parse(
    JSON.stringify(body, (_key, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ),
  ) as Body;

const closes = (body: object) =>
  house.does(melati.mentor, 'mentoring.close-meeting', body, newId());
const cash = (amount: number) => [{ denomination: 500, pieces: amount / 500 }];

/** What the mentor's bags hold, by institution. */
async function bags(): Promise<Record<string, bigint>> {
  return house.database.read(async (db) => {
    const { rows } = await sql<{ institution: string; holds: bigint }>`
      select b.institution_id as institution, a.balance as holds from mentoring.bag b
      join ledger.account a on a.id = b.account_id`.execute(db);
    return Object.fromEntries(rows.map((row) => [row.institution, row.holds]));
  });
}

describe('a meeting whose members owe two lenders', () => {
  test('opens with what each asks of her, the same on the phone as on the server', async () => {
    await nextMeeting();
    const opened = await house.app.read(testCity, (db) =>
      openSheet(db, { groupId: melati.groupId, heldOn: today(), today: today() }),
    );
    expect(opened.collectors.map((one) => one.institutionName)).toEqual([
      'Koperasi Harkat',
      'Dana Bergulir Kota',
    ]);
    const siti = opened.members.find((one) => one.personId === melati.member('Siti').id);
    expect(siti).toMatchObject({
      instalmentRupiah: 100_000n,
      debts: [
        { institutionId: melati.cooperative, instalmentRupiah: 50_000n },
        { institutionId: melati.fund, instalmentRupiah: 50_000n },
      ],
      savesAt: melati.cooperative,
    });
    expect(membersOn(await documentOf(), today())).toEqual(opened.members);
  });

  test('closes with one count: each lender’s cash in its bag, its journal in its book, a receipt each', async () => {
    const meetingId = await meetingToday();
    const sheet = await sheetOf(meetingId, {
      Siti: { savingsRupiah: 5_000n },
      // Owes the fund alone, which may not hold savings: hers go to the cooperative.
      Dewi: { savingsRupiah: 2_000n },
    });
    await closes({ ...sheet, count: cash(8 * 50_000 + 7_000) });
    expect(await bags()).toEqual({
      [melati.cooperative]: 257_000n,
      [melati.fund]: 150_000n,
    });
    const journals = await one<{ books: bigint; off: bigint }>(sql`
      select count(distinct j.book_id) as books, count(*) filter (where s.sum <> 0) as off
      from ledger.journal j join lateral (select sum(amount) from ledger.entry e where e.journal_id = j.id) s on true
      where j.kind = 'meeting-sheet' and j.value_date = ${today()}`);
    expect(journals).toEqual({ books: 2n, off: 0n });
    const receipts = await house.database.read(async (db) => {
      const { rows } = await sql<{ institution: string; total: bigint; fits: boolean }>`
        select r.institution_id as institution, r.total_rupiah as total, l.institution_id = r.institution_id as fits
        from mentoring.receipt r join lending.loan l on l.id = r.loan_id
        where r.meeting_id = ${meetingId} and r.person_id = ${melati.member('Siti').id} order by r.number`.execute(
        db,
      );
      return rows;
    });
    expect(receipts).toEqual([
      { institution: melati.cooperative, total: 55_000n, fits: true },
      { institution: melati.fund, total: 50_000n, fits: true },
    ]);
    const closed = await house.app.read(testCity, (db) => findClosedMeeting(db, meetingId));
    expect(closed?.bags).toEqual([
      { institutionName: 'Koperasi Harkat', amountRupiah: 257_000n },
      { institutionName: 'Dana Bergulir Kota', amountRupiah: 150_000n },
    ]);
    expect(closed?.members).toHaveLength(6);
  });

  test('pays the lender she names, and a peer covers at the lender where both answer', async () => {
    const meetingId = await nextMeeting();
    const rohani = melati.member('Rohani').id;
    const dewi = melati.member('Dewi').id;
    const short = await sheetOf(meetingId, {
      Rohani: {
        repaymentRupiah: 50_000n,
        perLender: [
          { institutionId: melati.cooperative, amountRupiah: 50_000n },
          { institutionId: melati.fund, amountRupiah: 0n },
        ],
      },
    });
    const cover = { obligorId: rohani, payerId: dewi, amountRupiah: '50000' };
    const before = await bags();
    const atHarkat = { ...cover, institutionId: melati.cooperative };
    expect(await refusedAs(closes({ ...short, covers: [atHarkat], count: cash(400_000) }))).toBe(
      'mentoring.cover-by-stranger',
    );
    const atFund = [{ ...cover, institutionId: melati.fund }];
    await closes({ ...short, covers: atFund, count: cash(400_000) });
    expect((await bags())[melati.fund]).toBe((before[melati.fund] ?? 0n) + 150_000n);
    const claim = await one<{ institution: string; owed: bigint }>(sql`
      select l.institution_id as institution, c.amount_rupiah as owed from lending.member_claim c
      join lending.cover v on v.id = c.cover_id join lending.loan l on l.id = v.loan_id`);
    expect(claim).toEqual({ institution: melati.fund, owed: 50_000n });
  });

  test('refuses parts that do not come to her payment, or are for a lender she does not owe', async () => {
    const meetingId = await nextMeeting();
    const parts = (...perLender: object[]) =>
      sheetOf(meetingId, { Siti: { repaymentRupiah: 100_000n, perLender } });
    const at = (institutionId: string, amountRupiah: bigint) => ({ institutionId, amountRupiah });
    for (const sheet of [
      await parts(at(melati.cooperative, 60_000n), at(melati.fund, 50_000n)),
      await parts(at(melati.cooperative, 50_000n), at(newId(), 50_000n)),
      await parts(at(melati.fund, 50_000n), at(melati.fund, 50_000n)),
    ])
      expect(await refusedAs(closes({ ...sheet, count: cash(400_000) }))).toBe(
        'mentoring.parts-do-not-fit',
      );
  });

  test('takes today’s instalment of each first when nobody said whose the money is', async () => {
    const meetingId = await meetingToday();
    const sheet = await sheetOf(meetingId, {
      Siti: { repaymentRupiah: 120_000n, perLender: undefined },
    });
    const before = await bags();
    await closes({ ...sheet, count: cash(420_000) });
    // One instalment at each, and what is ahead at the first of hers.
    expect((await bags())[melati.cooperative]).toBe((before[melati.cooperative] ?? 0n) + 270_000n);
    expect((await bags())[melati.fund]).toBe((before[melati.fund] ?? 0n) + 150_000n);
  });

  test('shows on the phone what the server will have, receipts of both lenders among it', async () => {
    const meetingId = await nextMeeting();
    const before = await documentOf();
    const body = await sheetOf(meetingId);
    const receipts = takingsOf(
      membersOn(before, today()),
      startSheet(membersOn(before, today())),
    ).map(({ personId, institutionId }) => ({
      personId,
      institutionId,
      id: newId(),
      token: `${newId().replaceAll('-', '').slice(-21)}A`,
    }));
    expect(receipts).toHaveLength(8);
    // Siti paid Rp 20.000 ahead a week ago.
    const sheet = { ...body, receipts, count: cash(380_000) };
    const folded = foldGroup(before, [{ kind: 'mentoring.close-meeting', body: sheet }]);
    await closes(sheet);
    const after = await documentOf();
    expect(membersOn(folded, today())).toEqual(membersOn(after, today()));
    const given = (document: typeof after) =>
      document.receipts
        .filter((receipt) => receipt.meetingId === meetingId)
        .map(({ number: _, ...receipt }) => receipt)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(given(folded)).toEqual(given(after));
  });

  test('leaves savings to the cooperative: the fund neither saves what is too much nor sets anything aside', async () => {
    const officerOfFund = actorWith('Petugas Dana', {
      role: 'petugas-lembaga',
      jurisdiction: 'institution',
      at: melati.fund,
    });
    const counter = (body: object) =>
      house.does(melati.fundCashier, 'lending.record-repayment', body);
    const loan = await one<{ id: string }>(sql`
      select id from lending.loan where institution_id = ${melati.fund} and person_id = ${melati.member('Dewi').id}`);
    const tooMuch = { loanId: loan.id, repaymentId: newId(), amountRupiah: '9000000', on: today() };
    expect(await refusedAs(counter({ ...tooMuch, excess: 'save' }))).toBe(
      'lending.keeps-no-savings',
    );
    await counter({ ...tooMuch, excess: 'keep' });
    const back = { loanId: loan.id, amountRupiah: '1000' };
    const refund = (to: string) =>
      house.does(melati.fundCashier, 'lending.refund-overpayment', { ...back, to });
    expect(await refusedAs(refund('savings'))).toBe('lending.keeps-no-savings');
    await refund('cash');
    const offer = lend(house, {
      ...{ today: today(), groupId: melati.groupId, mentor: melati.mentor, members: [] },
      ...{ cooperative: melati.fund, productCode: 'bergulir-5', compulsorySavingsPercent: '5' },
      ...{ officer: officerOfFund, approver: officerOfFund, cashier: melati.fundCashier },
    });
    expect(await refusedAs(offer)).toBe('lending.set-aside-nowhere');
    expect(
      await one(
        sql`select count(*) as kept from savings.account where institution_id = ${melati.fund}`,
      ),
    ).toEqual({ kept: 0n });
  });

  test('leaves books that recompute to the rupiah', async () => {
    const checks = await house.app.read(testCity, (db) => verifyMeetings(db));
    expect(checks.filter((check) => check.difference !== null)).toEqual([]);
  });
});
