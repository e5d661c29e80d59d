import { findLetterhead, findSignatory } from '#domains/access/server/index.ts';
import { mayDo } from '#domains/access/who-may.ts';
import { listVerifiedGroups } from '#domains/registry/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { signedWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'registry.recognise-groups');
  const { app, city, today } = event.locals;
  const found = await app.read(city, async (db) => ({
    groups: await listVerifiedGroups(db),
    signatory: await findSignatory(db, actor.userId),
    letterhead: await findLetterhead(db),
  }));
  return {
    groups: found.groups,
    summary: {
      signatory: found.signatory?.name ?? actor.name,
      rank: found.signatory?.rank ?? null,
      office: found.letterhead?.letterhead.office ?? found.letterhead?.name ?? '',
      today,
    },
    chosen: event.url.searchParams.getAll('kelompok'),
    may: mayDo(actor, 'registry.recognise-groups', {}),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const groupIds = data.getAll('kelompok').map(String);
    const lines = String(data.get('noting') ?? '').split('\n');
    const body = {
      decreeId: values.commandId,
      groupIds,
      years: Number(data.get('years') ?? 3),
      noting: lines.map((line) => line.trim()).filter(Boolean),
    };
    return runCommand(event, 'registry.recognise-groups', body, {
      values,
      redirectTo: groupIds.length === 1 ? `/kelompok/${groupIds[0]}` : '/kelompok',
      flash: (answer) => signedWords(numberOf(answer)),
    });
  },
};

function numberOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'number' in answer
    ? String(answer.number)
    : '';
}
