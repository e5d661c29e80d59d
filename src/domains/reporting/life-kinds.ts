import type { PermissionKind } from '#domains/access/who-may.ts';
import { serviceKinds } from '#domains/programmes/service-words.ts';
import type { Words } from '#kernel/words.ts';

/** The parts of a line of life one can ask for alone, as they stand in the address. */
export const lifeParts = {
  kelompok: { id: 'Kelompok', en: 'Groups' },
  pembiayaan: { id: 'Pembiayaan', en: 'Finance' },
  kunjungan: { id: 'Kunjungan & pertemuan', en: 'Visits & meetings' },
  layanan: { id: 'Layanan & daftar', en: 'Services & lists' },
  suara: { id: 'Suara warga', en: 'Voice' },
  keluarga: { id: 'Keluarga & desil', en: 'Family & decile' },
  data: { id: 'Data & persetujuan', en: 'Data & consent' },
} as const satisfies Record<string, Words>;

export type LifePart = keyof typeof lifeParts;

export const lifePartNames = Object.keys(lifeParts) as LifePart[];

export function isLifePart(text: unknown): text is LifePart {
  return typeof text === 'string' && Object.hasOwn(lifeParts, text);
}

interface LifeKindRule {
  readonly says: Words;
  readonly part: LifePart;
  /** Whoever may not see that screen where she lives does not get the line. */
  readonly sees: PermissionKind;
}

const [people, groups, finance] = ['see.people', 'see.groups', 'see.applications'] as const;

/** Everything that can stand on a person's line of life, what it is called, and who may read it. */
export const lifeKinds = {
  registered: { says: serviceKinds.registered, part: 'data', sees: people },
  met: { says: serviceKinds.met, part: 'data', sees: people },
  trained: { says: serviceKinds.trained, part: 'layanan', sees: people },
  permit: { says: serviceKinds.permit, part: 'layanan', sees: people },
  market: { says: serviceKinds.market, part: 'layanan', sees: people },
  'group-joined': { says: serviceKinds['group-joined'], part: 'kelompok', sees: groups },
  'group-left': {
    says: { id: 'Keluar dari kelompok', en: 'Left a group' },
    part: 'kelompok',
    sees: groups,
  },
  meeting: { says: serviceKinds.meeting, part: 'kunjungan', sees: 'see.meetings' },
  visited: { says: serviceKinds.visited, part: 'kunjungan', sees: 'see.visits' },
  sales: {
    says: { id: 'Omzet usaha dicatat', en: 'Sales of the business written down' },
    part: 'kunjungan',
    sees: 'see.visits',
  },
  loan: { says: serviceKinds.loan, part: 'pembiayaan', sees: finance },
  applied: {
    says: { id: 'Mengajukan pembiayaan', en: 'Applied for a loan' },
    part: 'pembiayaan',
    sees: finance,
  },
  raised: {
    says: { id: 'Menyampaikan masalah atau kebutuhan', en: 'Raised a problem or a need' },
    part: 'suara',
    sees: 'see.cases',
  },
  answered: { says: serviceKinds.answered, part: 'suara', sees: 'see.cases' },
  listed: {
    says: { id: 'Ada di daftar perangkat daerah', en: 'On a department’s list' },
    part: 'layanan',
    sees: 'see.departments-lists',
  },
  invited: {
    says: { id: 'Diundang lewat undian', en: 'Invited by draw' },
    part: 'layanan',
    sees: 'see.invitations',
  },
  decile: { says: { id: 'Desil', en: 'Decile' }, part: 'keluarga', sees: 'see.welfare' },
  'family-said': {
    says: { id: 'Keluarganya ditanya', en: 'The family was asked' },
    part: 'keluarga',
    sees: 'see.welfare',
  },
  'decile-proposed': {
    says: { id: 'Perubahan desil diusulkan', en: 'A change of the decile proposed' },
    part: 'keluarga',
    sees: 'see.welfare',
  },
  consented: {
    says: { id: 'Memberi persetujuan data', en: 'Gave consent' },
    part: 'data',
    sees: people,
  },
  withdrew: {
    says: { id: 'Menarik persetujuan data', en: 'Withdrew consent' },
    part: 'data',
    sees: people,
  },
  incident: {
    says: { id: 'Datanya terkena insiden', en: 'An incident touched her data' },
    part: 'data',
    sees: 'see.data-requests',
  },
  requested: {
    says: { id: 'Meminta sesuatu atas datanya', en: 'Asked about her own data' },
    part: 'data',
    sees: 'see.data-requests',
  },
  merged: {
    says: { id: 'Catatan lain disatukan ke sini', en: 'Another record joined here' },
    part: 'data',
    sees: people,
  },
} as const satisfies Record<string, LifeKindRule>;

export type LifeKind = keyof typeof lifeKinds;
export const lifeKindNames = Object.keys(lifeKinds) as LifeKind[];

/** The kinds somebody may read of a person, perhaps only those of one part. */
export function readableKinds(
  may: (kind: PermissionKind) => boolean,
  part: LifePart | null,
): LifeKind[] {
  return lifeKindNames.filter((kind) => {
    const rule: LifeKindRule = lifeKinds[kind];
    return (part === null || rule.part === part) && may(rule.sees);
  });
}
