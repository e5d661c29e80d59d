import { fail } from '@sveltejs/kit';
import { listInstitutions } from '#domains/partners/server/index.ts';
import { readListFile } from '#domains/registry/server/index.ts';
import { addQuarters, quarterOf } from '#domains/registry/welfare/quarter.ts';
import { newId } from '#kernel/id.ts';
import { defaultLimits } from '#platform/files/spreadsheet/limits.ts';
import { spreadsheetProblems } from '#platform/files/spreadsheet/problems.ts';
import { readForm, refused, runCommand } from '../../../../../forms.ts';
import { isRefusal } from '../../../../../refusal.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { listWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

const quartersBack = 6;

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'registry.read-people-list');
  const { app, city, today } = event.locals;
  const departments = await app.read(city, (db) =>
    listInstitutions(db, { kinds: ['department', 'plut', 'university', 'kadin'], on: today }),
  );
  const newest = quarterOf(today);
  const quarters = Array.from({ length: quartersBack }, (_, back) => addQuarters(newest, -back));
  const kind = event.url.searchParams.get('jenis') === 'perangkat' ? 'department' : 'decile';
  return { commandId: newId(), departments, quarters, today, kind } as const;
};

export const actions: Actions = {
  default: async (event) => {
    actorWhoSees(event, 'registry.read-people-list');
    const { data, values } = await readForm(event);
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0)
      return fail(422, {
        problem: { code: 'web.file', words: words.missing, fields: { file: words.missing } },
        values,
      });
    if (file.size > defaultLimits.bytes) {
      const over = { bytes: file.size, limit: defaultLimits.bytes };
      return refused(spreadsheetProblems.tooBig(over), values);
    }
    const { app, city, today } = event.locals;
    const kind = values.kind === 'department' ? 'department' : 'decile';
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const read = await app.read(city, (db) => readListFile(bytes, { kind, today }, db));
      const about =
        kind === 'decile'
          ? { kind, quarter: values.quarter, whole: data.get('whole') !== null }
          : { kind, ...(await departmentOf(event, values)) };
      const body = {
        listId: values.commandId,
        title: values.title,
        fileName: file.name.slice(-200),
        givenOn: values.givenOn,
        rows: read.rows,
        unreadable: read.unreadable.length,
        ...about,
      };
      return runCommand(event, 'registry.read-people-list', body, {
        values,
        redirectTo: `/lintas/daftar/${String(values.commandId)}`,
      });
    } catch (error) {
      if (isRefusal(error)) return refused(error, values);
      throw error;
    }
  },
};

type Values = Record<string, string | string[]>;

async function departmentOf(event: Parameters<Actions['default']>[0], values: Values) {
  const { app, city, today } = event.locals;
  const all = await app.read(city, (db) => listInstitutions(db, { on: today }));
  const found = all.find((one) => one.id === values.departmentId);
  return {
    departmentId: found?.id ?? null,
    departmentName: found?.shortName ?? '',
    service: values.service === '' ? null : values.service,
  };
}
