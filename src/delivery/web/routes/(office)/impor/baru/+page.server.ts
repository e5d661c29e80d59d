import { fail } from '@sveltejs/kit';
import { listInstitutions } from '#domains/partners/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { defaultLimits } from '#platform/files/spreadsheet/limits.ts';
import { spreadsheetProblems } from '#platform/files/spreadsheet/problems.ts';
import { readForm, refused, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import { uploadWords } from '../words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Who has lists of businesses of their own. */
const listKeepers = ['department', 'plut', 'university', 'kadin', 'dekranasda'] as const;

export const load: PageServerLoad = async (event) => {
  actorWhoSees(event, 'registry.start-import');
  return { commandId: newId(), departments: await departmentsOf(event) };
};

function departmentsOf({ locals: { app, city, today } }: Pick<RequestEvent, 'locals'>) {
  return app.read(city, async (db) => {
    const all = await listInstitutions(db, { kinds: listKeepers, on: today });
    return all.map(({ id, shortName }) => ({ id, name: shortName }));
  });
}

export const actions: Actions = {
  default: async (event) => {
    actorWhoSees(event, 'registry.start-import');
    const { data, values } = await readForm(event);
    const file = data.get('file');
    if (!(file instanceof File) || file.name === '') return fileProblem(422, uploadWords.missing);
    if (file.size > defaultLimits.bytes) {
      return refused(
        spreadsheetProblems.tooBig({ bytes: file.size, limit: defaultLimits.bytes }),
        values,
      );
    }
    if (file.size === 0) return refused(spreadsheetProblems.empty(), values);
    const bytes = new Uint8Array(await file.arrayBuffer());
    let sha256: string;
    try {
      sha256 = await openFileStore(event.locals.app.settings.dataDir).put(bytes);
    } catch (error) {
      if (isFullDisk(error)) return fileProblem(503, uploadWords.full);
      throw error;
    }
    // The command's id is the import's: a second click is the same import.
    const batchId = String(values.commandId);
    const all = await departmentsOf(event);
    const department = all.find(({ id }) => id === values.departmentId);
    const body = {
      batchId,
      fileName: file.name.slice(-200),
      sha256,
      bytes: bytes.length,
      department,
    };
    return runCommand(event, 'registry.start-import', body, {
      values,
      redirectTo: `/impor/${batchId}`,
    });
  },
};

function fileProblem(status: number, words: Words) {
  return fail(status, {
    problem: { code: 'web.file', words, fields: { file: words } },
    values: {},
  });
}

function isFullDisk(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  );
}
