import { scopeOf } from '#domains/access/who-may.ts';
import { candidateGroups, listPartnerLenders } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { partnerWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'lending.make-candidate-file');
  const { app, city } = event.locals;
  const asked = event.url.searchParams.get('lembaga');
  const found = await app.read(city, async (db) => {
    const lenders = await listPartnerLenders(db, scopeOf(actor, 'lending.make-candidate-file'));
    const lender = lenders.find((one) => one.id === asked) ?? lenders[0] ?? null;
    return { lenders, lender, groups: lender ? await candidateGroups(db, lender.id) : [] };
  });
  return { ...found, commandId: newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const fileId = String(values.commandId);
    const body = {
      fileId,
      institutionId: values.institutionId,
      groupIds: data.getAll('groupIds'),
      source: values.source,
    };
    return runCommand(event, 'lending.make-candidate-file', body, {
      values,
      flash: words.made,
      redirectTo: `/pembiayaan/mitra/berkas/${fileId}`,
    });
  },
};
