import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { noticeOf, noticeOn } from '../consent-notice.ts';
import { consentPurposeNames } from '../consent.ts';
import { consentsOfPerson } from './consent-pages.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const today = '2026-03-11';
let melati: Melati;
let siti: string;
let rohani: string;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  siti = melati.member('Siti').id;
  rohani = melati.member('Rohani').id;
});

const given = (personId: string, change: Record<string, unknown> = {}) => ({
  personId,
  purpose: 'catalogue',
  noticeVersion: 1,
  channel: 'spoken',
  witness: 'Emi Suryani',
  on: today,
  ...change,
});
const record = (personId: string, change: Record<string, unknown> = {}, as = melati.mentor) =>
  house.does(as, 'registry.record-consent', given(personId, change));
const read = (personId: string) => house.app.read(testCity, (db) => consentsOfPerson(db, personId));
const cardOf = async (personId: string) => {
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from registry.member_card where person_id = $1',
    [personId],
  );
  return rows[0]?.id ?? '';
};

describe('giving consent', () => {
  test('what she heard, how, before whom and on which day stand on her', async () => {
    await record(siti, { on: '2026-03-09' });
    expect(await read(siti)).toMatchObject([
      {
        purpose: 'catalogue',
        noticeVersion: 1,
        channel: 'spoken',
        witness: 'Emi Suryani',
        givenOn: '2026-03-09',
        recordedBy: melati.mentor.name,
        withdrawnOn: null,
      },
    ]);
  });

  test('who did not sign needs somebody who heard it', async () => {
    expect(await refusedAs(record(rohani, { witness: '' }))).toBe('registry.witness-needed');
    expect(await refusedAs(record(rohani, { channel: 'thumbprint', witness: null }))).toBe(
      'registry.witness-needed',
    );
    await record(rohani, { channel: 'written', witness: null });
  });

  test('nobody agrees tomorrow, to a wording that is not read, or to the same thing twice', async () => {
    const photo = { purpose: 'photo' };
    expect(await refusedAs(record(siti, { ...photo, on: '2026-03-12' }))).toBe(
      'registry.consent-in-future',
    );
    expect(await refusedAs(record(siti, { ...photo, noticeVersion: 2 }))).toBe(
      'registry.unknown-notice',
    );
    expect(await refusedAs(record(siti))).toBe('registry.consent-stands');
  });

  test('a mentor of another kecamatan records nothing here', async () => {
    expect(await refusedAs(record(siti, { purpose: 'photo' }, melati.strangerMentor))).toBe(
      'command.not-allowed',
    );
  });

  test('of the same answer sent by two people at once one stands', async () => {
    const dewi = melati.member('Dewi').id;
    const both = await Promise.allSettled([record(dewi), record(dewi, {}, melati.officer)]);
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await read(dewi)).toHaveLength(1);
  });
});

describe('taking it back', () => {
  const withdraw = (consentId: string, on = today) =>
    house.does(melati.mentor, 'registry.withdraw-consent', {
      consentId,
      on,
      channel: 'spoken',
      why: 'tidak mau difoto',
    });

  test('it ends on that day, keeps what it was, and may be given anew', async () => {
    const [first] = await read(siti);
    expect(await refusedAs(withdraw(first?.id ?? '', '2026-03-08'))).toBe(
      'registry.withdrawn-too-early',
    );
    await withdraw(first?.id ?? '');
    expect(await read(siti)).toMatchObject([
      {
        withdrawnOn: today,
        withdrawnChannel: 'spoken',
        withdrawnBy: melati.mentor.name,
        givenOn: '2026-03-09',
      },
    ]);
    expect(await refusedAs(withdraw(first?.id ?? ''))).toBe('registry.already-withdrawn');
    await record(siti);
    expect((await read(siti)).map((one) => one.withdrawnOn)).toEqual([null, today]);
  });

  test('a member takes hers back with her own card, and nobody else’s', async () => {
    const mine = (await read(rohani))[0]?.id ?? '';
    const own = (cardId: string, as = systemActor) =>
      house.does(as, 'registry.withdraw-own-consent', { consentId: mine, cardId });
    expect(await refusedAs(own(await cardOf(siti)))).toBe('registry.unknown-consent');
    expect(await refusedAs(own(await cardOf(rohani), melati.officer))).toBe('command.not-allowed');
    await own(await cardOf(rohani));
    expect(await read(rohani)).toMatchObject([
      { withdrawnOn: today, withdrawnChannel: 'own-page', withdrawnBy: null },
    ]);
  });

  test('an unknown consent is not found', async () => {
    expect(await refusedAs(withdraw(newId()))).toBe('registry.unknown-consent');
  });
});

test('every purpose has a wording today, and an old answer finds the one it was given to', () => {
  for (const purpose of consentPurposeNames) {
    const { version, spoken } = noticeOn(purpose, today);
    expect(spoken('Bank Batanghari').id.length).toBeGreaterThan(40);
    expect(noticeOf(purpose, version)?.version).toBe(version);
  }
  expect(noticeOf('photo', 99)).toBeNull();
});
