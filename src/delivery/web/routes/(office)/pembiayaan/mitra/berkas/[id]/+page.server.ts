import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { partnerBookProblems } from '#domains/lending/partner/problems.ts';
import { candidatesOf, findPartnerFile, listPartnerLines } from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { lineRules } from '../../rules.ts';
import { partnerWords as words } from '../../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.partner-books');
  const scope = scopeOf(actor, 'see.partner-books');
  const { app, city, zone } = event.locals;
  const { id } = event.params;
  const list = readListState(event.url, lineRules);
  const found = await app.read(city, async (db) => {
    const file = isId(id) ? await findPartnerFile(db, id, scope) : null;
    if (!file) throw partnerBookProblems.unknownPartnerFile();
    const lines = await listPartnerLines(db, list, file.id);
    return { file, lines, candidates: await candidatesOf(db, file.id) };
  });
  const place = { institution: found.file.institutionId };
  return {
    ...found,
    list,
    zone,
    blocked: {
      apply: mayWords(mayDo(actor, 'lending.apply-partner-file', place)),
      take: mayWords(mayDo(actor, 'lending.take-candidate-file', place)),
    },
    commandIds: { apply: newId(), drop: newId(), take: newId() },
  };
};

export const actions: Actions = {
  apply: async (event) => {
    const { data, values } = await readForm(event);
    const body = { fileId: event.params.id, leaveUnknown: data.get('leaveUnknown') !== null };
    return runCommand(event, 'lending.apply-partner-file', body, {
      values,
      flash: words.applied,
      redirectTo: event.url.pathname,
    });
  },
  drop: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'lending.drop-partner-file',
      { fileId: event.params.id },
      { values, flash: words.dropped, redirectTo: event.url.pathname },
    );
  },
};
