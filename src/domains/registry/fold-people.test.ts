import { describe, expect, test } from 'vitest';
import { foundInTheField } from '#test/worlds/found-in-the-field.ts';
import type { PersonDocument } from './field/person-document.ts';
import { foldPeople } from './fold-people.ts';

const siti: PersonDocument = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'Siti Aminah',
  state: 'registered',
  sex: 'female',
  bornOn: '1985-03-12',
  phone: '+6281200000000',
  kelurahanCode: '15.71.01.1001',
  address: null,
  rt: null,
  rw: null,
  nikEnd: '0001',
  kkEnd: null,
  groups: ['Melati 2'],
  proposed: [],
  businesses: [
    {
      id: '019a0000-0000-7000-8000-000000000002',
      name: 'Usaha Siti',
      product: 'keripik pisang',
      sector: 'culinary',
      kbli: null,
      kelurahanCode: null,
      address: null,
      startedYear: null,
    },
  ],
};
const body = foundInTheField({});
const registration = {
  id: 'c1',
  kind: 'registry.register-in-field',
  body: JSON.parse(JSON.stringify(body)) as unknown,
  state: 'waiting',
};
const corrected = (
  subject: { kind: string; id: string },
  changes: unknown[],
  state = 'waiting',
) => ({
  id: 'c2',
  kind: 'registry.correct-profile',
  body: { correctionId: body.encounterId, subject, changes },
  state,
});

describe('people on a phone', () => {
  test('include whoever was just registered there, with the end of her NIK only', () => {
    const people = foldPeople([siti], [registration]);
    expect(people.map((one) => [one.name, one.state, one.unsent])).toEqual([
      ['marlina', 'on-phone', true],
      ['Siti Aminah', 'registered', false],
    ]);
    expect(people[0]).toMatchObject({
      nikEnd: '0007',
      kkEnd: '0001',
      registeredBy: 'c1',
      businesses: [{ name: 'Keripik Bu Marlina', startedYear: '2021' }],
    });
  });

  test('show corrections of hers and her business before the city has them', () => {
    const [person] = foldPeople(
      [siti],
      [
        corrected({ kind: 'person', id: siti.id }, [{ field: 'rt', base: null, value: '7' }]),
        corrected({ kind: 'business', id: siti.businesses[0]!.id }, [
          { field: 'name', base: 'Usaha Siti', value: 'Keripik Siti' },
        ]),
      ],
    );
    expect(person).toMatchObject({ rt: '7', unsent: true, businesses: [{ name: 'Keripik Siti' }] });
  });

  test('are as the city has them where a command was refused, or is already in the document', () => {
    const refused = { ...registration, state: 'refused' };
    expect(foldPeople([siti], [refused])).toHaveLength(1);
    const known: PersonDocument = { ...siti, id: body.person.id, name: 'Marlina' };
    const [person] = foldPeople([known], [{ ...registration, state: 'delivered' }]);
    expect(person).toMatchObject({ name: 'Marlina', state: 'registered', unsent: false });
  });
});
