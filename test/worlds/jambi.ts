import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor } from '#platform/command/command.ts';
import { actorWith, cityRole } from '#test/actors.ts';
import type { TestHouse } from '../house.ts';
import { weeklyTerms } from './weekly-loan.ts';

/** The women of the group Melati, in the order of their names. */
export const castNames = [
  'Dewi Lestari',
  'Emi Suryani',
  'Nurhayati',
  'Rohani',
  'Siti Aminah',
  'Yusnidar',
] as const;
export type CastName = (typeof castNames)[number];

export interface CastMember {
  readonly id: string;
  readonly name: CastName;
  readonly businessId: string;
}

/** A small Jambi: one recognised group, one cooperative whose books are kept here, one product on offer. */
export interface Jambi {
  readonly cast: Readonly<Record<CastName, CastMember>>;
  readonly group: { readonly id: string; readonly name: string; readonly kelurahan: string };
  readonly cooperativeId: string;
  readonly productId: string;
  readonly officers: Officers;
}

/** Who acts; each has passed the second factor. */
export interface Officers {
  readonly rina: Actor;
  readonly hendra: Actor;
  readonly zulkifli: Actor;
  readonly fitri: Actor;
  readonly admin: Actor;
  /** Of the cooperative: two officers, two approvers, a cashier. */
  readonly yuni: Actor;
  readonly fauzi: Actor;
  readonly bambang: Actor;
  readonly asnah: Actor;
  readonly lilis: Actor;
}

const kelurahan = '15.71.01.1001';
const letterhead = {
  office: 'Dinas Koperasi',
  address: 'Jalan Contoh 1',
  place: 'Jambi',
  code: 'DKUKM',
};

/** Builds it all by commands, on the house's day. */
export async function foundJambi(house: TestHouse): Promise<Jambi> {
  const cooperativeId = newId();
  const officers = officersOf(cooperativeId);
  await house.does(systemActor, 'access.found-city', {
    name: 'Kota Jambi',
    province: 'Jambi',
    timeZone: 'Asia/Jakarta',
    letterhead,
  });
  await house.app.refreshCities();
  await house.does(officers.admin, 'registry.load-regions', { validFrom: '2020-01-01' });
  const cast = await registerCast(house);
  const group = await recognisedGroup(house, officers, cast);
  await house.does(officers.admin, 'partners.register-institution', {
    institutionId: cooperativeId,
    kind: 'cooperative',
    code: 'kopwan-harapan',
    name: 'Koperasi Wanita Harapan',
    shortName: 'Kopwan Harapan',
    books: 'kept-here',
    validFrom: '2020-01-01',
  });
  await house.does(officers.admin, 'ledger.open-book', {
    institutionId: cooperativeId,
    code: 'kopwan-harapan',
    name: 'Koperasi Wanita Harapan',
    openedOn: '2026-01-01',
    openingCapitalRupiah: '500000000',
  });
  const productId = await offeredProduct(house, { officers, cooperativeId });
  return { cast, group, cooperativeId, productId, officers };
}

function officersOf(cooperativeId: string): Officers {
  const atCooperative = (role: string) => ({
    role,
    jurisdiction: 'institution' as const,
    at: cooperativeId,
  });
  return {
    rina: actorWith('Rina Marlina', cityRole('petugas-dinas')),
    hendra: actorWith('Hendra Saputra', cityRole('verifikator')),
    zulkifli: actorWith('Zulkifli', cityRole('kepala-dinas')),
    fitri: actorWith('Fitriani', { role: 'pendamping', jurisdiction: 'kelurahan', at: kelurahan }),
    admin: actorWith('Pengelola', cityRole('admin')),
    yuni: actorWith('Yuni Kartika', atCooperative('petugas-lembaga')),
    fauzi: actorWith('Ahmad Fauzi', atCooperative('petugas-lembaga')),
    bambang: actorWith('Bambang Irawan', atCooperative('penyetuju-lembaga')),
    asnah: actorWith('Asnah', atCooperative('penyetuju-lembaga')),
    lilis: actorWith('Lilis Handayani', atCooperative('kasir')),
  };
}

async function registerCast(house: TestHouse): Promise<Jambi['cast']> {
  const cast = castNames.map((name) => ({ id: newId(), name, businessId: newId() }));
  await house.does(systemActor, 'registry.register-people', {
    source: 'daftar uji',
    people: cast.map((member, i) => ({
      id: member.id,
      name: member.name,
      sex: 'female',
      bornOn: `198${i}-03-1${i}`,
      // Province 99 exists nowhere; a woman's day of birth is written with 40 added.
      nik: `997101${50 + i}038${i}000${i + 1}`,
      phone: null,
      kelurahanCode: kelurahan,
      address: null,
      businesses: [
        {
          id: member.businessId,
          name: `Dapur ${member.name}`,
          product: 'Keripik',
          sector: 'culinary',
          kbli: null,
          nib: null,
          kelurahanCode: kelurahan,
          address: null,
        },
      ],
    })),
  });
  return Object.fromEntries(cast.map((member) => [member.name, member])) as Jambi['cast'];
}

async function recognisedGroup(
  house: TestHouse,
  officers: Officers,
  cast: Jambi['cast'],
): Promise<Jambi['group']> {
  const groupId = newId();
  const name = 'Melati Simpang IV Sipin';
  await house.does(officers.rina, 'registry.propose-group', {
    groupId,
    name,
    sector: 'culinary',
    kelurahanCode: kelurahan,
    members: Object.values(cast).map((member) => ({
      personId: member.id,
      businessId: member.businessId,
      role: member.name === 'Siti Aminah' ? 'ketua' : 'anggota',
    })),
  });
  await house.does(officers.hendra, 'registry.verify-group', {
    groupId,
    note: 'dikunjungi, lengkap',
  });
  await house.does(officers.zulkifli, 'registry.recognise-groups', {
    decreeId: newId(),
    groupIds: [groupId],
  });
  return { id: groupId, name, kelurahan };
}

/** One officer of the lender proposes the product, an approver lets it through. */
export async function offeredProduct(
  house: TestHouse,
  by: { officers: Officers; cooperativeId: string; change?: Record<string, unknown> },
): Promise<string> {
  const productId = newId();
  const parked = await house.does(by.officers.yuni, 'lending.offer-product', {
    productId,
    institutionId: by.cooperativeId,
    code: `harapan-${productId.slice(-12)}`,
    name: 'Modal Kelompok 50 Minggu',
    terms: weeklyTerms,
    minimumRupiah: '2000000',
    maximumRupiah: '5000000',
    stepRupiah: '500000',
    compulsorySavingsPercent: '5',
    jointLiability: true,
    sourceDocument: 'SK Pengurus 01/2026',
    validFrom: '2026-01-01',
    validTo: null,
    ...by.change,
  });
  const { proposalId } = parked as { proposalId: string };
  await house.does(by.officers.bambang, 'access.decide-proposal', { proposalId, approve: true });
  return productId;
}

export interface Asking {
  readonly names?: readonly CastName[];
  readonly amountRupiah?: bigint;
  /** A day after the house's day; the first instalment and its weekday. */
  readonly firstDueOn: string;
  /** Whether each was read the statement and agreed. */
  readonly consents?: boolean;
}

/** The mentor hands an application in for members of the cast. */
export async function applied(house: TestHouse, jambi: Jambi, asking: Asking): Promise<string> {
  const applicationId = newId();
  await house.does(jambi.officers.fitri, 'lending.apply', {
    applicationId,
    productId: jambi.productId,
    groupId: jambi.group.id,
    firstDueOn: asking.firstDueOn,
    members: (asking.names ?? castNames).map((name) => ({
      personId: jambi.cast[name].id,
      amountRupiah: (asking.amountRupiah ?? 2_000_000n).toString(),
      purpose: 'tambah bahan baku',
      consents: asking.consents ?? false,
    })),
  });
  return applicationId;
}

/** Applied, recommended by one person and approved by another. */
export async function approved(house: TestHouse, jambi: Jambi, asking: Asking): Promise<string> {
  const applicationId = await applied(house, jambi, asking);
  await house.does(jambi.officers.yuni, 'lending.recommend-application', { applicationId });
  await house.does(jambi.officers.bambang, 'lending.approve-application', { applicationId });
  return applicationId;
}

/** Loans of the cast by name, handed out on the house's day. */
export async function disbursed(
  house: TestHouse,
  jambi: Jambi,
  asking: Asking,
): Promise<{ applicationId: string; loanIds: Readonly<Record<CastName, string>> }> {
  const applicationId = await approved(house, jambi, asking);
  const answer = await house.does(jambi.officers.yuni, 'lending.disburse-application', {
    applicationId,
  });
  const { loanIds } = answer as { loanIds: string[] };
  const names = [...(asking.names ?? castNames)].sort();
  return {
    applicationId,
    loanIds: Object.fromEntries(names.map((name, i) => [name, loanIds[i]])) as Record<
      CastName,
      string
    >,
  };
}
