import { formatDate } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import { rightsProblems } from './rights-problems.ts';

/** What a person may ask of whoever keeps data about her (UU 27/2022 art. 5–13), and the article that answers for the clock. */
export const requestKinds = {
  access: {
    says: { id: 'Melihat datanya', en: 'See her data' },
    article: '7, 32',
  },
  correction: {
    says: { id: 'Membetulkan data', en: 'Correct her data' },
    article: '6, 30',
  },
  stop: {
    says: { id: 'Menarik persetujuan', en: 'Take consent back' },
    article: '9, 40',
  },
  restriction: {
    says: { id: 'Membatasi pemakaian', en: 'Restrict its use' },
    article: '11, 41',
  },
  erasure: {
    says: { id: 'Menghapus data', en: 'Erase her data' },
    article: '8, 43',
  },
  objection: {
    says: { id: 'Keberatan atas keputusan otomatis', en: 'Object to an automated decision' },
    article: '10',
  },
} as const satisfies Record<string, { says: Words; article: string }>;

export type RequestKind = keyof typeof requestKinds;
export const requestKindNames = Object.keys(requestKinds) as RequestKind[];

/** How the desk made sure that it is her. Handing her file to somebody else is itself a breach. */
export const identityProofs = {
  ktp: { id: 'KTP dilihat', en: 'Identity card seen' },
  card: { id: 'kartu anggota dan PIN', en: 'member card and PIN' },
  known: { id: 'dikenal petugas', en: 'known to the officer' },
  'power-of-attorney': { id: 'kuasa tertulis dilihat', en: 'written power of attorney seen' },
} as const satisfies Record<string, Words>;

export type IdentityProof = keyof typeof identityProofs;
export const identityProofNames = Object.keys(identityProofs) as IdentityProof[];

export const requestChannels = {
  counter: { id: 'datang ke kantor', en: 'at the counter' },
  letter: { id: 'surat', en: 'letter' },
  phone: { id: 'telepon', en: 'telephone' },
  mentor: { id: 'lewat pendamping', en: 'through her mentor' },
} as const satisfies Record<string, Words>;

export type RequestChannel = keyof typeof requestChannels;
export const requestChannelNames = Object.keys(requestChannels) as RequestChannel[];

export const requestStates = {
  open: { id: 'Menunggu jawaban', en: 'Waiting for an answer' },
  granted: { id: 'Dipenuhi', en: 'Granted' },
  refused: { id: 'Ditolak dengan alasan', en: 'Refused with a reason' },
} as const satisfies Record<string, Words>;

export type RequestState = keyof typeof requestStates;
export type RequestDecision = Exclude<RequestState, 'open'>;

/** 3×24 hours, counted from the hour in which she asked (UU 27/2022 art. 30–32, 40, 41). */
const hoursToAnswer = 72;

/** The moment until which a request received at `receivedAt` is to be answered. */
export function dueOf(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + hoursToAnswer * 3_600_000);
}

/** Whole hours left until a request is due; negative once it is late. */
export function hoursLeft(dueAt: Date, now: Date): number {
  return Math.floor((dueAt.getTime() - now.getTime()) / 3_600_000);
}

/** What stands against erasing a person now, as the registry and the domains above it know. */
export interface Standing {
  /** She has or had a loan or savings: its papers are kept ten years (UU 8/1997 art. 11). */
  readonly money: boolean;
  /** She stands in the annex of a recognition decree. */
  readonly inDecree: boolean;
  /** A hold somebody set: until when and why. */
  readonly held: { readonly until: BusinessDate; readonly why: string } | null;
  readonly state: 'provisional' | 'registered' | 'restricted' | 'merged' | 'erased';
}

/** Why a person's data cannot be erased now, in words that may be read to her; empty when nothing stands against it. */
export function holdsOn(standing: Standing): Words[] {
  const holds: Words[] = [];
  if (standing.money)
    holds.push({
      id: 'Ada catatan pinjaman atau simpanan atas namanya; dokumen keuangan disimpan sepuluh tahun (UU 8/1997).',
      en: 'There is a loan or savings in her name; financial documents are kept for ten years (UU 8/1997).',
    });
  if (standing.inDecree)
    holds.push({
      id: 'Namanya tercantum dalam lampiran SK pengukuhan, yang merupakan arsip negara (UU 43/2009).',
      en: 'Her name stands in the annex of a recognition decree, which is a state record (UU 43/2009).',
    });
  if (standing.held) {
    const { until, why } = standing.held;
    holds.push({
      id: `Datanya ditahan sampai ${formatDate(until, 'id')}: ${why}`,
      en: `Her data is held until ${formatDate(until, 'en')}: ${why}`,
    });
  }
  return holds;
}

/** A request as an answer meets it. */
export interface OpenRequest {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly answeredName: string | null;
}

/**
 * Whether a request may be answered so.
 *
 * @throws Refusal request-answered, erasure-held (granting an erasure that the law forbids), already-restricted,
 *   nobody-there
 */
export function decideAnswer(
  request: OpenRequest,
  decision: RequestDecision,
  standing: Standing,
): void {
  if (request.state !== 'open')
    throw rightsProblems.requestAnswered({ by: request.answeredName ?? '' });
  if (decision === 'refused') return;
  if (standing.state === 'erased' || standing.state === 'merged')
    throw rightsProblems.nobodyThere();
  if (request.kind === 'restriction' && standing.state === 'restricted')
    throw rightsProblems.alreadyRestricted();
  const [hold] = request.kind === 'erasure' ? holdsOn(standing) : [];
  if (hold) throw rightsProblems.erasureHeld({ why: hold });
}
