import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';

export const licenceKinds = [
  'nib',
  'pirt',
  'halal',
  'bpom',
  'trademark',
  'sni',
  'iumk',
  'other',
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

export const licenceNames: Readonly<Record<LicenceKind, Words>> = {
  nib: { id: 'NIB', en: 'NIB (business number)' },
  pirt: { id: 'SPP-IRT', en: 'Home food licence (SPP-IRT)' },
  halal: { id: 'Sertifikat halal', en: 'Halal certificate' },
  bpom: { id: 'Izin edar BPOM', en: 'BPOM registration' },
  trademark: { id: 'Merek', en: 'Trademark' },
  sni: { id: 'SNI Bina UMK', en: 'SNI Bina UMK' },
  iumk: { id: 'IUMK (lama)', en: 'IUMK (old)' },
  other: { id: 'Lainnya', en: 'Other' },
};

export type LicenceStanding = 'valid' | 'ending' | 'ended';

/** How many days before its end a licence is to be renewed: SPP-IRT asks for it that early. */
const renewBefore = 90;

/** A licence without an end is valid as long as the business works. */
export function standingOfLicence(
  validTo: BusinessDate | null,
  today: BusinessDate,
): LicenceStanding {
  if (validTo === null) return 'valid';
  if (validTo < today) return 'ended';
  return validTo <= addDays(today, renewBefore) ? 'ending' : 'valid';
}

/** A number that does not look like its kind's; a warning only, for issuers changed their layouts (NIB excepted). */
export function oddNumber(kind: LicenceKind, number: string): boolean {
  const bare = number.replace(/[\s.-]/g, '').toUpperCase();
  const shapes: Partial<Record<LicenceKind, RegExp>> = {
    nib: /^\d{13}$/,
    pirt: /^(PIRT)?\d{15}$/,
    halal: /^ID\d{13,17}$/,
    bpom: /^(BPOMRI)?M[DL]\d{12,15}$/,
    trademark: /^(IDM\d{9}|[DJ]ID\d{10})$/,
  };
  return shapes[kind] !== undefined && !shapes[kind].test(bare);
}
