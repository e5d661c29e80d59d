import { systemActor } from '#domains/access/server/index.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json, RoleAssignment } from '#platform/command/command.ts';
import { cityRole } from '#test/actors.ts';
import type { WorldHouse } from '#test/house.ts';

/** The women of Melati 2, by what they sell. */
const women = [
  ['Siti Aminah', 'keripik pisang'],
  ['Rohani', 'kue basah'],
  ['Nurhayati', 'jahit'],
  ['Yusnidar', 'warung kopi'],
  ['Emi Suryani', 'warung sayur'],
  ['Dewi Lestari', 'batik tulis'],
] as const;

/** A place of each sort in Kota Jambi: the group's kelurahan and kecamatan, and another kecamatan. */
export const places = {
  kelurahan: '15.71.01.1001',
  kecamatan: '15.71.01',
  elsewhere: '15.71.02',
} as const;

export interface Member {
  readonly id: string;
  readonly name: string;
}

/** A group with its people, mentor, lender, departments and loans, all made by the commands a city uses. */
export interface Melati {
  readonly groupId: string;
  readonly members: readonly Member[];
  /** A member by the beginning of her name. */
  member(name: string): Member;
  readonly mentor: Actor;
  /** A mentor of another kecamatan. */
  readonly strangerMentor: Actor;
  readonly officer: Actor;
  readonly verifier: Actor;
  readonly head: Actor;
  readonly cashier: Actor;
  /** The lender's: who recommends, and who approves. */
  readonly lenderOfficer: Actor;
  readonly approver: Actor;
  readonly cooperative: string;
  readonly department: string;
  readonly departmentOfficer: Actor;
  readonly seriesId: string;
}

export interface MelatiOptions {
  /** How many women; the first are the named ones. */
  readonly size?: number;
  /** Rp 2.000.000 over 50 weeks at 25 % flat is Rp 50.000 a week. */
  readonly loans?: boolean;
  /** How many weekly meetings are planned; ten by default. */
  readonly weeks?: number;
}

const letterhead = {
  office: 'Dinas Koperasi',
  address: 'Jalan Contoh 1',
  place: 'Jambi',
  code: 'DKUKM',
};
const loanRupiah = '2000000';

/** Founds the city on a Wednesday, gives the group loans, and plans meetings every Wednesday from the next one. */
export async function foundMelati(house: WorldHouse, options: MelatiOptions = {}): Promise<Melati> {
  const size = options.size ?? women.length;
  const today = house.now.toISOString().slice(0, 10);
  await house.does(systemActor, 'access.found-city', {
    name: 'Kota Jambi',
    province: 'Jambi',
    timeZone: 'Asia/Jakarta',
    letterhead,
  });
  await house.app.refreshCities();
  await house.does(systemActor, 'registry.load-regions', { validFrom: '2020-01-01' });
  const admin = await user(house, 'Pengelola', cityRole('admin'));
  const officer = await user(house, 'Dewi Petugas', cityRole('petugas-dinas'));
  const verifier = await user(house, 'Budi Verifikator', cityRole('verifikator'));
  const head = await user(house, 'Hj. Ratna', cityRole('kepala-dinas'));
  const cooperative = await institution(house, admin, {
    kind: 'cooperative',
    name: 'Koperasi Harkat',
    books: 'kept-here',
  });
  const department = await institution(house, admin, {
    kind: 'department',
    name: 'Dinas Kesehatan',
    books: 'none',
  });
  const mentor = await user(house, 'Rina Pendamping', {
    role: 'pendamping',
    jurisdiction: 'kecamatan',
    at: places.kecamatan,
  });
  const strangerMentor = await user(house, 'Joko Pendamping', {
    role: 'pendamping',
    jurisdiction: 'kecamatan',
    at: places.elsewhere,
  });
  const cashier = await user(house, 'Kas Wati', {
    role: 'kasir',
    jurisdiction: 'institution',
    at: cooperative,
  });
  const departmentOfficer = await user(house, 'dr. Anwar', {
    role: 'petugas-opd',
    jurisdiction: 'department',
    at: department,
  });
  const lenderOfficer = await user(house, 'Petugas Koperasi', {
    role: 'petugas-lembaga',
    jurisdiction: 'institution',
    at: cooperative,
  });
  const approver = await user(house, 'Ketua Koperasi', {
    role: 'penyetuju-lembaga',
    jurisdiction: 'institution',
    at: cooperative,
  });
  await house.does(admin, 'ledger.open-book', {
    institutionId: cooperative,
    code: 'harkat',
    name: 'Koperasi Harkat',
    openedOn: today,
    openingCapitalRupiah: '1000000000',
  });
  const members = await people(house, size);
  const groupId = newId();
  await house.does(officer, 'registry.propose-group', {
    groupId,
    name: 'Melati 2',
    sector: 'culinary',
    kelurahanCode: places.kelurahan,
    mentorId: mentor.userId,
    members: members.map((member, i) => ({
      personId: member.id,
      role: i === 0 ? 'ketua' : 'anggota',
    })),
  });
  await house.does(verifier, 'registry.verify-group', {
    groupId,
    note: 'Dikunjungi dan diperiksa',
  });
  await house.does(head, 'registry.recognise-groups', { decreeId: newId(), groupIds: [groupId] });
  if (options.loans !== false) {
    await lend(house, {
      today,
      groupId,
      members,
      cooperative,
      mentor,
      officer: lenderOfficer,
      approver,
      cashier,
    });
  }
  const seriesId = newId();
  await house.does(mentor, 'mentoring.plan-meetings', {
    seriesId,
    groupId,
    weekday: 3,
    startTime: '14:00',
    place: 'Rumah Bu Siti',
    mentorId: mentor.userId,
    from: addDays(today, 1),
    until: addDays(today, 7 * (options.weeks ?? 10)),
  });
  return {
    groupId,
    members,
    member: (name) => {
      const found = members.find((one) => one.name.startsWith(name));
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    },
    mentor,
    strangerMentor,
    officer,
    verifier,
    head,
    cashier,
    lenderOfficer,
    approver,
    cooperative,
    department,
    departmentOfficer,
    seriesId,
  };
}

/** Somebody with one role, named by her login. */
export async function user(house: WorldHouse, name: string, role: RoleAssignment): Promise<Actor> {
  const userId = newId();
  await house.does(systemActor, 'access.create-user', {
    userId,
    login: name
      .toLowerCase()
      .replace(/[^a-z]+/g, '.')
      .replace(/^\.|\.$/g, ''),
    name,
    nip: '197001011990031001',
    title: 'Pembina',
    passwordHash: '$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA',
    roles: [role],
  });
  return { userId, name, roles: [role], secondFactor: true };
}

/** An institution of the city, by its id. */
export async function institution(
  house: WorldHouse,
  admin: Actor,
  given: { kind: string; name: string; books: string },
): Promise<string> {
  const institutionId = newId();
  await house.does(admin, 'partners.register-institution', {
    institutionId,
    kind: given.kind,
    code: given.name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name: given.name,
    shortName: given.name,
    books: given.books,
    validFrom: '2020-01-01',
  });
  return institutionId;
}

async function people(house: WorldHouse, size: number): Promise<Member[]> {
  const members = Array.from({ length: size }, (_, i) => ({
    id: newId(),
    name: women[i]?.[0] ?? `Anggota ${String(i + 1).padStart(3, '0')}`,
    product: women[i]?.[1] ?? 'kue',
  }));
  await house.does(systemActor, 'registry.register-people', {
    source: 'Daftar contoh',
    people: members.map((member, i) => ({
      id: member.id,
      name: member.name,
      sex: 'female',
      bornOn: '1985-03-12',
      nik: `997101520385${String(i + 1).padStart(4, '0')}`,
      phone: `+62812000${String(i).padStart(5, '0')}`,
      kelurahanCode: places.kelurahan,
      address: null,
      businesses: [
        {
          id: newId(),
          name: `Usaha ${member.name}`,
          product: member.product,
          sector: 'culinary',
          kbli: null,
          nib: null,
          kelurahanCode: places.kelurahan,
          address: null,
        },
      ],
    })),
  });
  return members.map(({ id, name }) => ({ id, name }));
}

/** Who borrows at whom, and who decides on it. */
export interface Lending {
  today: string;
  groupId: string;
  members: readonly Member[];
  cooperative: string;
  productCode?: string;
  compulsorySavingsPercent?: string;
  mentor: Actor;
  officer: Actor;
  approver: Actor;
  cashier: Actor;
}

/** A product of the lender's, and a loan of it to every member: Rp 2.000.000 over 50 weeks, from a week ahead. */
export async function lend(house: WorldHouse, given: Lending): Promise<void> {
  const productId = newId();
  const applicationId = newId();
  const parked = await house.does(given.officer, 'lending.offer-product', {
    productId,
    institutionId: given.cooperative,
    code: given.productCode ?? 'harkat-2026',
    name: 'Pinjaman kelompok Harkat',
    terms: {
      annualRatePercent: '25',
      rateBasis: 'whole-term',
      interestMethod: 'flat',
      amortization: 'equal-installments',
      installments: 50,
      repayEvery: { count: 1, unit: 'week' },
      interestPeriod: 'same-as-repayment',
      dayCount: { year: '365', month: 'actual' },
      annuity: 'nominal',
      grace: { principal: 0, interestPayment: 0, interestFree: 0 },
      roundInstallmentTo: '500',
    },
    minimumRupiah: loanRupiah,
    maximumRupiah: '5000000',
    stepRupiah: '500000',
    compulsorySavingsPercent: given.compulsorySavingsPercent ?? '5',
    jointLiability: true,
    sourceDocument: 'Keputusan pengurus 1/2026',
    validFrom: '2026-01-01',
    validTo: null,
  });
  const { proposalId } = parked as { proposalId: string };
  await house.does(given.approver, 'access.decide-proposal', { proposalId, approve: true });
  await house.does(given.mentor, 'lending.apply', {
    applicationId,
    productId,
    groupId: given.groupId,
    firstDueOn: addDays(given.today, 7),
    members: given.members.map((member) => ({
      personId: member.id,
      amountRupiah: loanRupiah,
      purpose: 'Modal',
    })),
  });
  await house.does(given.officer, 'lending.recommend-application', { applicationId });
  await house.does(given.approver, 'lending.approve-application', { applicationId });
  await house.does(given.cashier, 'lending.disburse-application', { applicationId });
}

/** The money part of a closing as tests write it: every member pays Rp 50.000 unless told otherwise. */
export function usualSheet(
  melati: Melati,
  meetingId: string,
): Record<string, Json> & { lines: SheetLineJson[] } {
  return {
    meetingId,
    lines: melati.members.map((member) => ({
      personId: member.id,
      presence: 'present',
      reason: null,
      repaymentRupiah: '50000',
      savingsRupiah: '0',
    })),
    covers: [],
    coversAgreed: false,
    topicCode: 'bookkeeping',
    count: [],
  };
}

export interface SheetLineJson {
  readonly [key: string]: Json;
  personId: string;
  presence: string;
  reason: string | null;
  repaymentRupiah: string;
  savingsRupiah: string;
}
