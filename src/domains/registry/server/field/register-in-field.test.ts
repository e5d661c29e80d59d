import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundInTheField } from '#test/worlds/found-in-the-field.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { consentsOfPerson } from '../consent-pages.ts';
import { lifeLineOf } from '#domains/programmes/server/index.ts';
import { findCurrentBusiness, findCurrentPerson } from './current-record.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
});

type Body = ReturnType<typeof foundInTheField>;
interface Answer {
  outcome: string;
  personId: string;
  businessId: string;
  pairs: number;
  proposals: number;
}

const register = async (body: Body, as = melati.mentor) =>
  (await house.does(as, 'registry.register-in-field', body)) as unknown as Answer;

async function rows<Row extends Record<string, unknown>>(query: string, values: unknown[] = []) {
  return (await house.app.pools.owner.query<Row>(query, values)).rows;
}

describe('somebody new', () => {
  const body = foundInTheField({});

  test('is provisional under the id the phone gave her, with business, household and what she said', async () => {
    expect(await register(body)).toMatchObject({ outcome: 'new', personId: body.person.id });
    expect(
      await rows(
        `select p.name, p.state, p.rt, b.name as business, b.started_year, b.latitude, s.turnover_band, s.workers, h.period
         from registry.person p join registry.business b on b.owner_id = p.id
         join registry.business_snapshot s on s.business_id = b.id
         join registry.household_member m on m.person_id = p.id join registry.household h on h.id = m.household_id
         where p.id = $1`,
        [body.person.id],
      ),
    ).toMatchObject([
      {
        name: 'Marlina',
        state: 'provisional',
        rt: '04',
        business: 'Keripik Bu Marlina',
        started_year: 2021,
        latitude: '-1.610100',
        turnover_band: '1m-5m',
        workers: 2,
        period: '2024-05',
      },
    ]);
  });

  test('keeps her NIK and KK sealed, and nowhere in the open', async () => {
    const nik = body.person.nik;
    const [kept] = await rows<{ sealed: Buffer; last_four: string }>(
      `select sealed, last_four from registry.identifier where person_id = $1 and kind = 'nik'`,
      [body.person.id],
    );
    expect(kept?.last_four).toBe(nik.slice(-4));
    expect(house.app.identitySealer.open(kept?.sealed ?? Buffer.alloc(0))).toBe(nik);
    const open = await rows<{ found: boolean }>(
      `select exists (select from registry.source_value where value like '%' || $1 || '%')
         or exists (select from access.audit_line where row_to_json(audit_line)::text like '%' || $1 || '%')
         or exists (select from access.command_answer where answer::text like '%' || $1 || '%') as found`,
      [nik],
    );
    expect(open[0]?.found).toBe(false);
  });

  test('leaves the evidence of her consent, and a line on her life', async () => {
    const [consent] = await house.app.read(testCity, (db) => consentsOfPerson(db, body.person.id));
    expect(consent).toMatchObject({ purpose: 'programme', channel: 'written', noticeVersion: 1 });
    const [evidence] = await rows(`select mark, by_name from registry.encounter where id = $1`, [
      body.encounterId,
    ]);
    expect(evidence).toMatchObject({ mark: 'M10 20 L60 80 L120 40', by_name: melati.mentor.name });
    const life = await house.app.read(testCity, (db) =>
      lifeLineOf(db, { personId: body.person.id }),
    );
    expect(life).toMatchObject([{ kind: 'registered', on: '2026-03-11' }]);
  });

  test('is written down wherever she lives, without a NIK and with a place nobody knows', async () => {
    const far = foundInTheField({
      person: {
        name: 'Wati',
        nik: null,
        noNikWhy: 'no-card',
        bornOn: null,
        phone: null,
        kelurahanCode: '15.05.01.2001',
      },
      rest: { metOn: '2026-03-14', household: null },
    });
    expect(await register(far, melati.strangerMentor)).toMatchObject({ outcome: 'new' });
    expect(
      await rows(
        `select p.kelurahan_code, p.place_text, e.no_nik_why, e.met_on::text from registry.person p
         join registry.encounter e on e.person_id = p.id where p.id = $1`,
        [far.person.id],
      ),
    ).toMatchObject([
      {
        kelurahan_code: null,
        place_text: '15.05.01.2001',
        no_nik_why: 'no-card',
        met_on: '2026-03-11',
      },
    ]);
  });
});

describe('somebody with a NIK that is here', () => {
  const body = foundInTheField({
    person: {
      name: 'SITI AMINAH',
      nik: '9971015203850001',
      bornOn: '1985-03-13',
      phone: '+6281299900001',
    },
    business: { name: 'Usaha Siti Aminah', product: 'keripik pisang' },
  });

  test('is an encounter of hers: gaps are filled, differences proposed, nothing overwritten', async () => {
    const siti = melati.member('Siti').id;
    expect(await register(body)).toMatchObject({ outcome: 'same', personId: siti, proposals: 2 });
    const [person] = await rows(
      `select born_on::text, phone, address, rt, state from registry.person where id = $1`,
      [siti],
    );
    expect(person).toMatchObject({
      born_on: '1985-03-12',
      phone: '+6281200000000',
      address: 'Lorong Mawar',
      rt: '04',
      state: 'registered',
    });
    expect(
      await rows(
        `select field, standing_value, proposed_value, state from registry.profile_proposal order by field`,
      ),
    ).toMatchObject([
      {
        field: 'bornOn',
        standing_value: '1985-03-12',
        proposed_value: '1985-03-13',
        state: 'open',
      },
      { field: 'phone', proposed_value: '+6281299900001' },
    ]);
  });

  test('her ids on the phone lead to the records that were here', async () => {
    const siti = melati.member('Siti').id;
    const found = await house.app.read(testCity, async (db) => ({
      person: await findCurrentPerson(db, body.person.id),
      business: await findCurrentBusiness(db, String(body.business?.id)),
    }));
    expect(found).toMatchObject({
      person: { id: siti, name: 'Siti Aminah' },
      business: { ownerId: siti, name: 'Usaha Siti Aminah' },
    });
    expect(found.business?.id).not.toBe(body.business?.id);
  });

  test('two phones that bring the same NIK at once make one person', async () => {
    const twin = () => foundInTheField({ person: { nik: '9971014101800009', name: 'Halimah' } });
    const both = await Promise.all([register(twin()), register(twin(), melati.officer)]);
    expect(both.map((one) => one.outcome).sort()).toEqual(['new', 'same']);
    expect(new Set(both.map((one) => one.personId)).size).toBe(1);
    const [state] = await rows(`select state from registry.person where id = $1`, [
      both[0].personId,
    ]);
    expect(state).toEqual({ state: 'registered' });
  });
});

describe('somebody who looks like another', () => {
  test('by name and birth date is provisional and a pair to review', async () => {
    const near = foundInTheField({
      person: { name: 'Rohani', nik: null, noNikWhy: 'not-with-her', bornOn: '1985-03-12' },
      rest: { household: null },
    });
    expect(await register(near)).toMatchObject({ outcome: 'review', pairs: 1 });
    expect(
      await rows(`select other_id, why, state from registry.candidate_pair where person_id = $1`, [
        near.person.id,
      ]),
    ).toEqual([{ other_id: melati.member('Rohani').id, why: 'name-birth', state: 'open' }]);
  });

  test('with her NIK under quite another name is not joined to her', async () => {
    const typo = foundInTheField({
      person: { name: 'Sulastri', nik: '9971015203850003', bornOn: '1970-01-01', phone: null },
      rest: { household: null },
    });
    expect(await register(typo)).toMatchObject({ outcome: 'review', pairs: 1 });
    const held = await rows(`select kind from registry.identifier where person_id = $1`, [
      typo.person.id,
    ]);
    expect(held).toEqual([]);
  });
});

describe('what is refused', () => {
  test('consent without a mark, without a witness, or to a statement nobody knows', async () => {
    const withConsent = (consent: Record<string, unknown>) =>
      refusedAs(register(foundInTheField({ consent })));
    expect(await withConsent({ mark: null })).toBe('registry.mark-needed');
    expect(await withConsent({ channel: 'spoken', mark: null })).toBe('registry.witness-needed');
    expect(await withConsent({ noticeVersion: 9 })).toBe('registry.unknown-reading');
    expect(await withConsent({ mark: 'M0 0"/><script>' })).toBe('command.invalid-input');
  });

  test('the same registration under another command; the same command again answers the same', async () => {
    const body = foundInTheField({ person: { nik: null, name: 'Ratih', bornOn: null } });
    const id = newId();
    const first = await house.does(melati.mentor, 'registry.register-in-field', body, id);
    expect(await house.does(melati.mentor, 'registry.register-in-field', body, id)).toEqual(first);
    expect(await refusedAs(register(body))).toBe('registry.already-registered');
  });

  test('nobody but mentors and officers registers people', async () => {
    expect(await refusedAs(register(foundInTheField({}), melati.cashier))).toBe(
      'command.not-allowed',
    );
  });
});
