import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { checkPerson, personLoanRules } from '../eligibility.ts';
import { groupMembers } from './member-facts.ts';
import { findBorrower } from './person-facts.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let siti: string;
let twin: string;
let institutionId: string;

/** Siti's second record: another department wrote her down, without her card, and nobody lent to that one. */
beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  twin = newId();
  const { owner } = house.app.pools;
  await owner.query(
    `insert into registry.person (city_id, id, name, name_key, sex, created_by)
     select city_id, $2, 'Sitti Aminah', 'sitti aminah', sex, created_by from registry.person where id = $1`,
    [siti, twin],
  );
  const { rows } = await owner.query<{ id: string }>(
    `select institution_id as id from lending.loan where person_id = $1`,
    [siti],
  );
  institutionId = rows[0]!.id;
  await house.does(melati.mentor, 'registry.record-consent', {
    personId: siti,
    purpose: 'share-with-lender',
    noticeVersion: 1,
    channel: 'written',
    on: '2026-03-11',
  });
});

const factsOf = (personId: string) =>
  house.app.read(testCity, (db) => findBorrower(db, { personId, institutionId, on: '2026-03-11' }));

const joined = async () => {
  const mergeId = newId();
  const reason = 'KTP yang sama diperlihatkan';
  const body = { mergeId, personId: siti, intoId: twin, reason };
  await house.does(melati.officer, 'registry.merge-people', body);
  return mergeId;
};

const apart = (mergeId: string) =>
  house.does(melati.officer, 'registry.unmerge-people', {
    mergeId,
    reason: 'Ternyata dua saudara',
  });

test('the record that stands answers for the loan and the consent of the one that leads to it', async () => {
  const alone = await factsOf(twin);
  expect(alone?.facts).toMatchObject({ activeLoans: 0, consent: false });
  const hers = await factsOf(siti);
  expect(hers?.facts).toMatchObject({ activeLoans: 1, consent: true });
  const mergeId = await joined();
  const together = await factsOf(twin);
  expect(together?.facts).toMatchObject({
    activeLoans: 1,
    consent: true,
    overdueRupiah: hers!.facts.overdueRupiah,
  });
  const rules = {
    ...personLoanRules,
    minimumRupiah: 500_000n,
    maximumRupiah: 5_000_000n,
    stepRupiah: 100_000n,
  };
  const verdicts = [alone!, together!].map(({ facts }) =>
    checkPerson({ ...facts, amountRupiah: 2_000_000n }, rules).find(
      ({ code }) => code === 'no-active-loan',
    ),
  );
  expect(verdicts.map((check) => check?.result)).toEqual(['pass', 'fail']);
  await apart(mergeId);
  expect((await factsOf(twin))?.facts).toEqual(alone?.facts);
});

test('a member whose membership is under the record that leads on keeps her attendance and her loan', async () => {
  const member = async () => {
    const { rows } = await house.app.pools.owner.query<{ id: string }>(
      `select group_id as id from registry.membership where person_id = $1`,
      [siti],
    );
    const asked = { groupId: rows[0]!.id, institutionId, on: '2026-03-11' };
    const members = await house.app.read(testCity, (db) => groupMembers(db, asked));
    return members.find(({ personId }) => personId === siti)?.facts;
  };
  const before = await member();
  const mergeId = await joined();
  expect(await member()).toEqual(before);
  await apart(mergeId);
});
