import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { importFieldNames, importFields } from '#domains/registry/import/import-fields.ts';
import { outcomes } from '#domains/registry/import/row-outcome.ts';
import { importProblems } from '#domains/registry/import-problems.ts';
import { cancellableStates, mappableStates } from '#domains/registry/import-states.ts';
import {
  countDecided,
  findImport,
  importProgress,
  listImportRows,
  previewCells,
} from '#domains/registry/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { appliedWords, importPageWords as words, undoneWords } from './words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const sampleRows = 5;

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.imports');
  const { app, city } = event.locals;
  const batchId = event.params.id;
  if (!isId(batchId)) throw importProblems.importNotFound();
  const list = readListState(event.url, { sorts: ['row'], filters: ['hasil'], size: 50 });
  return app.read(city, async (db) => {
    const batch = await findImport(db, batchId);
    if (!batch) throw importProblems.importNotFound();
    const { state, counts } = batch;
    const judged = state === 'previewed' || state === 'applied';
    const mapping =
      mappableStates.includes(state) && (!judged || event.url.searchParams.has('kolom'));
    const outcome =
      outcomes.find((name) => name === list.filters.hasil) ??
      outcomes.find((name) => counts[name]) ??
      'new';
    const result =
      judged && !mapping
        ? await listImportRows(db, batchId, { outcome, offset: list.offset, limit: list.size })
        : null;
    const busy = state === 'reading' || state === 'previewing';
    return {
      batch,
      list,
      outcome,
      busy,
      progress: busy ? ((await importProgress(db, batchId)) ?? null) : null,
      sample: mapping ? await previewCells(db, batchId, sampleRows) : null,
      result: result && {
        ...result,
        rows: result.rows.map((row) => ({ ...row, commandId: newId() })),
      },
      applicable:
        state === 'previewed' ? rowsThatChange(counts) + (await countDecided(db, batchId)) : 0,
      fields: importFieldNames.map((name) => ({ name, title: importFields[name].title })),
      may: {
        map: mayDo(actor, 'registry.map-import', {}),
        apply: mayDo(actor, 'registry.apply-import', {}),
        cancel: cancellableStates.includes(state)
          ? mayDo(actor, 'registry.cancel-import', {})
          : null,
        undo: state === 'applied' ? mayDo(actor, 'registry.undo-import', {}) : null,
      },
      asksUndo: event.url.searchParams.has('tarik'),
      commandId: newId(),
    };
  });
};

/** Rows whose applying changes something: new ones, and the same ones that say anything new. */
function rowsThatChange({
  new: fresh = 0,
  same = 0,
  unchanged = 0,
}: Readonly<Record<string, number>>): number {
  return fresh + same - unchanged;
}

const here = (event: RequestEvent) => `/impor/${event.params.id}`;

export const actions: Actions = {
  map: async (event) => {
    const { data, values } = await readForm(event);
    const mapping: Record<string, number> = {};
    for (const [name, value] of data) {
      const column = /^column-(\d{1,3})$/.exec(name)?.[1];
      if (column === undefined || typeof value !== 'string' || value === '') continue;
      if (Object.hasOwn(mapping, value)) {
        return fail(422, {
          problem: { code: 'web.column-twice', words: words.columnTwice, fields: {} },
          values,
        });
      }
      mapping[value] = Number(column);
    }
    const body = { batchId: event.params.id, mapping, remember: data.has('remember') };
    return runCommand(event, 'registry.map-import', body, { values, redirectTo: here(event) });
  },
  sheet: async (event) => {
    const { data, values } = await readForm(event);
    const body = { batchId: event.params.id, sheet: String(data.get('sheet') ?? '') };
    return runCommand(event, 'registry.choose-import-sheet', body, {
      values,
      redirectTo: here(event),
    });
  },
  decide: async (event) => {
    const { data, values } = await readForm(event);
    const body = { batchId: event.params.id, row: Number(data.get('row')), as: data.get('as') };
    const page = Math.max(1, Math.trunc(Number(data.get('page')) || 1));
    const redirectTo = `${here(event)}?hasil=review&page=${page}`;
    return runCommand(event, 'registry.decide-import-row', body, { values, redirectTo });
  },
  apply: async (event) => {
    const { values } = await readForm(event);
    const flash = (answer: Json) => {
      const { people, businesses } = answer as { people: number; businesses: number };
      return appliedWords(people, businesses);
    };
    const body = { batchId: event.params.id };
    return runCommand(event, 'registry.apply-import', body, {
      values,
      flash,
      redirectTo: here(event),
    });
  },
  cancel: async (event) => {
    const { values } = await readForm(event);
    const body = { batchId: event.params.id };
    return runCommand(event, 'registry.cancel-import', body, {
      values,
      flash: words.cancelled,
      redirectTo: '/impor',
    });
  },
  undo: async (event) => {
    const { values } = await readForm(event);
    const flash = (answer: Json) => {
      const { people, businesses } = answer as { people: number; businesses: number };
      return undoneWords(people, businesses);
    };
    const body = { batchId: event.params.id };
    return runCommand(event, 'registry.undo-import', body, {
      values,
      flash,
      redirectTo: here(event),
    });
  },
};
