import { devicesOfUser } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { phoneWords } from '../../pendampingan/hp/words.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own phones. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event);
  const { app, city, zone } = event.locals;
  const phones = await app.read(city, (db) => devicesOfUser(db, actor.userId));
  return { phones, zone, now: app.now(), commandId: newId() };
};

export const actions: Actions = {
  cabut: async (event) => {
    const { values } = await readForm(event);
    const body = { deviceId: values.deviceId, why: values.why };
    return runCommand(event, 'access.revoke-device', body, {
      values,
      redirectTo: '/pengaturan/hp',
      flash: phoneWords.done,
    });
  },
};
