import { scopeOf } from '#domains/access/who-may.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { pickedIds, readPicked, roleOf } from '../picked.ts';
import { proposeWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

const programme = 'kelompok-binaan';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'registry.propose-group');
  const scope = scopeOf(actor, 'registry.propose-group');
  const { app, city } = event.locals;
  const typed = (name: string) => event.url.searchParams.get(name) ?? '';
  const found = await app.read(city, async (db) => ({
    picked: await readPicked(db, event.url, { programme, scope }),
    kelurahan: await listRegions(db, 'kelurahan'),
  }));
  return {
    ...found,
    kelurahan: found.kelurahan.filter(
      (region) =>
        scope.all ||
        scope.kelurahan.includes(region.code) ||
        scope.kecamatan.includes(region.parentCode ?? ''),
    ),
    typed: {
      name: typed('name'),
      sector: typed('sector'),
      kelurahanCode: typed('kelurahanCode'),
      note: typed('note'),
      ketua: typed('ketua'),
      sekretaris: typed('sekretaris'),
      bendahara: typed('bendahara'),
    },
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const body = {
      groupId: values.commandId,
      programme,
      name: text('name'),
      sector: text('sector'),
      kelurahanCode: text('kelurahanCode'),
      note: text('note'),
      members: pickedIds(data).map((personId) => ({ personId, role: roleOf(data, personId) })),
    };
    const redirectTo = `/kelompok/${String(values.commandId)}`;
    return runCommand(event, 'registry.propose-group', body, {
      values,
      redirectTo,
      flash: proposeWords.sent,
    });
  },
};
