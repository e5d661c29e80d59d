import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { candidateRows } from '#domains/lending/partner/candidate-rows.ts';
import { exampleCandidates } from '#domains/lending/partner/example-candidates.ts';
import { faultsOfLayout } from '#domains/partners/file/file-layout.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import type { Actions, PageServerLoad } from './$types';
import { formFrom, formOfLayout, layoutOfForm, readLayout } from './layout-form.ts';
import { templateOf } from './template-of.ts';
import { templateWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const { actor, lender, versions, current, newest } = await templateOf(event);
  const before = newest?.layout ?? null;
  const typed = formFrom(event.url.searchParams);
  const shown = typed ?? formOfLayout(before);
  const layout = readLayout(layoutOfForm(shown, before, lender.name));
  return {
    lender: { id: lender.id, name: lender.shortName },
    versions: versions.map(({ layout: one, ...version }) => ({
      ...version,
      columns: one.columns.length,
    })),
    currentVersion: current?.version ?? null,
    shown,
    isTyped: typed !== null,
    faults: layout ? faultsOfLayout('candidates', layout) : [],
    preview: layout && {
      titles: layout.columns.map(({ title }) => title),
      rows: candidateRows(layout, exampleCandidates),
    },
    exampleQuery: typed ? event.url.search : '',
    validFrom: event.url.searchParams.get('validFrom') ?? event.locals.today,
    blocked: mayWords(mayDo(actor, 'partners.change-template', { institution: lender.id })),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { lender, newest } = await templateOf(event);
    const { data, values } = await readForm(event);
    const typed = formFrom(data) ?? formOfLayout(null);
    const body = {
      institutionId: lender.id,
      kind: 'candidates',
      layout: layoutOfForm(typed, newest?.layout ?? null, lender.name),
      validFrom: values.validFrom,
    };
    const result = await runCommand(event, 'partners.change-template', body, {
      values,
      flash: words.proposed,
      redirectTo: event.url.pathname,
    });
    // Refused: the editor shows what was typed, not the version before.
    return 'done' in result ? result : fail(result.status, { ...result.data, typed });
  },
};
