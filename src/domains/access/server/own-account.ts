import { sql } from 'kysely';
import type { AnyCommand } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import {
  beginSecondFactorInput,
  changePasswordInput,
  confirmSecondFactorInput,
  endSessionInput,
} from '../input.ts';
import { accessProblems } from '../problems.ts';
import { acceptCode } from './sign-in.ts';
import { newTotpSecret } from './second-factor.ts';
import { endSessions } from './session-store.ts';

/** Changes one's own password; every session ends, this one too. */
const changePassword = defineCommand({
  kind: 'access.change-password',
  version: 1,
  input: changePasswordInput,
  async handle(tx, body, context) {
    const { userId, name } = context.actor;
    await sql`update access.user_account set password_hash = ${body.passwordHash}, password_set_at = ${context.now}
      where city_id = ${tx.city} and id = ${userId}`.execute(tx);
    const ended = await endSessions(tx, { userId, now: context.now, why: 'password-changed' });
    return {
      answer: { endedSessions: ended },
      audit: {
        subject: { kind: 'user', id: userId },
        says: { id: `${name} mengganti kata sandinya`, en: `${name} changed her password` },
      },
    };
  },
});

/** Ends one of one's own sessions, as the list of sessions offers. */
const endSession = defineCommand({
  kind: 'access.end-session',
  version: 1,
  input: endSessionInput,
  async handle(tx, body, context) {
    const { userId, name } = context.actor;
    const ended = await endSessions(tx, {
      userId,
      now: context.now,
      why: 'ended-elsewhere',
      only: body.sessionId,
    });
    if (ended === 0) throw accessProblems.unknownSession();
    return {
      answer: { endedSessions: ended },
      audit: {
        subject: { kind: 'session', id: body.sessionId },
        says: { id: `${name} mengakhiri sebuah sesi`, en: `${name} ended a session` },
      },
    };
  },
});

/** Makes a new TOTP secret, sealed; it counts once a code from it was given. */
function beginSecondFactor(sealer: Sealer): AnyCommand {
  return defineCommand({
    kind: 'access.begin-second-factor',
    version: 1,
    input: beginSecondFactorInput,
    async handle(tx, _body, context) {
      const { userId, name } = context.actor;
      const { rows } = await sql`
        update access.user_account set totp_secret = ${sealer.seal(newTotpSecret())}, totp_last_step = null
        where city_id = ${tx.city} and id = ${userId} and totp_confirmed_at is null returning id`.execute(
        tx,
      );
      if (rows.length === 0) throw accessProblems.secondFactorAlreadyOn();
      return {
        answer: {},
        audit: {
          subject: { kind: 'user', id: userId },
          says: {
            id: `${name} mulai memasang kode keamanan kedua`,
            en: `${name} began to set up a second factor`,
          },
        },
      };
    },
  });
}

/** Turns the second factor on with a first code; this session counts as having given it. */
function confirmSecondFactor(sealer: Sealer): AnyCommand {
  return defineCommand({
    kind: 'access.confirm-second-factor',
    version: 1,
    input: confirmSecondFactorInput,
    async handle(tx, body, context) {
      const { userId, name } = context.actor;
      const accepted = await acceptCode(tx, { userId, code: body.code, now: context.now, sealer });
      if (!accepted) throw accessProblems.codeWrong();
      await sql`update access.user_account set totp_confirmed_at = ${context.now}
        where city_id = ${tx.city} and id = ${userId} and totp_confirmed_at is null`.execute(tx);
      await sql`update access.session set second_factor_at = ${context.now}
        where city_id = ${tx.city} and user_id = ${userId} and ended_at is null`.execute(tx);
      return {
        answer: {},
        audit: {
          subject: { kind: 'user', id: userId },
          says: {
            id: `${name} mengaktifkan kode keamanan kedua`,
            en: `${name} turned on the second factor`,
          },
        },
      };
    },
  });
}

/** What people do to their own account. @param totpSealer seals TOTP secrets */
export function ownAccountCommands(totpSealer: Sealer): AnyCommand[] {
  return [
    changePassword,
    endSession,
    beginSecondFactor(totpSealer),
    confirmSecondFactor(totpSealer),
  ];
}
