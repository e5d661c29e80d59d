import type { Words } from '#kernel/words.ts';
import type { KnownPerson, MatchWhy, PersonMatch, ReviewWhy } from './person-index.ts';
import { inform, type Reason } from './reason.ts';

export const outcomes = ['new', 'same', 'review', 'repair'] as const;
export type RowOutcomeKind = (typeof outcomes)[number];

export const outcomeNames: Readonly<Record<RowOutcomeKind, Words>> = {
  new: { id: 'Baru', en: 'New' },
  same: { id: 'Sudah ada', en: 'Already here' },
  review: { id: 'Perlu ditinjau', en: 'To review' },
  repair: { id: 'Perlu perbaikan', en: 'To repair' },
};

export interface RowOutcome {
  readonly outcome: RowOutcomeKind;
  /** Who the row is about, when that is known or suspected. */
  readonly known: KnownPerson | null;
  /** Whether applying the row registers a business. */
  readonly business: 'none' | 'new' | 'same';
  readonly reasons: readonly Reason[];
}

/** How a row ends, from what could be read and who it matches. The first reason is the one that decided. */
export function decideOutcome(
  reading: { readonly reasons: readonly Reason[]; readonly businessKey: string | null },
  match: PersonMatch,
): RowOutcome {
  const repairs = reading.reasons.filter(({ level }) => level === 'repair');
  const rest = reading.reasons.filter(({ level }) => level !== 'repair');
  if (repairs.length > 0) {
    return { outcome: 'repair', known: null, business: 'none', reasons: [...repairs, ...rest] };
  }
  const { businessKey } = reading;
  if (match.kind === 'new') {
    const business = businessKey === null ? 'none' : 'new';
    return { outcome: 'new', known: null, business, reasons: rest };
  }
  const { known } = match;
  const theirs = known.businesses.some(({ nameKey }) => nameKey === businessKey);
  const business = businessKey === null ? 'none' : theirs ? 'same' : 'new';
  if (match.kind === 'review') {
    return {
      outcome: 'review',
      known,
      business,
      reasons: [reviewReason(known, match.why), ...rest],
    };
  }
  const added = business === 'new' ? [businessAdded] : [];
  return {
    outcome: 'same',
    known,
    business,
    reasons: [sameReason(known, match.why), ...added, ...rest],
  };
}

const businessAdded = inform({
  code: 'same.business-added',
  field: 'businessName',
  says: {
    id: 'Orangnya sudah ada; usaha ini akan ditambahkan padanya.',
    en: 'The person is already here; this business will be added to her.',
  },
});

function who({ ref, name }: KnownPerson): Words {
  if (ref.kind === 'person') return { id: name, en: name };
  if (ref.sheet === undefined) {
    return { id: `${name} di baris ${ref.number}`, en: `${name} in row ${ref.number}` };
  }
  return {
    id: `${name} di lembar ${ref.sheet} baris ${ref.number}`,
    en: `${name} on sheet ${ref.sheet}, row ${ref.number}`,
  };
}

const sameWhy: Readonly<Record<MatchWhy, Words>> = {
  'same-row': { id: 'Isi barisnya sama dengan', en: 'The row says the same as' },
  nik: { id: 'NIK sama dengan', en: 'Same NIK as' },
  'name-phone': { id: 'Nama dan nomor HP sama dengan', en: 'Same name and phone as' },
  'name-birth': { id: 'Nama dan tanggal lahir sama dengan', en: 'Same name and birth date as' },
  'name-business-place': {
    id: 'Nama, usaha dan tempat sama dengan',
    en: 'Same name, business and place as',
  },
};

function sameReason(known: KnownPerson, why: MatchWhy): Reason {
  const person = who(known);
  return inform({
    code: `same.${why}`,
    says: { id: `${sameWhy[why].id} ${person.id}.`, en: `${sameWhy[why].en} ${person.en}.` },
  });
}

const reviewWhy: Readonly<Record<ReviewWhy, (person: Words) => Words>> = {
  'nik-other-name': ({ id, en }) => ({
    id: `NIK sama dengan ${id}, tetapi namanya lain. Cocokkan dengan KTP.`,
    en: `Same NIK as ${en}, but another name. Compare with the identity card.`,
  }),
  contradicts: ({ id, en }) => ({
    id: `Mirip ${id}, tetapi NIK atau tanggal lahirnya berbeda.`,
    en: `Looks like ${en}, but the NIK or birth date differs.`,
  }),
  'name-place': ({ id, en }) => ({
    id: `Nama dan tempat sama dengan ${id}; belum tentu orang yang sama.`,
    en: `Same name and place as ${en}; not certainly the same person.`,
  }),
  'phone-near-name': ({ id, en }) => ({
    id: `Nomor HP sama dan nama mirip dengan ${id}.`,
    en: `Same phone and a similar name as ${en}.`,
  }),
  'birth-near-name': ({ id, en }) => ({
    id: `Tanggal lahir sama dan nama mirip dengan ${id}.`,
    en: `Same birth date and a similar name as ${en}.`,
  }),
};

function reviewReason(known: KnownPerson, why: ReviewWhy): Reason {
  return inform({ code: `review.${why}`, says: reviewWhy[why](who(known)) });
}
