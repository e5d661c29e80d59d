import { listDevices } from '#domains/access/server/index.ts';
import { scopeOf } from '#domains/access/who-may.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { phoneWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

/** The auditor looks, and revokes nothing. */
const mayRevoke = (roles: readonly { role: string }[]) =>
  roles.some(({ role }) => role !== 'auditor');

/** Phones of everybody in one's area: who holds unsent work, and where numbers are missing. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.devices');
  const { app, city, zone } = event.locals;
  const phones = await app.read(city, (db) =>
    listDevices(db, { scope: scopeOf(actor, 'see.devices') }),
  );
  return { phones, zone, now: app.now(), commandId: newId(), mayRevoke: mayRevoke(actor.roles) };
};

export const actions: Actions = {
  cabut: async (event) => {
    const { values } = await readForm(event);
    const body = { deviceId: values.deviceId, why: values.why };
    return runCommand(event, 'access.revoke-device', body, {
      values,
      redirectTo: '/pendampingan/hp',
      flash: phoneWords.done,
    });
  },
};
