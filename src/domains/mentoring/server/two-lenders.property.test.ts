import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { verifyBooks } from '#domains/ledger/server/index.ts';
import { verifyLoans } from '#domains/lending/server/index.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundTwoLenders } from '#test/worlds/two-lenders.ts';
import type { TwoLenders } from '#test/worlds/two-lenders.ts';
import '#test/property-seed.ts';
import { membersOn } from '../group-document.ts';
import { lenderViews } from '../lender-parts.ts';
import { coverableOf, foldSheet, peersOf, startSheet, totalsOf } from '../sheet.ts';
import type { Touch } from '../sheet.ts';
import { bagsOf, takingsOf } from '../takings.ts';
import { groupDocuments } from './group-documents.ts';
import { verifyMeetings } from './verify-meetings.ts';

const house = useHouse('2026-01-07T01:00:00Z');
let melati: TwoLenders;

beforeAll(async () => {
  melati = await foundTwoLenders(house);
});

const today = () => house.now.toISOString().slice(0, 10);

/** What one of the six does: pays all or one of her lenders, saves, is covered by the next one for some of it. */
const behaviour = fc.record({
  lender: fc.constantFrom('all', 'first', 'last'),
  pays: fc.constantFrom(0, 20_000, 50_000, 75_000, 150_000),
  saves: fc.constantFrom(0, 0, 5_000),
  covered: fc.boolean(),
});

const nobody = { lender: 'all', pays: 0, saves: 0, covered: false };

async function bags(): Promise<Map<string, bigint>> {
  return house.database.read(async (db) => {
    const { rows } = await sql<{ institution: string; holds: bigint }>`
      select b.institution_id as institution, a.balance as holds from mentoring.bag b
      join ledger.account a on a.id = b.account_id`.execute(db);
    return new Map(rows.map((row) => [row.institution, row.holds]));
  });
}

test('any sheet of two lenders moves each one’s part of the count into its own bag, and the books hold', async () => {
  const weeks = fc.sample(fc.array(behaviour, { minLength: 6, maxLength: 6 }), {
    numRuns: 9,
    seed: 20_261_122,
  });
  let covered = 0;
  for (const people of weeks) {
    house.now = new Date(house.now.getTime() + 7 * 86_400_000);
    const [document] = await house.app.read(testCity, (db) =>
      groupDocuments(db, { groupIds: [melati.groupId], today: today() }),
    );
    const meeting = document?.meetings.find((one) => one.heldOn === today());
    if (!document || !meeting) throw new Error('there is a meeting every week');
    const members = membersOn(document, today());
    const paid = members.flatMap(({ personId, debts }, i): Touch[] => {
      const { lender, pays, saves } = people[i] ?? nobody;
      const at = lender === 'all' ? undefined : debts.at(lender === 'first' ? 0 : -1);
      const named = at && { institutionId: at.institutionId };
      return [
        { kind: 'pay', personId, ...named, amountRupiah: BigInt(pays) },
        { kind: 'save', personId, amountRupiah: BigInt(saves) },
      ];
    });
    const before = foldSheet(members, startSheet(members), paid);
    // At every lender where she is short, somebody who answers for her there pays Rp 500 of it.
    const covers = members.flatMap((member, i): Touch[] => {
      const line = before.lines.find((one) => one.personId === member.personId);
      if (!people[i]?.covered || !line) return [];
      return lenderViews(member, line).flatMap((at) => {
        const [peer] = peersOf(members, at.member);
        if (!peer || coverableOf(at.member, at.line) < 500n) return [];
        const { institutionId } = at;
        const shares = [{ payerId: peer.personId, amountRupiah: 500n }];
        return [{ kind: 'cover', obligorId: member.personId, institutionId, shares }];
      });
    });
    const agreed = [...covers, { kind: 'agree', agreed: true } as const];
    const sheet = foldSheet(members, before, agreed);
    covered += covers.length;
    const { cashRupiah } = totalsOf(members, sheet);
    const body = JSON.parse(
      JSON.stringify(
        {
          ...{ ...sheet, meetingId: meeting.id },
          count: cashRupiah > 0n ? [{ denomination: 500, pieces: Number(cashRupiah) / 500 }] : [],
        },
        (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
      ),
    ) as object;
    const held = await bags();
    await house.does(melati.mentor, 'mentoring.close-meeting', body);
    const holds = await bags();
    const parts = bagsOf(takingsOf(members, sheet));
    for (const institutionId of [melati.cooperative, melati.fund])
      expect((holds.get(institutionId) ?? 0n) - (held.get(institutionId) ?? 0n)).toBe(
        parts.get(institutionId) ?? 0n,
      );
  }
  expect(covered).toBeGreaterThan(5);
  const checks = await house.app.read(testCity, async (db) => [
    ...(await verifyBooks(db)),
    ...(await verifyLoans(db)),
    ...(await verifyMeetings(db)),
  ]);
  expect(checks.filter((check) => check.difference !== null)).toEqual([]);
}, 60_000);
