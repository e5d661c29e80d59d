import { redirect } from '@sveltejs/kit';
import { encode } from 'uqr';
import {
  checkOwnPassword,
  hashSecret,
  listSessions,
  secondFactorState,
} from '#domains/access/server/index.ts';
import { strongEnough } from '#domains/access/password-rule.ts';
import { accessProblems } from '#domains/access/problems.ts';
import { signingRoles } from '#domains/access/roles.ts';
import type { Role } from '#domains/access/roles.ts';
import { newId } from '#kernel/id.ts';
import { deviceName } from '../../../../device.ts';
import { readForm, refused, runCommand } from '../../../../forms.ts';
import { isRefusal } from '../../../../refusal.ts';
import { actorWhoSees } from '../../../../see.ts';
import { dropSession } from '../../../../session-cookie.ts';
import { settingsWords } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

const here = '/pengaturan/keamanan';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event);
  const { app, city, session, zone } = event.locals;
  const now = app.now();
  const { sessions, factor } = await app.read(city, async (db) => ({
    sessions: await listSessions(db, { userId: actor.userId, now }),
    factor: await secondFactorState(db, {
      userId: actor.userId,
      sealer: app.signInPorts.totpSealer,
    }),
  }));
  return {
    now,
    zone,
    factor: factor.state === 'begun' ? { ...factor, qr: encode(factor.uri).data } : factor,
    factorNeeded: actor.roles.some((held) => signingRoles.includes(held.role as Role)),
    sessions: sessions.map((row) => ({
      id: row.id,
      device: deviceName(row.userAgent),
      ip: row.ip,
      lastSeenAt: row.lastSeenAt,
      own: row.id === session?.id,
      commandId: newId(),
    })),
    commandIds: { begin: newId(), confirm: newId(), password: newId() },
  };
};

export const actions: Actions = {
  begin: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'access.begin-second-factor',
      {},
      { values, redirectTo: here, flash: settingsWords.begun },
    );
  },
  confirm: async (event) => {
    const { data, values } = await readForm(event);
    const body = { code: String(data.get('code') ?? '').trim() };
    return runCommand(event, 'access.confirm-second-factor', body, {
      values,
      redirectTo: here,
      flash: settingsWords.confirmed,
    });
  },
  password: async (event) => {
    const actor = actorWhoSees(event);
    const { data, values } = await readForm(event);
    const { app, city, session } = event.locals;
    const next = String(data.get('password') ?? '');
    const current = String(data.get('currentPassword') ?? '');
    let matches: boolean;
    try {
      const asked = { city, userId: actor.userId, password: current, ip: event.getClientAddress() };
      matches = await checkOwnPassword(app.signInPorts, asked);
    } catch (error) {
      if (isRefusal(error)) return refused(error, values);
      throw error;
    }
    if (!matches) return refused(accessProblems.currentPasswordWrong(), values);
    if (!strongEnough(next, [session?.login ?? '', actor.name]))
      return refused(accessProblems.weakPassword(), values);
    const result = await runCommand(
      event,
      'access.change-password',
      { passwordHash: await hashSecret(next) },
      { values, flash: settingsWords.changed },
    );
    if ('done' in result) {
      dropSession(event);
      redirect(303, '/masuk');
    }
    return result;
  },
  end: async (event) => {
    const { values } = await readForm(event);
    const body = { sessionId: values.sessionId };
    return runCommand(event, 'access.end-session', body, {
      values,
      redirectTo: here,
      flash: settingsWords.ended,
    });
  },
};
