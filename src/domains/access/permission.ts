import type { JurisdictionKind } from '#platform/command/command.ts';
import type { Role } from './roles.ts';

/** A role, and the kinds of jurisdiction at which holding it is enough. */
export interface Permission {
  readonly role: Role;
  readonly within: readonly JurisdictionKind[];
  /** Approving and signing ask for a session with a second factor. */
  readonly signs: boolean;
  /** It is about oneself, so where one works does not matter. */
  readonly anywhere?: true;
  /** Opens only what is one's own: it lends no area. */
  readonly ownOnly?: true;
}

export function may(role: Role, ...within: JurisdictionKind[]): Permission {
  return { role, within, signs: false };
}

export function signs(role: Role, ...within: JurisdictionKind[]): Permission {
  return { role, within, signs: true };
}

function anywhere(permission: Permission): Permission {
  return { ...permission, anywhere: true };
}

function ownOnly(permission: Permission): Permission {
  return { ...permission, ownOnly: true };
}

export const system = [may('sistem', 'city')];
export const office = [
  may('petugas-dinas', 'city'),
  may('verifikator', 'city'),
  may('kepala-dinas', 'city'),
];
export const officeByArea = [
  may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'),
  may('verifikator', 'city', 'kecamatan'),
  may('kepala-dinas', 'city'),
];
export const dinas = [may('petugas-dinas', 'city'), may('kepala-dinas', 'city')];
export const mentors = [
  may('pendamping', 'city', 'kecamatan', 'kelurahan', 'group'),
  may('koordinator-pendamping', 'city', 'kecamatan'),
];
/** PLUT's consultants visit anywhere in the city, and see of it what they did themselves. */
export const consultants = [may('konsultan-plut', 'city')];
export const consultantsOwn = consultants.map(ownOnly);
/** Whoever stands in front of her writes her down, wherever she lives. */
export const onTheSpot = [...officeByArea, ...mentors, ...consultants].map((one) => ({
  ...one,
  anywhere: true as const,
}));
/** Who visits businesses. A visit is kept wherever it was made; outside one's area it is flagged, not refused. */
export const visitors = [
  ...mentors,
  ...consultants,
  may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'),
].map(anywhere);
/** Who looks at what was written down in the field; never at what one wrote oneself. */
export const reviewers = [...officeByArea, may('koordinator-pendamping', 'city', 'kecamatan')];
/** Who plans for mentors and takes their reports. */
export const mentorsHeads = [may('koordinator-pendamping', 'city', 'kecamatan'), ...dinas].map(
  anywhere,
);
export const lenders = [
  may('petugas-lembaga', 'institution'),
  may('penyetuju-lembaga', 'institution'),
];
export const lenderOfficers = [may('petugas-lembaga', 'institution')];
/** An officer proposes or a second person signs; never the same. */
export const lenderDecides = [
  may('petugas-lembaga', 'institution'),
  signs('penyetuju-lembaga', 'institution'),
];
/** Money and slips at the lender's counter. */
export const counter = [may('kasir', 'institution'), ...lenderDecides];
/** What members owe each other is dealt with where they meet, or at the lender's counter. */
export const claimKeepers = [
  ...mentors,
  may('kasir', 'institution'),
  may('petugas-lembaga', 'institution'),
];
/** Who helps a borrower out of her arrears: the department, her mentor, her lender's officer. */
export const counsellors = [
  may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'),
  ...mentors,
  may('petugas-lembaga', 'institution'),
];
/** The department writes down any lender's price; a lender's own people write down theirs. */
export const priceKeepers = [
  may('petugas-dinas', 'city'),
  signs('kepala-dinas', 'city'),
  may('petugas-lembaga', 'institution'),
  signs('penyetuju-lembaga', 'institution'),
];
/** Who keeps an institution's books; who approves signs. */
export const bookkeepers = [
  may('kasir', 'institution'),
  may('petugas-lembaga', 'institution'),
  signs('penyetuju-lembaga', 'institution'),
];
export const overseers = [may('wali-kota', 'city'), may('tkpk', 'city'), may('auditor', 'city')];
export const everyone: readonly Permission[] = [
  ...officeByArea,
  ...mentors,
  ...lenders,
  ...overseers,
  may('petugas-opd', 'department'),
  may('konsultan-plut', 'city'),
  may('kasir', 'institution'),
  may('admin', 'city'),
  may('dpo', 'city'),
].map((permission) => ({ ...permission, anywhere: true as const }));

/** Who works without signal: mentors, officers who visit, PLUT consultants. */
export const fieldWorkers = [
  ...mentors,
  may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'),
  may('konsultan-plut', 'city'),
].map((permission) => ({ ...permission, anywhere: true as const }));
/** Who settles what came from the field and disagrees with what is there. */
export const fieldSupervisors = [
  may('koordinator-pendamping', 'city', 'kecamatan'),
  may('petugas-dinas', 'city', 'kecamatan'),
  may('kepala-dinas', 'city'),
];

/** Who answers what people ask about their own data: the data protection officer, or the head of the department. */
export const dataProtectors = [may('dpo', 'city'), signs('kepala-dinas', 'city')];
