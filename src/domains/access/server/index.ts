import type { AnyCommand } from '#platform/command/command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { createUser, grantRole } from './create-user.ts';
import { foundCity } from './found-city.ts';
import { ownAccountCommands } from './own-account.ts';
import { retryJob } from './retry-job.ts';

export { commandGate } from './command-gate.ts';
export { systemActor } from './system-actor.ts';
export { listCities } from './cities.ts';
export type { City } from './cities.ts';
export { takeNumbers } from './counters.ts';
export { decideProposal } from './decide-proposal.ts';
export { findMemberSession, openMemberSession } from './member-session.ts';
export type { CardForPin } from './member-session.ts';
export { hashSecret } from './password.ts';
export { currentCode, enrolmentUri } from './second-factor.ts';
export { endSessions, findSession, touchSession } from './session-store.ts';
export type { Device, Session } from './session-store.ts';
export { giveCode, signIn } from './sign-in.ts';
export type { SignInPorts } from './sign-in.ts';

/** @param totpSealer seals TOTP secrets */
export function accessCommands(totpSealer: Sealer): AnyCommand[] {
  return [foundCity, createUser, grantRole, retryJob, ...ownAccountCommands(totpSealer)];
}
