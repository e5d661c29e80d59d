import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundInTheField } from '#test/worlds/found-in-the-field.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { findCurrentBusiness } from './current-record.ts';
import { peopleDocuments } from './people-documents.ts';

const house = useHouse('2026-03-11T02:00:00Z');
let melati: Melati;
let siti: string;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  siti = melati.member('Siti').id;
});

async function rows<Row extends Record<string, unknown>>(query: string, values: unknown[] = []) {
  return (await house.app.pools.owner.query<Row>(query, values)).rows;
}

const correct = (
  id: string,
  changes: { field: string; base: string | null; value: string | null }[],
  { as = melati.mentor, kind = 'person' }: { as?: Actor; kind?: string } = {},
) =>
  house.does(as, 'registry.correct-profile', {
    correctionId: newId(),
    subject: { kind, id },
    changes,
  });

/** Somebody without a NIK who looks like `name` of Melati 2 by her birth date. */
async function lookAlike(name: string, change: Record<string, unknown> = {}) {
  const body = foundInTheField({
    person: { name, nik: null, noNikWhy: 'not-with-her', bornOn: '1985-03-12', ...change },
    business: { name: `Usaha ${melati.member(name).name}` },
    rest: { household: null },
  });
  await house.does(melati.mentor, 'registry.register-in-field', body);
  const [pair] = await rows<{ id: string }>(
    `select id from registry.candidate_pair where person_id = $1 and other_id = $2`,
    [body.person.id, melati.member(name).id],
  );
  return { body, pairId: pair?.id ?? '' };
}

const decide = (
  pairId: string,
  decision: string,
  reason: string | null = 'Dicocokkan dengan KTP',
) => house.does(melati.officer, 'registry.decide-pair', { pairId, decision, reason });

describe('a profile corrected by two', () => {
  test('keeps both fields when they differ', async () => {
    await correct(siti, [{ field: 'rt', base: null, value: '7' }]);
    const answer = await correct(
      siti,
      [{ field: 'address', base: null, value: 'Lorong Melati 9' }],
      {
        as: melati.officer,
      },
    );
    expect(answer).toMatchObject({ applied: ['address'], proposed: [] });
    const [person] = await rows(`select rt, address from registry.person where id = $1`, [siti]);
    expect(person).toEqual({ rt: '7', address: 'Lorong Melati 9' });
  });

  test('keeps the first value of one field and proposes the second, whose author is told', async () => {
    const base = '+6281200000000';
    await correct(siti, [{ field: 'phone', base, value: '0812-7000-0001' }], {
      as: melati.officer,
    });
    const late = await correct(siti, [
      { field: 'phone', base, value: '0812-7000-0002' },
      { field: 'rw', base: null, value: '3' },
    ]);
    expect(late).toMatchObject({ applied: ['rw'], proposed: ['phone'] });
    const [person] = await rows(`select phone from registry.person where id = $1`, [siti]);
    expect(person).toEqual({ phone: '+6281270000001' });
    const sources = await rows(
      `select value from registry.source_value where subject_id = $1 and field = 'phone' order by value`,
      [siti],
    );
    expect(sources).toEqual([{ value: '+6281270000001' }, { value: '+6281270000002' }]);
  });

  test('takes a proposal only from a second person, once', async () => {
    const [proposal] = await rows<{ id: string }>(
      `select id from registry.profile_proposal where subject_id = $1 and field = 'phone'`,
      [siti],
    );
    const accept = (as: Actor) =>
      house.does(as, 'registry.decide-profile-proposal', {
        proposalId: proposal?.id,
        accept: true,
        reason: null,
      });
    expect(await refusedAs(accept(melati.mentor))).toBe('command.not-allowed');
    await accept(melati.officer);
    const [person] = await rows(`select phone from registry.person where id = $1`, [siti]);
    expect(person).toEqual({ phone: '+6281270000002' });
    expect(await refusedAs(accept(melati.officer))).toBe('registry.proposal-decided');
  });

  test('is refused where a value cannot be read, and out of one’s area', async () => {
    expect(await refusedAs(correct(siti, [{ field: 'phone', base: null, value: 'abc' }]))).toBe(
      'registry.unreadable-value',
    );
    expect(await refusedAs(correct(siti, [{ field: 'state', base: null, value: 'x' }]))).toBe(
      'registry.unreadable-value',
    );
    expect(
      await refusedAs(
        correct(siti, [{ field: 'rt', base: '7', value: '8' }], { as: melati.strangerMentor }),
      ),
    ).toBe('command.not-allowed');
  });

  test('is a business’s too', async () => {
    const [business] = await rows<{ id: string }>(
      `select id from registry.business where owner_id = $1`,
      [siti],
    );
    const id = business?.id ?? '';
    await correct(id, [{ field: 'startedYear', base: null, value: '2018' }], { kind: 'business' });
    const [kept] = await rows(`select started_year from registry.business where id = $1`, [id]);
    expect(kept).toEqual({ started_year: 2018 });
  });
});

describe('a NIK that was missing', () => {
  test('is given; another than hers is proposed sealed; somebody else’s is a pair', async () => {
    const body = foundInTheField({
      person: {
        name: 'Kartini',
        nik: null,
        noNikWhy: 'no-card',
        bornOn: '1979-04-21',
        phone: null,
      },
      rest: { household: null },
    });
    await house.does(melati.mentor, 'registry.register-in-field', body);
    const give = (nik: string) =>
      correct(body.person.id, [{ field: 'nik', base: null, value: nik }]);
    expect(await give('9971016104790001')).toMatchObject({ applied: ['nik'] });
    expect(await give('9971016104790001')).toMatchObject({ applied: [], proposed: [] });
    expect(await give('9971016104790002')).toMatchObject({ proposed: ['nik'] });
    expect(await give('9971015203850002')).toMatchObject({ paired: true });
    const [proposal] = await rows<{ id: string; sealed: Buffer; proposed_value: string }>(
      `select id, sealed, proposed_value from registry.profile_proposal where subject_id = $1`,
      [body.person.id],
    );
    expect(proposal?.proposed_value).toBe('0002');
    await house.does(melati.officer, 'registry.decide-profile-proposal', {
      proposalId: proposal?.id,
      accept: true,
    });
    const [held] = await rows(
      `select last_four from registry.identifier where person_id = $1 and kind = 'nik'`,
      [body.person.id],
    );
    expect(held).toEqual({ last_four: '0002' });
  });
});

describe('a provisional person', () => {
  test('is confirmed by somebody else than who registered her, once her pairs are decided', async () => {
    const { body, pairId } = await lookAlike('Yusnidar');
    const confirm = (as: Actor) =>
      house.does(as, 'registry.confirm-person', { personId: body.person.id });
    expect(await refusedAs(confirm(melati.officer))).toBe('registry.pairs-first');
    await decide(pairId, 'different');
    await confirm(melati.officer);
    expect(await refusedAs(confirm(melati.officer))).toBe('registry.not-provisional');
    const own = foundInTheField({
      person: { name: 'Zubaidah', nik: null, bornOn: null, phone: null },
    });
    await house.does(melati.officer, 'registry.register-in-field', own);
    expect(
      await refusedAs(
        house.does(melati.officer, 'registry.confirm-person', { personId: own.person.id }),
      ),
    ).toBe('registry.own-registration');
  });
});

describe('two records of one person', () => {
  test('are joined: her ids lead on, the business and consent are hers, what differs is proposed', async () => {
    const rohani = melati.member('Rohani').id;
    const { body, pairId } = await lookAlike('Rohani', { sex: 'female', phone: '+6281266600001' });
    expect(await refusedAs(decide(pairId, 'same', null))).toBe('registry.reason-needed');
    expect(await decide(pairId, 'same')).toMatchObject({ personId: rohani });
    const [merged] = await rows(`select state, merged_into from registry.person where id = $1`, [
      body.person.id,
    ]);
    expect(merged).toEqual({ state: 'merged', merged_into: rohani });
    const business = await house.app.read(testCity, (db) =>
      findCurrentBusiness(db, body.business?.id ?? ''),
    );
    expect(business).toMatchObject({ ownerId: rohani, name: 'Usaha Rohani' });
    const given = await rows(
      `select count(*)::int as n from registry.consent where person_id = $1 and purpose = 'programme'`,
      [rohani],
    );
    expect(given).toEqual([{ n: 1 }]);
    const proposals = await rows(
      `select field, proposed_name from registry.profile_proposal where subject_id = $1`,
      [rohani],
    );
    expect(proposals).toEqual([{ field: 'phone', proposed_name: melati.mentor.name }]);
    expect(await refusedAs(decide(pairId, 'different'))).toBe('registry.pair-decided');
  });

  test('are put aside and decided afterwards', async () => {
    const { pairId } = await lookAlike('Nurhayati');
    await decide(pairId, 'later', null);
    await decide(pairId, 'same');
  });

  test('keep their places when the provisional one stands in a group: it leads to the other', async () => {
    const { body, pairId } = await lookAlike('Dewi Lestari');
    const others = ['Aminah Batanghari', 'Badriah', 'Cut Nyak', 'Ernawati'].map((name) =>
      foundInTheField({
        person: { name, nik: null, bornOn: null, phone: null, kelurahanCode: null },
        business: null,
        rest: { household: null },
      }),
    );
    for (const other of others)
      await house.does(melati.mentor, 'registry.register-in-field', other);
    await house.does(melati.officer, 'registry.propose-group', {
      groupId: newId(),
      name: 'Anggrek 1',
      sector: 'culinary',
      kelurahanCode: '15.71.01.1001',
      mentorId: melati.mentor.userId,
      members: [body, ...others].map(({ person }, i) => ({
        personId: person.id,
        role: i === 0 ? 'ketua' : 'anggota',
      })),
    });
    const dewi = melati.member('Dewi').id;
    expect(await decide(pairId, 'same')).toMatchObject({ personId: dewi });
    expect(
      await rows(
        `select p.merged_into as into, m.role from registry.person p
        join registry.membership m on m.person_id = p.id where p.id = $1`,
        [body.person.id],
      ),
    ).toEqual([{ into: dewi, role: 'ketua' }]);
    const [merge] = await rows<{ id: string }>(
      `select id from registry.person_merge where person_id = $1`,
      [body.person.id],
    );
    await house.does(melati.officer, 'registry.unmerge-people', {
      mergeId: merge?.id ?? '',
      reason: 'Ternyata kakaknya',
    });
    expect(await rows(`select state from registry.candidate_pair where id = $1`, [pairId])).toEqual(
      [{ state: 'open' }],
    );
    await decide(pairId, 'later', null);
  });
});

describe('the phone of whoever wrote it down', () => {
  test('carries the people of her groups and those she met, with no more than the end of a NIK', async () => {
    const documents = await read();
    const person = documents.find((one) => one.key === `person:${siti}`);
    expect(person?.body).toMatchObject({
      name: 'Siti Aminah',
      nikEnd: '0001',
      groups: ['Melati 2'],
    });
    expect(JSON.stringify(documents)).not.toMatch(/\d{16}/);
    const names = documents.flatMap(({ body }) => ('name' in body ? [body.name] : []));
    expect(names).toContain('Kartini');
    expect(names).toContain('Yusnidar');
  });

  test('tells her which of her values lost, who decided, and whom she had met before', async () => {
    const news = (await read()).find((one) => one.key === 'people-news')?.body;
    const said = news && 'lines' in news ? news.lines.map((line) => line.says.id) : [];
    expect(said).toContain(
      'Usulan Anda untuk telepon Siti Aminah diterima Dewi Petugas: 0812-7000-0002.',
    );
    expect(said.some((line) => line.startsWith('Telepon Rohani sudah diubah orang lain'))).toBe(
      true,
    );
    expect(said).toContain(
      'Rohani ternyata sudah terdaftar sebagai Rohani. Catatan Anda masuk ke datanya.',
    );
  });

  function read() {
    return house.app.read(testCity, (db) =>
      peopleDocuments(db, {
        userId: melati.mentor.userId,
        groupIds: [melati.groupId],
        today: '2026-03-11',
      }),
    );
  }
});

describe('a decision taken back', () => {
  const reopen = (pairId: string) => house.does(melati.officer, 'registry.reopen-pair', { pairId });
  const stateOf = async (pairId: string) =>
    (
      await rows<{ state: string }>(`select state from registry.candidate_pair where id = $1`, [
        pairId,
      ])
    )[0]?.state;

  test('lets the pair wait again, once', async () => {
    const { pairId } = await lookAlike('Nurhayati');
    await decide(pairId, 'different');
    await reopen(pairId);
    expect(await stateOf(pairId)).toBe('open');
    expect(await refusedAs(reopen(pairId))).toBe('registry.pair-waits');
  });

  test('is refused where the provisional record went over into the other', async () => {
    const { pairId } = await lookAlike('Emi');
    await decide(pairId, 'same');
    expect(await refusedAs(reopen(pairId))).toBe('registry.pair-went-over');
  });

  test('makes two again of two registered records that were joined', async () => {
    const [one, other, pairId] = [newId(), siti, newId()];
    await rows(
      `insert into registry.person (city_id, id, name, name_key, sex, created_by) select city_id, $1, 'Sitti', 'sitti', sex, created_by
       from registry.person where id = $2`,
      [one, other],
    );
    await rows(
      `insert into registry.candidate_pair (city_id, id, person_id, other_id, why, found_at) values ($1, $2, $3, $4, 'linkage', now())`,
      [testCity, pairId, one, other],
    );
    await decide(pairId, 'same');
    const led = () => rows(`select merged_into, state from registry.person where id = $1`, [one]);
    expect(await led()).toEqual([{ merged_into: other, state: 'merged' }]);
    await reopen(pairId);
    expect(await led()).toEqual([{ merged_into: null, state: 'registered' }]);
    expect(await stateOf(pairId)).toBe('open');
  });
});

test('a husband written down with his wife’s telephone is not joined to her without a second officer', async () => {
  const { pairId } = await lookAlike('Dewi', { sex: 'male' });
  expect(await refusedAs(decide(pairId, 'same'))).toBe('registry.looks-like-family');
  const body = { pairId, decision: 'same', reason: 'KTP: salah tulis', despiteFamily: true };
  expect(await house.does(melati.officer, 'registry.decide-pair', body)).not.toMatchObject({
    personId: expect.any(String),
  });
  expect(await rows(`select state from registry.candidate_pair where id = $1`, [pairId])).toEqual([
    { state: 'open' },
  ]);
});
