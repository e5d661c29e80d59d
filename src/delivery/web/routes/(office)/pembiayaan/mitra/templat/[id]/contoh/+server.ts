import { error } from '@sveltejs/kit';
import { exampleLines } from '#domains/lending/partner/example-lines.ts';
import { fileRows } from '#domains/lending/partner/file-rows.ts';
import { fileKinds } from '#domains/partners/file/file-layout.ts';
import { downloadFormat } from '../../../../../../../download.ts';
import { downloadByLayout } from '../../../download-by-layout.ts';
import { kindFrom } from '../file-kind.ts';
import { formFrom, formOfLayout, layoutOfForm, readLayout } from '../layout-form.ts';
import { templateOf } from '../template-of.ts';
import type { RequestHandler } from './$types';

/** The example as the lender would get it, in either kind of file; nobody real is in it. */
export const GET: RequestHandler = async (event) => {
  const kind = kindFrom(event.url.searchParams);
  const { lender, newest } = await templateOf(event, kind);
  const before = newest?.layout ?? null;
  const form = formFrom(event.url.searchParams) ?? formOfLayout(kind, before);
  const layout = readLayout(layoutOfForm(kind, form, { before, lender: lender.name }));
  if (!layout) error(422);
  return downloadByLayout(
    { ...layout, format: downloadFormat(event.url) },
    {
      name: `contoh-${fileKinds[kind].id.toLowerCase().replaceAll(' ', '-')}-${lender.shortName}`,
      rows: fileRows(kind, layout, exampleLines[kind]),
    },
  );
};
