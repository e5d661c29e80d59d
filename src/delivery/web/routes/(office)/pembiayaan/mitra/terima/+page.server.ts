import { fail, redirect } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { incomingKinds } from '#domains/partners/file/file-layout.ts';
import { listPartnerLenders } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { readWholeSpreadsheet } from '#platform/files/spreadsheet/read-spreadsheet.ts';
import { setFlash } from '../../../../../flash.ts';
import { readForm, refused, runCommand } from '../../../../../forms.ts';
import { isRefusal } from '../../../../../refusal.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { partnerWords as words } from '../words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'lending.read-partner-file');
  const scope = scopeOf(actor, 'lending.read-partner-file');
  const { app, city } = event.locals;
  const lenders = await app.read(city, (db) => listPartnerLenders(db, scope));
  return { lenders, kinds: incomingKinds, commandId: newId() };
};

/** Files of lenders are small; a longer one is refused by the command with what to do. */
const limits = { rows: 20_000, milliseconds: 20_000 };

export const actions: Actions = {
  default: async (event) => {
    actorWhoSees(event, 'lending.read-partner-file');
    const { data, values } = await readForm(event);
    const file = data.get('file');
    if (!(file instanceof File) || file.name === '' || file.size === 0) {
      const problem = {
        code: 'web.file',
        words: words.fileMissing,
        fields: { file: words.fileMissing },
      };
      return fail(422, { problem, values });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const fileId = String(values.commandId);
    let rows: Json[];
    try {
      const [sheet] = await readWholeSpreadsheet({ bytes }, { limits });
      rows = (sheet?.rows ?? []).map(({ number, cells, notes }) => ({
        number,
        cells,
        ...(notes && { notes }),
      }));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error, values);
    }
    const sha256 = await openFileStore(event.locals.app.settings.dataDir).put(bytes);
    const body = {
      fileId,
      institutionId: values.institutionId,
      kind: values.kind,
      fileName: file.name.slice(-200),
      sha256,
      bytes: bytes.length,
      rows,
    };
    const result = await runCommand(event, 'lending.read-partner-file', body, { values });
    if (!('done' in result)) return result;
    const answer = result.answer as { fileId: string; already: boolean };
    const said = answer.already ? words.sameAgain : words.readDone;
    setFlash(event.cookies, said, event.url.protocol === 'https:');
    redirect(303, `/pembiayaan/mitra/berkas/${answer.fileId}`);
  },
};
