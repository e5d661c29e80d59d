import { templateColumns } from '#domains/registry/import/template.ts';
import { downloadSheet } from '../../../../download.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { RequestHandler } from './$types';

/** The city's own template: headings and one example row, which the import knows and leaves out. */
export const GET: RequestHandler = (event) => {
  actorWhoSees(event, 'see.imports');
  return downloadSheet('xlsx', {
    name: event.locals.lang === 'id' ? 'templat-anggota' : 'members-template',
    columns: templateColumns.map(({ title, example }) => ({
      title,
      width: Math.max(14, title.length, example.length) + 2,
    })),
    rows: [templateColumns.map(({ example }) => example)],
  });
};
