import { beforeAll, expect, test } from 'vitest';
import { scopeOf } from '#domains/access/who-may.ts';
import { consentsOfPerson } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import { testCity } from '#test/database.ts';
import { useHouse } from '#test/house.ts';
import { refusedAs } from '#test/refused.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import type { Melati } from '#test/worlds/melati.ts';
import { agreeToShare, registerBank } from '#test/worlds/partner-lenders.ts';
import type { PartnerLender } from '#test/worlds/partner-lenders.ts';
import { candidatesOf } from './partner-pages.ts';
import { listWithoutConsent } from './sharing-consent-pages.ts';
import { openCandidateFile } from './take-candidate-file.ts';

const house = useHouse('2026-03-11T02:00:00Z');
const novita = actorWith('Novita Petugas', cityRole('petugas-dinas'));
const fileId = newId();
let melati: Melati;
let bank: PartnerLender;

beforeAll(async () => {
  melati = await foundMelati(house, { loans: false });
  bank = await registerBank(house, actorWith('Admin', cityRole('admin')), 'Bank Batanghari');
  const personIds = melati.members.slice(0, 2).map((member) => member.id);
  await agreeToShare(house, { officer: novita, institutionId: bank.id, personIds });
  await make(fileId);
});

const make = (id: string) =>
  house.does(novita, 'lending.make-candidate-file', {
    fileId: id,
    institutionId: bank.id,
    groupIds: [melati.groupId],
    source: 'members',
  });

async function takeHome(): Promise<number> {
  const takingId = newId();
  await house.does(bank.officer, 'lending.take-candidate-file', { fileId, takingId });
  const opened = await house.app.read(testCity, (db) =>
    openCandidateFile(db, house.app.identitySealer, { id: takingId, takenBy: bank.officer.userId }),
  );
  return opened.rows.length;
}

async function withdraw(name: string): Promise<void> {
  const personId = melati.member(name).id;
  const lines = await house.app.read(testCity, (db) => consentsOfPerson(db, personId));
  for (const { id } of lines.filter((one) => one.institutionId === bank.id)) {
    const body = { consentId: id, on: '2026-03-11', channel: 'spoken' };
    await house.does(melati.mentor, 'registry.withdraw-consent', body);
  }
}

const lacking = (filters: Record<string, string> = {}) =>
  house.app.read(testCity, (db) =>
    listWithoutConsent(
      db,
      { q: '', sort: 'nama', direction: 'asc', size: 50, offset: 0, filters },
      { institutionId: bank.id, scope: scopeOf(novita, 'lending.record-sharing-consent') },
    ),
  );

test('a mentor writes down what her own group was asked, with a witness where nobody signed', async () => {
  const ask = (channel: string, witness: string | null, as = melati.mentor) =>
    house.does(as, 'lending.record-sharing-consent', {
      institutionId: bank.id,
      personIds: [melati.member('Emi').id],
      channel,
      witness,
      on: '2026-03-10',
    });
  expect(await refusedAs(ask('spoken', null))).toBe('registry.witness-needed');
  expect(await refusedAs(ask('written', null, melati.strangerMentor))).toBe('command.not-allowed');
  expect(await ask('spoken', 'Rohani')).toEqual({ people: 1 });
});

test('who withdrew goes out with no later download, and the list says so', async () => {
  expect(await takeHome()).toBe(2);
  await withdraw('Siti');
  expect(await takeHome()).toBe(1);
  const candidates = await house.app.read(testCity, (db) => candidatesOf(db, fileId));
  expect(candidates.map((one) => [one.name, one.withdrewOn])).toEqual([
    ['Rohani', null],
    ['Siti Aminah', '2026-03-11'],
  ]);
  const { rows } = await house.app.pools.owner.query<{ name: string; n: bigint }>(
    `select p.name, count(*) as n from access.secret_reading r join registry.person p on p.id = r.person_id
      where r.reason like 'Mengunduh%' group by p.name order by p.name`,
  );
  expect(rows.map((row) => [row.name, Number(row.n)])).toEqual([
    ['Rohani', 2],
    ['Siti Aminah', 1],
  ]);
});

test('who lacks consent is listed beside the candidates, who withdrew by herself', async () => {
  const all = await lacking();
  expect(all.rows.map((row) => row.name)).toEqual([
    'Dewi Lestari',
    'Nurhayati',
    'Siti Aminah',
    'Yusnidar',
  ]);
  expect((await lacking({ keadaan: 'ditarik' })).rows).toMatchObject([
    { name: 'Siti Aminah', withdrewOn: '2026-03-11', named: true },
  ]);
  expect((await lacking({ keadaan: 'belum' })).total).toBe(3);
});

test('a file whose people have all withdrawn is handed to nobody', async () => {
  await withdraw('Rohani');
  expect(await refusedAs(takeHome())).toBe('lending.all-withdrew');
});

test('a new file leaves her out until she agrees again', async () => {
  const next = newId();
  expect(await make(next)).toMatchObject({ counts: { lines: 1, 'no-consent': 5 } });
});
