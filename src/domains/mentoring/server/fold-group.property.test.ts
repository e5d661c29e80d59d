import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import '#test/property-seed.ts';
import { foldGroup } from '../fold-group.ts';
import { membersOn } from '../group-document.ts';
import type { GroupDocument } from '../group-document.ts';
import { groupDocuments } from './group-documents.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house);
});

const today = () => house.now.toISOString().slice(0, 10);

async function readDocument(): Promise<GroupDocument> {
  const [document] = await house.app.read(testCity, (db) =>
    groupDocuments(db, { groupIds: [melati.groupId], today: today() }),
  );
  if (!document) throw new Error('the group has no document');
  return document;
}

/** A week's sheet: who pays how much, who saves, who covers the first who is short, and what is paid back. */
const week = fc.record({
  pays: fc.array(fc.constantFrom(0, 20_000, 50_000, 75_000), { minLength: 6, maxLength: 6 }),
  saves: fc.array(fc.constantFrom(0, 0, 5_000), { minLength: 6, maxLength: 6 }),
  covers: fc.boolean(),
  paysBack: fc.boolean(),
});

function sheetOf(
  document: GroupDocument,
  meetingId: string,
  given: typeof week extends fc.Arbitrary<infer W> ? W : never,
) {
  const members = membersOn(document, today());
  const lines = members.map((member, i) => ({
    personId: member.personId,
    presence: 'present' as const,
    repaymentRupiah: String(given.pays[i] ?? 0),
    savingsRupiah: String(given.saves[i] ?? 0),
  }));
  const short = members.findIndex(
    (member, i) => member.dueRupiah - BigInt(given.pays[i] ?? 0) >= 10_000n,
  );
  const covers =
    given.covers && short >= 0
      ? [
          {
            obligorId: members[short]?.personId ?? '',
            payerId: members[(short + 1) % members.length]?.personId ?? '',
            amountRupiah: '10000',
          },
        ]
      : [];
  const [owed] = given.paysBack ? document.claims : [];
  const claims = owed ? [{ debtorId: owed.debtorId, amountRupiah: '4000' }] : [];
  const cash =
    lines.reduce(
      (sum, line) => sum + Number(line.repaymentRupiah) + Number(line.savingsRupiah),
      0,
    ) +
    covers.length * 10_000 +
    claims.length * 4_000;
  const receipts = lines
    .filter(
      (line) =>
        Number(line.repaymentRupiah) + Number(line.savingsRupiah) > 0 ||
        covers.some((cover) => cover.payerId === line.personId),
    )
    .map(({ personId }) => ({
      personId,
      id: newId(),
      token: `${newId().replaceAll('-', '').slice(-21)}A`,
    }));
  return {
    ...{ meetingId, lines, covers, coversAgreed: true, claims, receipts, topicCode: 'saving' },
    count: cash > 0 ? [{ denomination: 500, pieces: cash / 500 }] : [],
  };
}

/** What two documents must agree on; ids of claims and numbers of receipts are the server's to give. */
function comparable(document: GroupDocument) {
  return {
    members: document.members,
    dues: [0, 1, 7, 14].map((ahead) => membersOn(document, addDays(today(), ahead))),
    claims: document.claims.map(({ debtorId, creditorId, owedRupiah }) => ({
      debtorId,
      creditorId,
      owedRupiah,
    })),
    meetings: document.meetings.map(({ mentorName: _name, mentorId: _id, ...meeting }) => meeting),
    today: document.receipts
      .filter((receipt) => receipt.on === today())
      .map(({ number: _, ...receipt }) => receipt)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    lastTopic: document.lastTopic,
  };
}

test('a sheet that waits on the phone shows the same next sheet as the server after taking it', async () => {
  for (const given of fc.sample(week, { numRuns: 7, seed: 20_261_122 })) {
    house.now = new Date(house.now.getTime() + 7 * 86_400_000);
    const before = await readDocument();
    const meeting = before.meetings.find((one) => one.heldOn === today());
    const body = sheetOf(before, meeting?.id ?? '', given);
    const folded = foldGroup(before, [{ kind: 'mentoring.close-meeting', body }]);
    await house.does(melati.mentor, 'mentoring.close-meeting', body);
    expect(comparable(folded)).toEqual(comparable(await readDocument()));
  }
});
