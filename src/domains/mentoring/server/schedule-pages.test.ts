import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati, places } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { findGroupSchedule, listMentorsOfGroup } from './schedule-pages.ts';

const house = useHouse('2026-11-18T01:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
});

test('the schedule a group keeps is the newest one', async () => {
  const read = () => house.database.read((db) => findGroupSchedule(db, melati.groupId));
  expect(await read()).toEqual({
    weekday: 3,
    startTime: '14:00',
    place: 'Rumah Bu Siti',
    mentorId: melati.mentor.userId,
  });
  await house.does(melati.officer, 'mentoring.plan-meetings', {
    seriesId: newId(),
    groupId: melati.groupId,
    weekday: 5,
    startTime: '09:30',
    place: 'Balai RW 02',
    mentorId: melati.mentor.userId,
    from: '2026-11-25',
    until: '2026-12-31',
  });
  expect(await read()).toMatchObject({ weekday: 5, startTime: '09:30', place: 'Balai RW 02' });
});

test('only mentors whose area covers the group can be chosen', async () => {
  const mentors = await house.database.read((db) =>
    listMentorsOfGroup(db, { groupId: melati.groupId, on: '2026-11-18' }),
  );
  expect(melati.strangerMentor.roles[0]?.at).toBe(places.elsewhere);
  expect(mentors).toEqual([{ id: melati.mentor.userId, name: melati.mentor.name }]);
});
