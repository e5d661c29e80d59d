import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, RoleAssignment } from '#platform/command/command.ts';
import { actorWith, cityRole } from '../actors.ts';
import type { WorldHouse } from '../house.ts';
import { LenderModel } from './lender-model.ts';
import { newLoan, usualTerms } from './loan-model.ts';
import type { ModelTerms } from './loan-model.ts';
import { planOf } from './readings.ts';

export const city = '15.71';
export const firstDay = '2026-01-07';
const kelurahan = '15.71.01.1001';

/** The city and the people of its office; once for all lenders. */
export interface Office {
  readonly admin: Actor;
  readonly officer: Actor;
  readonly verifier: Actor;
  readonly head: Actor;
  readonly mentor: Actor;
  people: number;
}

/** A lender of its own with its own books, so that one script cannot spoil another. */
export interface Field {
  readonly office: Office;
  readonly bookId: string;
  readonly institutionId: string;
  readonly officer: Actor;
  readonly approver: Actor;
  readonly cashier: Actor;
  readonly groups: readonly Group[];
  readonly model: LenderModel;
}

export interface Group {
  readonly groupId: string;
  readonly lendingGroupId: string;
  readonly members: readonly string[];
  readonly meetings: readonly { readonly id: string; readonly heldOn: string }[];
}

export async function openOffice(house: WorldHouse): Promise<Office> {
  await house.does(systemActor, 'access.found-city', {
    name: 'Kota Jambi',
    province: 'Jambi',
    timeZone: 'Asia/Jakarta',
    letterhead: {
      office: 'Dinas Koperasi',
      address: 'Jalan Contoh 1',
      place: 'Jambi',
      code: 'DKUKM',
    },
  });
  await house.app.refreshCities();
  await house.does(systemActor, 'registry.load-regions', { validFrom: '2020-01-01' });
  const mentor = actorWith('Rina Pendamping', cityRole('pendamping'));
  await house.does(systemActor, 'access.create-user', {
    userId: mentor.userId,
    login: 'rina',
    name: mentor.name,
    nip: '197001011990031001',
    title: 'Pembina',
    passwordHash: '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA',
    roles: mentor.roles,
  });
  return {
    admin: actorWith('Pengelola', cityRole('admin')),
    officer: actorWith('Dewi Petugas', cityRole('petugas-dinas')),
    verifier: actorWith('Budi Verifikator', cityRole('verifikator')),
    head: actorWith('Hj. Ratna', cityRole('kepala-dinas')),
    mentor,
    people: 0,
  };
}

/** A new lender with groups that have borrowed, on the first day, and the model that begins where they do. */
export async function openField(
  house: WorldHouse,
  office: Office,
  size: { groups: number; members: number; terms: ModelTerms },
): Promise<Field> {
  house.now = new Date(`${firstDay}T01:00:00Z`);
  const institutionId = newId();
  const code = `uji-${institutionId.slice(-12)}`;
  await house.does(office.admin, 'partners.register-institution', {
    institutionId,
    kind: 'cooperative',
    code,
    name: `Koperasi ${code}`,
    shortName: code,
    books: 'kept-here',
    validFrom: '2020-01-01',
  });
  await house.does(office.admin, 'ledger.open-book', {
    institutionId,
    code,
    name: `Koperasi ${code}`,
    openedOn: firstDay,
    openingCapitalRupiah: '1000000000',
  });
  const at = (role: string): RoleAssignment => ({
    role,
    jurisdiction: 'institution',
    at: institutionId,
  });
  const people = {
    officer: actorWith('Petugas Koperasi', at('petugas-lembaga')),
    approver: actorWith('Ketua Koperasi', at('penyetuju-lembaga')),
    cashier: actorWith('Kasir Koperasi', at('kasir')),
  };
  const productId = await offer(house, { ...people, institutionId, code, terms: size.terms });
  const lender = { ...people, office, institutionId, productId };
  const groups: Group[] = [];
  for (let i = 0; i < size.groups; i += 1)
    groups.push(await openGroup(house, lender, { name: `${code} ${i}`, size: size.members }));
  const bookId = await scalar(house, 'select id from ledger.book where institution_id = $1', [
    institutionId,
  ]);
  return {
    ...people,
    office,
    institutionId,
    bookId,
    groups,
    model: await startModel(house, { institutionId, bookId, terms: size.terms }),
  };
}

async function offer(
  house: WorldHouse,
  by: { officer: Actor; approver: Actor; institutionId: string; code: string; terms: ModelTerms },
): Promise<string> {
  const productId = newId();
  const parked = await house.does(by.officer, 'lending.offer-product', {
    productId,
    institutionId: by.institutionId,
    code: by.code,
    name: 'Dua belas minggu',
    terms: {
      annualRatePercent: '12.5',
      rateBasis: 'whole-term',
      interestMethod: 'flat',
      amortization: 'equal-installments',
      installments: 12,
      repayEvery: { count: 1, unit: 'week' },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      ...conditionsOf(by.terms),
    },
    minimumRupiah: '500000',
    maximumRupiah: '5000000',
    stepRupiah: '100000',
    compulsorySavingsPercent: '5',
    jointLiability: true,
    sourceDocument: 'Keputusan pengurus 1/2026',
    validFrom: '2026-01-01',
    validTo: null,
  });
  await approve(house, by.approver, parked);
  return productId;
}

/** Said only where it is not the usual, as products do. */
function conditionsOf({ order, ahead }: ModelTerms) {
  return {
    ...(order !== usualTerms.order && { allocation: order }),
    ...(ahead !== 'next-instalments' && { prepayment: ahead }),
  };
}

export async function approve(house: WorldHouse, by: Actor, parked: unknown): Promise<void> {
  const { proposalId } = parked as { proposalId: string };
  await house.does(by, 'access.decide-proposal', { proposalId, approve: true });
}

interface Lender {
  readonly office: Office;
  readonly officer: Actor;
  readonly approver: Actor;
  readonly cashier: Actor;
  readonly productId: string;
}

async function openGroup(
  house: WorldHouse,
  lender: Lender,
  given: { name: string; size: number },
): Promise<Group> {
  const { office, productId } = lender;
  const groupId = newId();
  const applicationId = newId();
  const members = await registerPeople(house, office, given.size);
  const day = (days: number) => addDays(firstDay, days);
  await house.does(office.officer, 'registry.propose-group', {
    groupId,
    name: given.name,
    sector: 'culinary',
    kelurahanCode: kelurahan,
    mentorId: office.mentor.userId,
    members: members.map((personId, i) => ({ personId, role: i === 0 ? 'ketua' : 'anggota' })),
  });
  await house.does(office.verifier, 'registry.verify-group', { groupId, note: 'diperiksa' });
  await house.does(office.head, 'registry.recognise-groups', {
    decreeId: newId(),
    groupIds: [groupId],
  });
  await house.does(office.mentor, 'lending.apply', {
    applicationId,
    productId,
    groupId,
    firstDueOn: day(7),
    members: members.map((personId, i) => ({
      personId,
      amountRupiah: String(600_000 + 200_000 * (i % 4)),
      purpose: 'Modal',
    })),
  });
  await house.does(lender.officer, 'lending.recommend-application', { applicationId });
  await house.does(lender.approver, 'lending.approve-application', { applicationId });
  await house.does(lender.cashier, 'lending.disburse-application', { applicationId });
  await house.does(office.mentor, 'mentoring.plan-meetings', {
    seriesId: newId(),
    groupId,
    weekday: 3,
    startTime: '14:00',
    place: 'Rumah Bu Siti',
    mentorId: office.mentor.userId,
    from: day(1),
    until: day(7 * 20),
  });
  const meetings = await house.app.pools.owner.query<{ id: string; heldOn: string }>(
    `select id, held_on as "heldOn" from mentoring.meeting where group_id = $1 order by held_on`,
    [groupId],
  );
  const lendingGroupId = await scalar(
    house,
    'select id from lending.lending_group where business_group_id = $1',
    [groupId],
  );
  return { groupId, lendingGroupId, members, meetings: meetings.rows };
}

async function registerPeople(house: WorldHouse, office: Office, size: number): Promise<string[]> {
  const first = office.people;
  office.people += size;
  const people = Array.from({ length: size }, (_, i) => {
    const number = first + i + 1;
    return {
      id: newId(),
      name: `Anggota ${number.toString(36)} ${newId().slice(-6)}`,
      sex: 'female',
      bornOn: '1985-03-12',
      // Province 99 exists nowhere; a woman's day of birth is written with 40 added.
      nik: `9971${String(1 + Math.floor(number / 9999)).padStart(2, '0')}520385${String(1 + (number % 9999)).padStart(4, '0')}`,
      phone: null,
      kelurahanCode: kelurahan,
      address: null,
      businesses: [],
    };
  });
  await house.does(systemActor, 'registry.register-people', { source: 'Daftar uji', people });
  return people.map(({ id }) => id);
}

/** The loans as they were handed out: from here on the model counts by itself. */
async function startModel(
  house: WorldHouse,
  lender: { institutionId: string; bookId: string; terms: ModelTerms },
): Promise<LenderModel> {
  const model = new LenderModel();
  const { rows } = await house.app.pools.owner.query<{
    id: string;
    person_id: string;
    lent: string;
  }>('select id, person_id, principal_rupiah as lent from lending.loan where institution_id = $1', [
    lender.institutionId,
  ]);
  for (const row of rows) {
    const firstPlan = await planOf(house, { loanId: row.id, version: 1 });
    model.loans.set(
      row.id,
      newLoan({
        loanId: row.id,
        personId: row.person_id,
        lent: Number(row.lent),
        disbursedOn: firstDay,
        firstPlan,
        terms: lender.terms,
      }),
    );
  }
  model.till = Number(
    await scalar(
      house,
      `select balance::text from ledger.account where book_id = $1 and control = 'Aset:Kas:Brankas'`,
      [lender.bookId],
    ),
  );
  return model;
}

async function scalar(house: WorldHouse, sql: string, values: readonly string[]): Promise<string> {
  const { rows } = await house.app.pools.owner.query<Record<string, string>>(sql, [...values]);
  return Object.values(rows[0] ?? {})[0] ?? '';
}
