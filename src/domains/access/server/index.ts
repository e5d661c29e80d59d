import type { AnyCommand } from '#platform/command/command.ts';
import { createUser, grantRole } from './create-user.ts';
import { fieldCommands } from './field/index.ts';
import type { FieldRules } from './field/index.ts';
import { foundCity } from './found-city.ts';
import { keyCommands } from './keys/key-commands.ts';
import type { AccessSealers, SealedElsewhere } from './keys/key-commands.ts';
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
export { assertComing, resealed } from './keys/key-commands.ts';
export type { AccessSealers, SealedElsewhere } from './keys/key-commands.ts';
export {
  holdNumberKey,
  holdNumbers,
  keysInUse,
  listNumberKeys,
  numbersIn,
  phonesSealingBefore,
  putInForce,
  takeNumbersAlone,
} from './keys/number-keys.ts';
export type { NumberKey } from './keys/number-keys.ts';
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
 * @param sealers seal what this domain and the registry keep secret
 * @param rules what domains do about what came from phones
 * @param elsewhere counts what the domains above keep sealed
 */
export function accessCommands(
  sealers: AccessSealers,
  rules: FieldRules,
  elsewhere: SealedElsewhere,
): AnyCommand[] {
  return [
    foundCity(sealers.identity.ring),
    createUser,
    grantRole,
    retryJob,
    ...ownAccountCommands(sealers.totp),
    ...fieldCommands(rules),
    ...keyCommands(sealers, elsewhere),
  ];
}
