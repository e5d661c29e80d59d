import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { readPdfText } from '#test/read-pdf-text.ts';
import { testCity } from '#test/database.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { useHouse } from '#test/house.ts';
import { findDocument, findVerification, listGroupMembers } from './index.ts';
import { makeDecreeDocuments } from './make-decree-documents.ts';

const house = useHouse('2026-04-23T02:00:00Z');
const dewi = actorWith('Dewi Petugas', cityRole('petugas-dinas'));
const hendra = actorWith('Hendra Verifikator', cityRole('verifikator'));
const ratna = actorWith('Ratna Kepala', cityRole('kepala-dinas'));
const kelurahan = '15.71.01.1006';

const letterhead = {
  office: 'Dinas Koperasi',
  address: 'Jalan Contoh 1',
  place: 'Jambi',
  code: 'DKUKM',
};

beforeAll(async () => {
  const body = { name: 'Kota Jambi', province: 'Jambi', timeZone: 'Asia/Jakarta', letterhead };
  await house.does(systemActor, 'access.found-city', body);
  await house.app.refreshCities();
  await house.app.pools.owner.query(
    `insert into registry.region (city_id, code, level, name, parent_code, valid_from) values
     ($1, '15.71', 'city', 'Kota Jambi', null, '2020-01-01'),
     ($1, '15.71.01', 'kecamatan', 'Telanaipura', '15.71', '2020-01-01'),
     ($1, $2, 'kelurahan', 'Simpang IV Sipin', '15.71.01', '2020-01-01')`,
    [testCity, kelurahan],
  );
});

/** Registers people with one business each and gives their ids. */
async function people(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  for (const [index, id] of ids.entries()) {
    await house.app.pools.owner.query(
      `with p as (insert into registry.person (city_id, id, name, name_key, kelurahan_code, created_by)
         values ($1, $2, $3, lower($3), $4, $2) returning 1)
       insert into registry.business (city_id, id, owner_id, name, name_key, sector, product, created_by)
       select $1, $5, $2, 'Dapur ' || $3, 'dapur', 'culinary', 'Keripik', $2 from p`,
      [testCity, id, `Siti ${index}`, kelurahan, newId()],
    );
  }
  return ids;
}

function proposal(personIds: string[], change: Record<string, Json> = {}) {
  const groupId = newId();
  const members = personIds.map((personId, index) => ({
    personId,
    role: index === 0 ? 'ketua' : 'anggota',
  }));
  return {
    groupId,
    name: `Melati ${groupId.slice(-4)} ${groupId.slice(9, 13)}`,
    sector: 'culinary',
    kelurahanCode: kelurahan,
    members,
    ...change,
  };
}

async function proposed(personIds?: string[]): Promise<string> {
  const body = proposal(personIds ?? (await people(6)));
  await house.does(dewi, 'registry.propose-group', body);
  return body.groupId;
}

async function verified(personIds?: string[]): Promise<string> {
  const groupId = await proposed(personIds);
  await house.does(hendra, 'registry.verify-group', { groupId, note: 'dikunjungi, lengkap' });
  return groupId;
}

async function recognised(
  personIds?: string[],
): Promise<{ groupId: string; decreeId: string; number: string }> {
  const groupId = await verified(personIds);
  const decreeId = newId();
  const answer = await house.does(ratna, 'registry.recognise-groups', {
    decreeId,
    groupIds: [groupId],
  });
  return { groupId, decreeId, number: (answer as { number: string }).number };
}

async function state(groupId: string): Promise<string> {
  const { rows } = await house.app.pools.owner.query<{ state: string }>(
    'select state from registry.business_group where id = $1',
    [groupId],
  );
  return rows[0]?.state ?? '';
}

const refusal = (code: string): unknown => expect.objectContaining({ code: `registry.${code}` });

describe('proposing a group', () => {
  it('needs exactly one leader, each person once, and enough of them', async () => {
    const six = await people(6);
    const roles = (role: string) => six.map((personId) => ({ personId, role }));
    const propose = (members: Json) =>
      house.does(dewi, 'registry.propose-group', proposal([], { members }));
    await expect(propose(roles('anggota'))).rejects.toEqual(refusal('one-ketua'));
    await expect(propose(roles('ketua'))).rejects.toEqual(refusal('one-ketua'));
    await expect(propose(roles('anggota').slice(0, 2))).rejects.toEqual(refusal('wrong-size'));
    await expect(
      house.does(dewi, 'registry.propose-group', proposal([...six, six[0] ?? ''])),
    ).rejects.toEqual(refusal('person-twice'));
  });

  it('takes nobody who is in another group of the programme, and says which', async () => {
    const six = await people(6);
    const first = await proposed(six);
    await expect(house.does(dewi, 'registry.propose-group', proposal(six))).rejects.toMatchObject({
      code: 'registry.member-elsewhere',
      words: { id: expect.stringContaining('Siti 0') as unknown },
    });
    await house.does(hendra, 'registry.refuse-group', {
      groupId: first,
      reason: 'data belum lengkap',
    });
    expect(await state(first)).toBe('refused');
    await house.does(dewi, 'registry.propose-group', proposal(six));
  });

  it('lets one of two proposals that take the same people at once through', async () => {
    const six = await people(6);
    const sent = await Promise.allSettled(
      [1, 2, 3].map(() => house.does(dewi, 'registry.propose-group', proposal(six))),
    );
    expect(sent.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses strangers, unknown places and a name that is taken', async () => {
    const six = await people(6);
    const body = proposal(six);
    await expect(
      house.does(dewi, 'registry.propose-group', proposal([...six.slice(1), newId()])),
    ).rejects.toEqual(refusal('unknown-member'));
    await expect(
      house.does(dewi, 'registry.propose-group', { ...body, kelurahanCode: '15.71.01.9999' }),
    ).rejects.toEqual(refusal('unknown-place'));
    await house.does(dewi, 'registry.propose-group', body);
    const again = proposal(await people(6), { name: `  ${body.name.toUpperCase()}. ` });
    await expect(house.does(dewi, 'registry.propose-group', again)).rejects.toEqual(
      refusal('group-name-taken'),
    );
  });
});

describe('verifying and recognising', () => {
  it('is never done by who proposed or verified', async () => {
    const both = actorWith(
      'Serba Bisa',
      cityRole('petugas-dinas'),
      cityRole('verifikator'),
      cityRole('kepala-dinas'),
    );
    const body = proposal(await people(6));
    await house.does(both, 'registry.propose-group', body);
    await expect(
      house.does(both, 'registry.verify-group', { groupId: body.groupId, note: 'sudah baik' }),
    ).rejects.toEqual(refusal('own-proposal'));
    await house.does(hendra, 'registry.verify-group', {
      groupId: body.groupId,
      note: 'sudah baik',
    });
    const sign = { decreeId: newId(), groupIds: [body.groupId] };
    await expect(house.does(both, 'registry.recognise-groups', sign)).rejects.toEqual(
      refusal('own-signature'),
    );
    await house.does(ratna, 'registry.recognise-groups', sign);
    expect(await state(body.groupId)).toBe('active');
  });

  it('waits for verification, and happens once', async () => {
    const groupId = await proposed();
    const sign = () =>
      house.does(ratna, 'registry.recognise-groups', { decreeId: newId(), groupIds: [groupId] });
    await expect(sign()).rejects.toEqual(refusal('wrong-state'));
    await house.does(hendra, 'registry.verify-group', { groupId, note: 'sudah baik' });
    await sign();
    await expect(sign()).rejects.toEqual(refusal('wrong-state'));
  });

  it('numbers decrees one after the other, also when they are signed at once', async () => {
    const groups = [await verified(), await verified(), await verified()];
    const answers = await Promise.all(
      groups.map((groupId) =>
        house.does(ratna, 'registry.recognise-groups', { decreeId: newId(), groupIds: [groupId] }),
      ),
    );
    const numbers = answers.map((answer) => (answer as { number: string }).number).toSorted();
    expect(numbers.every((number) => /^188\.4\/\d{3}\/DKUKM\/2026$/u.test(number))).toBe(true);
    const sequence = numbers.map((number) => Number(number.split('/')[1]));
    expect(sequence).toEqual([0, 1, 2].map((step) => (sequence[0] ?? 0) + step));
  });

  it('leaves no number unused when a group of the decree is refused', async () => {
    const [good, bad] = [await verified(), await proposed()];
    await expect(
      house.does(ratna, 'registry.recognise-groups', { decreeId: newId(), groupIds: [good, bad] }),
    ).rejects.toEqual(refusal('wrong-state'));
    const { number } = await recognised();
    const next = await house.does(ratna, 'registry.recognise-groups', {
      decreeId: newId(),
      groupIds: [good],
    });
    expect(Number((next as { number: string }).number.split('/')[1])).toBe(
      Number(number.split('/')[1]) + 1,
    );
  });

  it('gives every member a card with its own number and token', async () => {
    const { groupId } = await recognised(await people(40));
    const members = await house.database.read((db) => listGroupMembers(db, groupId));
    expect(members).toHaveLength(40);
    expect(new Set(members.map((member) => member.cardNumber)).size).toBe(40);
    expect(members[0]).toMatchObject({
      role: 'ketua',
      since: '2026-04-23',
      cardNumber: expect.stringMatching(/^2026-\d{5}$/u) as unknown,
    });
  });
});

describe('a decree', () => {
  it('cannot be changed by the programme', async () => {
    const { decreeId } = await recognised();
    const client = await house.app.pools.app.connect();
    try {
      await client.query(`begin; set local naik.city_id = '${testCity}'`);
      await expect(
        client.query(`update registry.decree set number = 'x' where id = '${decreeId}'`),
      ).rejects.toThrow(/permission denied/u);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('becomes PDFs in the file store, the same however often the job runs', async () => {
    const { groupId, decreeId, number } = await recognised();
    const run = {
      house: house.app.jobHouse,
      city: testCity,
      jobId: newId(),
      payload: { decreeId },
      progress: () => Promise.resolve(),
      signal: new AbortController().signal,
    };
    await makeDecreeDocuments.run(run);
    await makeDecreeDocuments.run(run);
    const store = openFileStore(house.app.jobHouse.dataDir);
    const document = await house.database.read((db) => findDocument(db, 'decree', decreeId));
    const pages = readPdfText((await store.get(document?.sha256 ?? '')) ?? new Uint8Array());
    expect(pages.join('\n')).toContain(`NOMOR ${number}`);
    for (const kind of ['certificate', 'member-cards'] as const) {
      const made = await house.database.read((db) => findDocument(db, kind, groupId));
      expect(await store.get(made?.sha256 ?? '')).not.toBeNull();
    }
  });
});

describe('a recognised group', () => {
  it('changes by an amending decree: members come and go with their cards', async () => {
    const { groupId, number } = await recognised();
    const before = await house.database.read((db) => listGroupMembers(db, groupId));
    const [newcomer = ''] = await people(1);
    const [ketua, second] = before;
    await house.does(ratna, 'registry.amend-group', {
      decreeId: newId(),
      groupId,
      noting: 'berita acara rapat anggota',
      add: [{ personId: newcomer, role: 'anggota' }],
      remove: [ketua?.personId ?? ''],
      roles: [{ personId: second?.personId ?? '', role: 'ketua' }],
    });
    const after = await house.database.read((db) => listGroupMembers(db, groupId));
    expect(after.map((member) => member.personId)).toContain(newcomer);
    expect(after.map((member) => member.personId)).not.toContain(ketua?.personId);
    expect(after[0]).toMatchObject({ personId: second?.personId, role: 'ketua' });
    const { rows } = await house.app.pools.owner.query<{
      content: { amends: { number: string }; changes: string[] };
    }>(
      `select d.content from registry.decree d join registry.decree_group g on g.decree_id = d.id
       where g.group_id = $1 and d.kind = 'amendment'`,
      [groupId],
    );
    expect(rows[0]?.content.amends.number).toBe(number);
    expect(rows[0]?.content.changes).toHaveLength(3);
  });

  it('never loses its leader, nor changes by nothing', async () => {
    const { groupId } = await recognised();
    const [ketua] = await house.database.read((db) => listGroupMembers(db, groupId));
    const amend = (change: Record<string, Json>) =>
      house.does(ratna, 'registry.amend-group', {
        decreeId: newId(),
        groupId,
        noting: 'berita acara',
        ...change,
      });
    await expect(amend({})).rejects.toEqual(refusal('nothing-changed'));
    await expect(amend({ remove: [ketua?.personId ?? ''] })).rejects.toEqual(refusal('one-ketua'));
    await expect(amend({ remove: [newId()] })).rejects.toEqual(refusal('not-a-member'));
  });

  it('is withdrawn by decree: cards stop, people are free, debts are not touched', async () => {
    const six = await people(6);
    const { groupId, decreeId } = await recognised(six);
    const { rows } = await house.app.pools.owner.query<{ token: string }>(
      'select token from registry.member_card where group_id = $1',
      [groupId],
    );
    const check = (token: string) =>
      house.database.read((db) => findVerification(db, token, '2026-04-23'));
    expect(await check(rows[0]?.token ?? '')).toMatchObject({
      of: 'card',
      valid: true,
      until: '2029-04-22',
    });
    await house.does(ratna, 'registry.withdraw-group', {
      decreeId: newId(),
      groupId,
      reason: 'kelompok membubarkan diri',
    });
    expect(await state(groupId)).toBe('withdrawn');
    expect(await check(rows[0]?.token ?? '')).toMatchObject({ valid: false });
    const { rows: decree } = await house.app.pools.owner.query<{ token: string }>(
      'select verify_token as token from registry.decree where id = $1',
      [decreeId],
    );
    expect(await check(decree[0]?.token ?? '')).toMatchObject({ of: 'decree', valid: false });
    await house.does(dewi, 'registry.propose-group', proposal(six));
    await expect(
      house.does(ratna, 'registry.withdraw-group', {
        decreeId: newId(),
        groupId,
        reason: 'sekali lagi',
      }),
    ).rejects.toEqual(refusal('wrong-state'));
  });

  it('is frozen and released again', async () => {
    const { groupId } = await recognised();
    const freeze = (on: boolean) =>
      house.does(ratna, 'registry.freeze-group', {
        groupId,
        freeze: on,
        reason: 'laporan terlambat',
      });
    await freeze(true);
    expect(await state(groupId)).toBe('frozen');
    await expect(freeze(true)).rejects.toEqual(refusal('wrong-state'));
    await freeze(false);
    expect(await state(groupId)).toBe('active');
  });
});
