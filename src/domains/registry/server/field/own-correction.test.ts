import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { profileOf } from './profile-store.ts';
import { fieldsWaiting } from './propose-own-correction.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let siti: string;
let cardId: string;

beforeAll(async () => {
  melati = await foundMelati(house);
  siti = melati.member('Siti').id;
  const { rows } = await house.app.pools.owner.query<{ id: string }>(
    'select id from registry.member_card where person_id = $1',
    [siti],
  );
  cardId = rows[0]?.id ?? '';
});

const propose = (field: string, value: string, change: Record<string, unknown> = {}) =>
  house.does(systemActor, 'registry.propose-own-correction', { cardId, field, value, ...change });
const phone = () =>
  house.app.read(
    testCity,
    async (db) => (await profileOf(db, { kind: 'person', id: siti }))?.phone,
  );
const waiting = () => house.app.read(testCity, (db) => fieldsWaiting(db, siti));

describe('her own correction', () => {
  test('changes nothing until an officer accepts it, and then it is what stands', async () => {
    const before = await phone();
    await propose('phone', '0812 7777 8888');
    expect(await phone()).toBe(before);
    expect(await waiting()).toEqual(['phone']);
    const { rows } = await house.app.pools.owner.query<{ id: string; proposed_name: string }>(
      `select id, proposed_name from registry.profile_proposal where subject_id = $1`,
      [siti],
    );
    expect(rows[0]?.proposed_name).toBe('Siti Aminah');
    await house.does(melati.verifier, 'registry.decide-profile-proposal', {
      ...{ proposalId: rows[0]?.id, accept: true, reason: 'Ditelepon, benar' },
    });
    expect(await phone()).toBe('+6281277778888');
    expect(await waiting()).toEqual([]);
  });

  test('is refused while one of the field waits, where it says what stands, and where nobody can read it', async () => {
    await propose('address', 'Lorong Baru 9');
    expect(await refusedAs(propose('address', 'Lorong Baru 10'))).toBe('registry.correction-waits');
    expect(await refusedAs(propose('name', 'SITI AMINAH'))).toBe('registry.stands-already');
    expect(await refusedAs(propose('phone', 'tidak punya'))).toBe('registry.unreadable-value');
    expect(await refusedAs(propose('nik', '9971016104800001'))).toBe('command.invalid-input');
    expect(await refusedAs(propose('rt', '3', { cardId: newId() }))).toBe(
      'registry.unknown-person',
    );
  });

  test('comes from her card and PIN alone: no officer speaks as her', async () => {
    const said = { cardId, field: 'rw', value: '4' };
    expect(
      await refusedAs(house.does(melati.officer, 'registry.propose-own-correction', said)),
    ).toBe('command.not-allowed');
  });
});
