import type { BusinessDate } from '#kernel/date.ts';
import type { Words } from '#kernel/words.ts';
import type { refusalReasons } from './input.ts';
import { lendingProblems } from './problems.ts';

export type ApplicationState =
  | 'submitted'
  | 'recommended'
  | 'approved'
  | 'refused'
  | 'disbursed'
  | 'lapsed';
export type RefusalReason = (typeof refusalReasons)[number];

/** What deciding on an application needs to know of it. */
export interface ApplicationStanding {
  readonly number: string;
  readonly state: ApplicationState;
  readonly submittedBy: string;
  readonly recommendedBy: string | null;
  readonly disbursedOn: BusinessDate | null;
}

export const applicationStates: Readonly<Record<ApplicationState, Words>> = {
  submitted: { id: 'diajukan', en: 'submitted' },
  recommended: { id: 'direkomendasikan', en: 'recommended' },
  approved: { id: 'disetujui', en: 'approved' },
  refused: { id: 'ditolak', en: 'refused' },
  disbursed: { id: 'dicairkan', en: 'disbursed' },
  lapsed: { id: 'kedaluwarsa', en: 'lapsed' },
};

export const refusalReasonWords: Readonly<Record<RefusalReason, Words>> = {
  'old-arrears': { id: 'Masih ada tunggakan lama', en: 'Old arrears' },
  documents: { id: 'Berkas belum lengkap', en: 'Documents incomplete' },
  'not-interested': { id: 'Kelompok tidak jadi mengajukan', en: 'The group no longer wants it' },
  'cannot-afford': {
    id: 'Angsuran terlalu berat bagi usahanya',
    en: 'The instalment is too much for the business',
  },
  'group-not-ready': {
    id: 'Kelompok belum siap tanggung renteng',
    en: 'The group is not ready for joint liability',
  },
  other: { id: 'Alasan lain', en: 'Another reason' },
};

/** @throws Refusal `lending.own-application`, `lending.wrong-state` */
export function decideRecommendation(
  application: ApplicationStanding,
  officerId: string,
): 'recommended' {
  assertState(application, 'submitted');
  if (application.submittedBy === officerId) throw lendingProblems.ownApplication();
  return 'recommended';
}

/**
 * The second pair of eyes: neither who handed the application in nor who recommended it.
 *
 * @throws Refusal `lending.own-application`, `lending.own-recommendation`, `lending.wrong-state`
 */
export function decideApproval(application: ApplicationStanding, officerId: string): 'approved' {
  assertState(application, 'recommended');
  if (application.submittedBy === officerId) throw lendingProblems.ownApplication();
  if (application.recommendedBy === officerId) throw lendingProblems.ownRecommendation();
  return 'approved';
}

/** A person may refuse up to the disbursement; a machine never does. @throws Refusal */
export function decideRefusal(application: ApplicationStanding): 'refused' {
  if (application.state === 'disbursed') throw alreadyDisbursed(application);
  if (!isOpen(application.state)) throw wrongState(application, 'submitted');
  return 'refused';
}

/** Once only. @throws Refusal `lending.already-disbursed`, `lending.wrong-state` */
export function decideDisbursement(application: ApplicationStanding): 'disbursed' {
  if (application.state === 'disbursed') throw alreadyDisbursed(application);
  assertState(application, 'approved');
  return 'disbursed';
}

/** Whether somebody still has to do something about it. */
export function isOpen(state: ApplicationState): boolean {
  return state === 'submitted' || state === 'recommended' || state === 'approved';
}

function assertState(application: ApplicationStanding, needed: ApplicationState): void {
  if (application.state !== needed) throw wrongState(application, needed);
}

function wrongState(application: ApplicationStanding, needed: ApplicationState) {
  return lendingProblems.wrongState({
    number: application.number,
    state: applicationStates[application.state],
    needed: applicationStates[needed],
  });
}

function alreadyDisbursed(application: ApplicationStanding) {
  return lendingProblems.alreadyDisbursed({
    number: application.number,
    on: application.disbursedOn ?? '',
  });
}
