import type { AnyCommand } from '#platform/command/command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { createUser, grantRole } from './create-user.ts';
import { fieldCommands } from './field/index.ts';
import type { FieldRules } from './field/index.ts';
import { foundCity } from './found-city.ts';
import { ownAccountCommands } from './own-account.ts';
import { retryJob } from './retry-job.ts';

export { findLetterhead, findSignatory } from './city-letterhead.ts';
export { demoCode, listSessions, listUsers, secondFactorState } from './account-pages.ts';
export type { SecondFactorState, SessionRow, UserRow } from './account-pages.ts';
export {
  auditCountLimit,
  findAuditLine,
  historyOf,
  lastAuditSequence,
  listAudit,
} from './audit-pages.ts';
export type { AuditDetail, AuditRow } from './audit-pages.ts';
export { commandGate } from './command-gate.ts';
export { systemActor } from './system-actor.ts';
export { listCities } from './cities.ts';
export type { City } from './cities.ts';
export { numbersTaken, takeNumbers } from './counters.ts';
export { decideProposal } from './decide-proposal.ts';
export { listJobs } from './job-pages.ts';
export type { JobRow, JobState } from './job-pages.ts';
export { findMemberSession, openMemberSession } from './member-session.ts';
export type { CardForPin } from './member-session.ts';
export * from './field/index.ts';
export { hashSecret } from './password.ts';
export { openProposals } from './proposal-pages.ts';
export type { ProposalRow } from './proposal-pages.ts';
export { currentCode, enrolmentUri } from './second-factor.ts';
export { secretReadingsOf } from './secret-reading-pages.ts';
export type { SecretReadingLine } from './secret-reading-pages.ts';
export { logSecretReadings } from './secret-readings.ts';
export { endSessions, findSession, touchSession } from './session-store.ts';
export type { Device, Session } from './session-store.ts';
export { checkOwnPassword, giveCode, signIn } from './sign-in.ts';
export type { SignInPorts } from './sign-in.ts';
export { verifyAudit } from './verify-audit.ts';

/**
 * @param totpSealer seals TOTP secrets
 * @param rules what domains do about what came from phones
 */
export function accessCommands(totpSealer: Sealer, rules: FieldRules): AnyCommand[] {
  return [
    foundCity,
    createUser,
    grantRole,
    retryJob,
    ...ownAccountCommands(totpSealer),
    ...fieldCommands(rules),
  ];
}
