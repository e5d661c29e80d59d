import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import { findGroup, listGroupMembers, listRegions } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { pickedIds, readPicked } from '../../picked.ts';
import { amendedWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'registry.amend-group');
  const { app, city } = event.locals;
  const found = await app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, 'registry.amend-group'));
    if (!group) throw groupProblems.groupNotFound();
    const members = await listGroupMembers(db, group.id);
    const scope = scopeOf(actor, 'registry.amend-group');
    const except = members.map((member) => member.personId);
    return {
      group,
      members,
      picked: await readPicked(db, event.url, { programme: group.programme, scope, except }),
      kelurahan: await listRegions(db, 'kelurahan'),
    };
  });
  const place = {
    kelurahan: found.group.kelurahanCode,
    kecamatan: found.group.kecamatanCode,
    group: found.group.id,
  };
  return {
    ...found,
    noting: event.url.searchParams.get('noting') ?? '',
    leaving: event.url.searchParams.getAll('keluar'),
    roles: Object.fromEntries(
      found.members.map((member) => [
        member.personId,
        event.url.searchParams.get(`jabatan-${member.personId}`) ?? member.role,
      ]),
    ),
    may: mayDo(actor, 'registry.amend-group', place),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const remove = data.getAll('keluar').map(String);
    const roles = [...data.entries()].flatMap(([name, role]) => {
      const personId = name.startsWith('jabatan-') ? name.slice('jabatan-'.length) : null;
      if (personId === null || remove.includes(personId) || data.get(`semula-${personId}`) === role)
        return [];
      return [{ personId, role }];
    });
    const body = {
      decreeId: values.commandId,
      groupId: event.params.id,
      add: pickedIds(data).map((personId) => ({ personId, role: 'anggota' })),
      remove,
      roles,
      noting: String(data.get('noting') ?? '').trim(),
    };
    return runCommand(event, 'registry.amend-group', body, {
      values,
      redirectTo: `/kelompok/${event.params.id}`,
      flash: (answer) => amendedWords(numberOf(answer)),
    });
  },
};

function numberOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'number' in answer
    ? String(answer.number)
    : '';
}
