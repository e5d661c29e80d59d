import type { Actor, JurisdictionKind, Place } from '#platform/command/command.ts';
import {
  system,
  office,
  officeByArea,
  dinas,
  mentors,
  consultants,
  consultantsOwn,
  visitors,
  reviewers,
  mentorsHeads,
  lenders,
  lenderOfficers,
  lenderDecides,
  counter,
  claimKeepers,
  counsellors,
  priceKeepers,
  bookkeepers,
  overseers,
  everyone,
  fieldWorkers,
  fieldSupervisors,
  may,
  signs,
} from './permission.ts';
import type { Permission } from './permission.ts';
import { registryMay } from './who-may/registry.ts';

/**
 * Who may do what: every command and every screen, by role and jurisdiction. A kind that is not here
 * may be done by nobody. The table is snapshotted, so that a reviewer sees each change of it.
 */
export const whoMay = {
  'access.begin-second-factor': everyone,
  'access.change-password': everyone,
  'access.confirm-second-factor': everyone,
  'access.create-user': [...system, signs('admin', 'city')],
  'access.decide-proposal': everyone,
  'access.discard-field-command': everyone,
  'access.end-session': everyone,
  'access.enrol-device': fieldWorkers,
  'access.found-city': system,
  'access.grant-role': [...system, signs('admin', 'city')],
  'access.keep-field-photo': system,
  'access.introduce-key': system,
  'access.note-field-command': system,
  'access.reseal-secrets': system,
  'access.retire-keys': system,
  'access.retry-job': [...office, may('admin', 'city')],
  'access.revoke-device': everyone,
  'access.settle-field-review': fieldSupervisors,
  'ledger.add-account': bookkeepers,
  'ledger.book-line': bookkeepers,
  'ledger.close-account': bookkeepers,
  'ledger.close-day': bookkeepers,
  'ledger.close-month': bookkeepers,
  'ledger.count-cash': bookkeepers,
  'ledger.deposit-at-bank': bookkeepers,
  'ledger.distribute-shu': bookkeepers,
  'ledger.import-opening-balances': bookkeepers,
  'ledger.import-statement': bookkeepers,
  'ledger.lay-chart': [...bookkeepers, may('admin', 'city')],
  'ledger.match-line': bookkeepers,
  'ledger.open-book': [may('admin', 'city')],
  'ledger.post-journal': bookkeepers,
  'ledger.register-bank-account': bookkeepers,
  'ledger.reverse-journal': bookkeepers,
  'ledger.set-shu-rule': bookkeepers,
  'lending.accept-subsidised-loans': dinas,
  'lending.accrue-subsidy': [...system, ...dinas],
  'lending.answer-claim': dinas,
  'lending.add-grade-table': [
    may('petugas-lembaga', 'institution'),
    signs('penyetuju-lembaga', 'institution'),
    may('petugas-dinas', 'city'),
    signs('kepala-dinas', 'city'),
  ],
  'lending.apply': [may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'), ...mentors],
  'lending.apply-for-person': [may('petugas-dinas', 'city', 'kecamatan', 'kelurahan'), ...mentors],
  'lending.apply-partner-file': [may('petugas-dinas', 'city'), ...lenders],
  'lending.approve-application': [signs('penyetuju-lembaga', 'institution')],
  'lending.ask-day-close': [
    ...system,
    may('kasir', 'institution'),
    may('petugas-lembaga', 'institution'),
  ],
  'lending.charge-loan': lenderOfficers,
  'lending.close-counselling': counsellors,
  'lending.close-day': system,
  'lending.commit-what-if': lenderDecides,
  'lending.disburse-application': [
    may('petugas-lembaga', 'institution'),
    may('kasir', 'institution'),
  ],
  'lending.disburse-tranche': lenderDecides,
  'lending.draft-claim': [may('petugas-dinas', 'city'), ...lenders],
  'lending.drop-partner-file': [may('petugas-dinas', 'city'), ...lenders],
  'lending.end-offer': priceKeepers,
  'lending.end-subsidy': dinas,
  'lending.forgive-claim': claimKeepers,
  'lending.forgive-debt': lenderDecides,
  'lending.make-candidate-file': dinas,
  'lending.open-counselling': counsellors,
  'lending.offer-product': [
    may('petugas-lembaga', 'institution'),
    signs('penyetuju-lembaga', 'institution'),
  ],
  'lending.offer-subsidy': [may('petugas-dinas', 'city'), signs('kepala-dinas', 'city')],
  'lending.order-claims': claimKeepers,
  'lending.pay-claim': dinas,
  'lending.pay-off-loan': counter,
  'lending.publish-offer': priceKeepers,
  'lending.read-partner-file': [may('petugas-dinas', 'city'), ...lenders],
  'lending.recommend-application': [may('petugas-lembaga', 'institution')],
  'lending.record-counselling-step': counsellors,
  'lending.record-recovery': counter,
  'lending.record-repayment': [may('kasir', 'institution'), may('petugas-lembaga', 'institution')],
  'lending.record-sharing-consent': [...officeByArea, ...mentors],
  'lending.refund-overpayment': counter,
  'lending.refuse-application': lenders,
  'lending.repay-claims': claimKeepers,
  'lending.reseal-files': system,
  'lending.restructure-loan': lenderDecides,
  'lending.reverse-claim-entry': claimKeepers,
  'lending.reverse-entry': counter,
  'lending.send-claim': [signs('kepala-dinas', 'city')],
  'lending.take-candidate-file': [...dinas, ...lenders],
  'lending.top-up-loan': lenderDecides,
  'lending.waive': lenderDecides,
  'lending.write-off-loan': lenderDecides,
  'lending.write-closure': [...office, may('petugas-lembaga', 'institution')],
  'mentoring.accept-report': mentorsHeads,
  'mentoring.cancel-meeting': mentors,
  'mentoring.close-meeting': mentors,
  'mentoring.count-bag': mentors.map((mentor) => ({ ...mentor, anywhere: true as const })),
  'mentoring.deposit-bag': [may('kasir', 'institution')],
  'mentoring.miss-visit': visitors,
  'mentoring.move-visit': visitors,
  'mentoring.plan-meetings': [...officeByArea, ...mentors],
  'mentoring.plan-visits': visitors,
  'mentoring.record-visit': visitors,
  'mentoring.record-visits': [...mentors, ...consultants],
  'mentoring.return-report': mentorsHeads,
  'mentoring.send-report': visitors,
  'mentoring.write-report': visitors,
  'partners.change-template': [
    may('petugas-dinas', 'city'),
    signs('kepala-dinas', 'city'),
    ...lenderDecides,
  ],
  'partners.register-institution': [...office, may('admin', 'city')],
  'partners.save-template': [may('petugas-dinas', 'city'), may('admin', 'city'), ...lenders],
  'programmes.draw-invitations': [may('petugas-dinas', 'city')],
  ...registryMay,
  'reporting.freeze-snapshot': [may('kepala-dinas', 'city'), may('wali-kota', 'city')],
  'savings.divide-shu': bookkeepers,
  'savings.pay-shu': counter,
  'see.applications': [
    ...officeByArea,
    ...mentors,
    ...lenders,
    may('kasir', 'institution'),
    may('auditor', 'city'),
  ],
  'see.audit': [
    may('kepala-dinas', 'city'),
    may('auditor', 'city'),
    may('dpo', 'city'),
    may('admin', 'city'),
  ],
  'see.books': [
    ...lenders,
    may('kasir', 'institution'),
    may('auditor', 'city'),
    may('kepala-dinas', 'city'),
  ],
  'see.cases': [
    ...officeByArea,
    ...mentors,
    ...overseers,
    may('petugas-opd', 'department'),
    may('konsultan-plut', 'city'),
  ],
  'see.consent-evidence': [...reviewers, may('dpo', 'city')],
  'see.data-requests': [
    may('dpo', 'city'),
    may('kepala-dinas', 'city'),
    may('petugas-dinas', 'city'),
    may('auditor', 'city'),
  ],
  'see.day-closes': [
    ...lenders,
    may('kasir', 'institution'),
    may('auditor', 'city'),
    may('petugas-dinas', 'city'),
    may('kepala-dinas', 'city'),
  ],
  'see.devices': [...fieldSupervisors, may('admin', 'city'), may('auditor', 'city')],
  'see.family': [...officeByArea, ...mentors],
  'see.field-reviews': [...fieldSupervisors, may('auditor', 'city')],
  'see.groups': [...officeByArea, ...mentors, ...lenders, ...overseers],
  'see.departments-lists': [...office, may('koordinator-pendamping', 'city')],
  'see.imports': [
    may('petugas-dinas', 'city'),
    may('verifikator', 'city'),
    may('kepala-dinas', 'city'),
    may('admin', 'city'),
  ],
  'see.invitations': office,
  'see.jobs': [...office, may('admin', 'city')],
  'see.leadership': [...office, ...overseers],
  'see.loans': [
    ...officeByArea,
    ...mentors,
    ...lenders,
    may('kasir', 'institution'),
    may('auditor', 'city'),
  ],
  'see.meetings': [...officeByArea, ...mentors, ...overseers],
  'see.partner-books': [...office, ...lenders, may('auditor', 'city')],
  'see.people': [...officeByArea, ...mentors, may('dpo', 'city')],
  'see.people-review': reviewers,
  'see.secret-readings': [may('kepala-dinas', 'city'), may('dpo', 'city')],
  'see.subsidy': [...office, ...lenders, ...overseers],
  'see.users': [may('admin', 'city'), may('auditor', 'city')],
  'see.welfare': officeByArea,
  'see.visit-plans-of-others': mentorsHeads,
  'see.visits': [...officeByArea, ...mentors, ...consultantsOwn],
  'voice.answer-case': [may('petugas-opd', 'department'), may('petugas-dinas', 'city')],
  'voice.assign-case': [...officeByArea, may('koordinator-pendamping', 'city', 'kecamatan')],
  'voice.close-case': [may('petugas-opd', 'department'), may('petugas-dinas', 'city')],
  'voice.reopen-case': [...officeByArea, ...mentors],
} as const satisfies Record<string, readonly Permission[]>;

export type PermissionKind = keyof typeof whoMay;

export function isPermissionKind(kind: string): kind is PermissionKind {
  return Object.hasOwn(whoMay, kind);
}

/**
 * Whether an actor may do a thing at a place. `needs-second-factor` when a permission that signs would
 * be enough but the session has only a password.
 */
export function mayDo(
  actor: Actor,
  kind: string,
  place: Place,
): 'yes' | 'no' | 'needs-second-factor' {
  if (!isPermissionKind(kind)) return 'no';
  const held = (whoMay[kind] as readonly Permission[]).filter((permission) =>
    actor.roles.some(
      (assignment) =>
        assignment.role === permission.role &&
        permission.within.includes(assignment.jurisdiction) &&
        (permission.anywhere === true || covers(assignment, place)),
    ),
  );
  if (held.some((permission) => !permission.signs || actor.secondFactor)) return 'yes';
  return held.length > 0 ? 'needs-second-factor' : 'no';
}

/** Whether the actor may see a screen at all, somewhere in her jurisdiction. */
export function maySee(actor: Actor, kind: PermissionKind): boolean {
  return (whoMay[kind] as readonly Permission[]).some((permission) =>
    actor.roles.some(
      (held) => held.role === permission.role && permission.within.includes(held.jurisdiction),
    ),
  );
}

function covers(assignment: Actor['roles'][number], place: Place): boolean {
  if (assignment.jurisdiction === 'city') return true;
  return assignment.at !== null && place[assignment.jurisdiction] === assignment.at;
}

/** What an actor may see of a thing that lies at places: everything, or only what is at these ids. */
export interface Scope {
  readonly all: boolean;
  readonly kecamatan: readonly string[];
  readonly kelurahan: readonly string[];
  readonly department: readonly string[];
  readonly institution: readonly string[];
  readonly group: readonly string[];
}

/** The scope within which an actor may see a kind of screen; everything empty when she may not, or only what is her own. */
export function scopeOf(actor: Actor, kind: PermissionKind): Scope {
  const held = actor.roles.filter((assignment) =>
    (whoMay[kind] as readonly Permission[]).some(
      (permission) =>
        permission.ownOnly !== true &&
        permission.role === assignment.role &&
        permission.within.includes(assignment.jurisdiction),
    ),
  );
  const at = (jurisdiction: JurisdictionKind) =>
    held.flatMap((a) => (a.jurisdiction === jurisdiction && a.at !== null ? [a.at] : []));
  return {
    all: held.some((a) => a.jurisdiction === 'city'),
    kecamatan: at('kecamatan'),
    kelurahan: at('kelurahan'),
    department: at('department'),
    institution: at('institution'),
    group: at('group'),
  };
}
