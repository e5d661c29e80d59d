import { listRegions } from '#domains/registry/server/index.ts';
import { poorDeciles } from '#domains/registry/welfare/welfare-standing.ts';
import { addDays } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { invitationWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'programmes.draw-invitations');
  const { app, city, today } = event.locals;
  const kecamatan = await app.read(city, (db) => listRegions(db, 'kecamatan'));
  return {
    commandId: newId(),
    today,
    soon: addDays(today, 7),
    poorDeciles,
    kecamatan: kecamatan.map(({ code, name }) => ({ code, name })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const drawId = String(values.commandId);
    const body = {
      drawId,
      title: values.title,
      heldOn: values.heldOn,
      places: Math.trunc(Number(values.places)),
      seed: values.seed,
      rule: {
        mostDecile: Math.trunc(Number(values.mostDecile)),
        kecamatan: values.kecamatan === '' ? null : values.kecamatan,
        womenFirst: data.get('womenFirst') !== null,
        notInvitedBefore: data.get('notInvitedBefore') !== null,
      },
    };
    return runCommand(event, 'programmes.draw-invitations', body, {
      values,
      flash: words.done,
      redirectTo: `/undangan/${drawId}`,
    });
  },
};
