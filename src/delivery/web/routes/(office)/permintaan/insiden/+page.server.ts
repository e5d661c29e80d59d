import { mayDo } from '#domains/access/who-may.ts';
import { breachChoices, listBreaches, listRegions } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { actorWhoSees } from '../../../../see.ts';
import { breachWords as w } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.data-requests');
  const { app, city, today, zone } = event.locals;
  const found = await app.read(city, async (db) => ({
    breaches: await listBreaches(db),
    choices: await breachChoices(db),
    kecamatan: await listRegions(db, 'kecamatan'),
    kelurahan: await listRegions(db, 'kelurahan'),
  }));
  const places = [
    ...found.kecamatan.map(({ code, name }) => ({ value: code, label: `Kecamatan ${name}` })),
    ...found.kelurahan.map(({ code, name }) => ({ value: code, label: `Kelurahan ${name}` })),
  ];
  return {
    breaches: found.breaches,
    devices: found.choices.devices.map(({ id, name }) => ({ value: id, label: name })),
    groups: found.choices.groups.map(({ id, name }) => ({ value: id, label: name })),
    places,
    now: app.now(),
    today,
    zone,
    commandId: newId(),
    blocked: mayWords(mayDo(actor, 'registry.record-breach', {})),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const { kind, what, remedy, happenedOn, foundOn, foundTime } = values;
    const given = (value: unknown) => (value === '' ? null : value);
    const body = {
      kind,
      what,
      remedy,
      happenedOn,
      foundAt: `${String(foundOn)}T${String(foundTime)}`,
      deviceId: given(values.deviceId),
      placeCode: given(values.placeCode),
      groupId: given(values.groupId),
    };
    const redirectTo = `${event.url.pathname}/${String(values.commandId)}`;
    return runCommand(event, 'registry.record-breach', body, { values, redirectTo, flash: w.done });
  },
};
