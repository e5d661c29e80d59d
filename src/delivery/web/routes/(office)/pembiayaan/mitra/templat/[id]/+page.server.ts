import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { exampleLines } from '#domains/lending/partner/example-lines.ts';
import { fileRows } from '#domains/lending/partner/file-rows.ts';
import { faultsOfLayout } from '#domains/partners/file/file-layout.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import type { Actions, PageServerLoad } from './$types';
import { kindFrom } from './file-kind.ts';
import { formFrom, formOfLayout, layoutOfForm, readLayout } from './layout-form.ts';
import { templateOf } from './template-of.ts';
import { templateWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const kind = kindFrom(event.url.searchParams);
  const { actor, lender, versions, current, newest } = await templateOf(event, kind);
  const before = newest?.layout ?? null;
  const typed = formFrom(event.url.searchParams);
  const shown = typed ?? formOfLayout(kind, before);
  const layout = readLayout(layoutOfForm(kind, shown, { before, lender: lender.name }));
  return {
    kind,
    lender: { id: lender.id, name: lender.shortName },
    versions: versions.map(({ layout: one, ...version }) => ({
      ...version,
      columns: one.columns.length,
    })),
    currentVersion: current?.version ?? null,
    shown,
    isTyped: typed !== null,
    faults: layout ? faultsOfLayout(kind, layout) : [],
    preview: layout && {
      titles: layout.columns.map(({ title }) => title),
      rows: fileRows(kind, layout, exampleLines[kind]),
    },
    exampleQuery: typed ? event.url.search : `?jenis=${kind}`,
    validFrom: event.url.searchParams.get('validFrom') ?? event.locals.today,
    blocked: mayWords(mayDo(actor, 'partners.change-template', { institution: lender.id })),
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const kind = kindFrom(data);
    const { lender, newest } = await templateOf(event, kind);
    const typed = formFrom(data) ?? formOfLayout(kind, null);
    const body = {
      institutionId: lender.id,
      kind,
      layout: layoutOfForm(kind, typed, { before: newest?.layout ?? null, lender: lender.name }),
      validFrom: values.validFrom,
    };
    const result = await runCommand(event, 'partners.change-template', body, {
      values,
      flash: words.proposed,
      redirectTo: `${event.url.pathname}?jenis=${kind}`,
    });
    // Refused: the editor shows what was typed, not the version before.
    return 'done' in result ? result : fail(result.status, { ...result.data, typed });
  },
};
