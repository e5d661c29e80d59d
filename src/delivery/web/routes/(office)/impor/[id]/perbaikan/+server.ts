import { redirect } from '@sveltejs/kit';
import { importProblems } from '#domains/registry/import-problems.ts';
import { findImport, listRepairs, openCell } from '#domains/registry/server/index.ts';
import { isId } from '#kernel/id.ts';
import { downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { importPageWords as words } from '../words.ts';
import type { RequestHandler } from './$types';

/**
 * The rows to repair as a spreadsheet of the file's own columns, with the reason and the suggestion beside each. It holds
 * identity numbers, so whoever takes it is set down in the audit trail first; hence a POST.
 */
export const POST: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.imports');
  const { app, city, lang } = event.locals;
  const batchId = event.params.id;
  const commandId = (await event.request.formData()).get('commandId');
  if (!isId(batchId) || !isId(commandId)) redirect(303, `/impor/${batchId}`);
  await app.execute({
    id: commandId,
    kind: 'registry.open-repairs',
    version: 1,
    actor,
    city,
    body: { batchId },
  });
  const { batch, rows } = await app.read(city, async (db) => ({
    batch: await findImport(db, batchId),
    rows: await listRepairs(db, batchId),
  }));
  if (!batch?.shape) throw importProblems.importNotFound();
  const columns = batch.shape.columns;
  return downloadSheet('xlsx', {
    name: `${lang === 'id' ? 'perbaikan' : 'repair'} ${batch.fileName.replace(/\.\w+$/, '')}`,
    columns: [
      ...columns.map(({ title }) => ({ title })),
      { title: words.why[lang], width: 60 },
      { title: words.fix[lang] },
    ],
    rows: rows.map(({ cells, reasons }) => [
      ...columns.map(({ index }) => openCell(cells[index] ?? '', app.identitySealer)),
      reasons
        .filter(({ level }) => level === 'repair')
        .map(({ says }) => says[lang])
        .join(' '),
      reasons
        .map(({ fix }) => fix)
        .filter((fix) => fix !== undefined)
        .join(', '),
    ]),
  });
};
