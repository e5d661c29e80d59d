import { hashSecret } from '#domains/access/server/index.ts';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { cardProblems } from '#domains/registry/card-problems.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import { findGroup, listGroupMembers, newMemberPin } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, refused, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const kind = 'registry.set-member-pin';

/** The group and its members of today, for those who may give them PINs. */
async function readMembers(event: Pick<RequestEvent, 'locals' | 'url' | 'params'>) {
  const actor = actorWhoSees(event, kind);
  const { app, city } = event.locals;
  return app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, kind));
    if (!group) throw groupProblems.groupNotFound();
    return { actor, group, members: await listGroupMembers(db, group.id) };
  });
}

export const load: PageServerLoad = async (event) => {
  const { actor, group, members } = await readMembers(event);
  const place = { kelurahan: group.kelurahanCode, kecamatan: group.kecamatanCode, group: group.id };
  return {
    group: { id: group.id, name: group.name },
    members: members.map(({ personId, name, cardId, cardNumber, hasPin }) => ({
      personId,
      name,
      cardId,
      cardNumber,
      hasPin,
    })),
    blocked: mayWords(mayDo(actor, kind, place)),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const cardId = String(data.get('cardId') ?? '');
    const { members } = await readMembers(event);
    const owner = members.find((member) => member.cardId !== null && member.cardId === cardId);
    if (!owner) return refused(cardProblems.unknownCard(), values);
    const pin = newMemberPin();
    const body = { cardId, pinHash: await hashSecret(pin) };
    const result = await runCommand(event, kind, body, { values });
    if (!('done' in result)) return result;
    // The answer of this one request is the only place the PIN is ever written.
    return { done: true, slip: { name: owner.name, cardNumber: owner.cardNumber, pin } };
  },
};
