import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { actorWith } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import '#test/property-seed.ts';
import { membersOn } from '../group-document.ts';
import type { LeftGroupsDocument } from '../left-groups-document.ts';
import { groupDocuments, groupsCarriedBy } from './group-documents.ts';
import { mentoringDocuments, openSheet } from './index.ts';

const house = useHouse('2026-11-11T01:00:00Z');
let melati: Melati;
let loans: string[];

const today = () => house.now.toISOString().slice(0, 10);
const readDocument = async () => {
  const [document] = await house.app.read(testCity, (db) =>
    groupDocuments(db, { groupIds: [melati.groupId], today: today() }),
  );
  if (!document) throw new Error('the group has no document');
  return document;
};

beforeAll(async () => {
  melati = await foundMelati(house);
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from lending.loan order by id',
  );
  loans = rows.map((row) => row.id);
});

/** A penalty of the lender's, due some days later. */
async function penalty(loanId: string, dueOn: string): Promise<void> {
  const role = {
    role: 'petugas-lembaga',
    jurisdiction: 'institution',
    at: melati.cooperative,
  } as const;
  await house.does(actorWith('Petugas Koperasi', role), 'lending.charge-loan', {
    chargeId: newId(),
    loanId,
    kind: 'penalty',
    amountRupiah: '2500',
    on: today(),
    dueOn,
    reason: 'terlambat seminggu',
  });
}

async function closeMeeting(heldOn: string, payments: readonly number[]): Promise<void> {
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    `select id from mentoring.meeting where held_on = $1 and state = 'planned'`,
    [heldOn],
  );
  if (!rows[0]) return;
  const lines = melati.members.map(({ id }, i) => ({
    personId: id,
    presence: 'present',
    repaymentRupiah: String((payments[i % payments.length] ?? 0) * 1000),
    savingsRupiah: '0',
  }));
  const total = lines.reduce((sum, line) => sum + Number(line.repaymentRupiah), 0);
  await house.does(melati.mentor, 'mentoring.close-meeting', {
    meetingId: rows[0].id,
    lines,
    count: total > 0 ? [{ denomination: 1000, pieces: total / 1000 }] : [],
  });
}

describe('a group on its mentor’s phone', () => {
  it('reckons the dues of any day as the server does, whatever was paid, covered and charged before', async () => {
    const week = fc.record({
      held: fc.boolean(),
      payments: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }),
      charged: fc.option(fc.nat(5)),
    });
    const weeks = fc.sample(week, { numRuns: 8, seed: 20261122 });
    for (const { held, payments, charged } of weeks) {
      house.now = new Date(house.now.getTime() + 7 * 86_400_000);
      if (charged !== null) await penalty(loans[charged] ?? '', addDays(today(), 3));
      if (held) await closeMeeting(today(), payments);
      const document = await readDocument();
      const days = [0, 1, 3, 7, 10, 28].map((ahead) => addDays(today(), ahead));
      // The sheets of all days travel together: a round trip for each took seconds on a machine with its hands full.
      const sheets = await house.app.read(testCity, (db) =>
        Promise.all(
          days.map((heldOn) => openSheet(db, { groupId: melati.groupId, heldOn, today: today() })),
        ),
      );
      expect(days.map((day) => membersOn(document, day))).toEqual(
        sheets.map((sheet) => sheet.members),
      );
    }
  });

  it('names who takes the cash, when they meet, and each member’s last receipts, and no NIK', async () => {
    const document = await readDocument();
    expect(document).toMatchObject({
      name: 'Melati 2',
      kecamatan: { code: places.kecamatan },
      schedule: { weekday: 3, startTime: '14:00', mentorName: 'Rina Pendamping' },
      keepers: [{ institutionName: 'Koperasi Harkat', takesSavings: true }],
    });
    expect(document.meetings.some((meeting) => meeting.state === 'closed')).toBe(true);
    expect(document.receipts.length).toBeGreaterThan(0);
    expect(JSON.stringify(document)).not.toMatch(/997101/);
  });

  it('goes to the mentor who leads its meetings, and to no other', async () => {
    const carried = (mentorId: string) =>
      house.app.read(testCity, (db) =>
        groupsCarriedBy(db, { mentorId, groupIds: [], today: today() }),
      );
    expect(await carried(melati.mentor.userId)).toEqual([melati.groupId]);
    expect(await carried(melati.strangerMentor.userId)).toEqual([]);
  });

  it('goes to another mentor by a new schedule, and the one it left is told to whom and from when', async () => {
    const { mentor, strangerMentor, groupId } = melati;
    const left = async () => {
      const ask = { actor: mentor, today: today(), now: house.now };
      const all = await house.app.read(testCity, (db) => mentoringDocuments(db, ask));
      const keys = all.map(({ key }) => key).filter((key) => key.startsWith('group:'));
      const body = all.find(({ key }) => key === 'left-groups')?.body as
        | LeftGroupsDocument
        | undefined;
      return { keys, groups: body?.groups };
    };
    expect(await left()).toEqual({ keys: [`group:${groupId}`], groups: [] });
    const from = today();
    await house.does(melati.officer, 'mentoring.plan-meetings', {
      ...{ seriesId: newId(), groupId, weekday: 3, startTime: '14:00', place: 'Rumah Bu Siti' },
      ...{ mentorId: strangerMentor.userId, from, until: addDays(from, 28) },
    });
    await house.app.pools.owner.query(
      `update mentoring.meeting set state = 'cancelled', cancelled_why = 'hujan' where held_on < $1 and state = 'planned'`,
      [from],
    );
    const to = { name: 'Joko Pendamping', since: from };
    expect(await left()).toEqual({ keys: [], groups: [{ id: groupId, name: 'Melati 2', to }] });
  });
});
