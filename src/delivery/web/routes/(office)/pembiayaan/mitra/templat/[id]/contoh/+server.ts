import { error } from '@sveltejs/kit';
import { candidateRows } from '#domains/lending/partner/candidate-rows.ts';
import { exampleCandidates } from '#domains/lending/partner/example-candidates.ts';
import { downloadFormat } from '../../../../../../../download.ts';
import { downloadByLayout } from '../../../download-by-layout.ts';
import { formFrom, formOfLayout, layoutOfForm, readLayout } from '../layout-form.ts';
import { templateOf } from '../template-of.ts';
import type { RequestHandler } from './$types';

/** The example as the lender would get it, in either kind of file; nobody real is in it. */
export const GET: RequestHandler = async (event) => {
  const { lender, newest } = await templateOf(event);
  const before = newest?.layout ?? null;
  const form = formFrom(event.url.searchParams) ?? formOfLayout(before);
  const layout = readLayout(layoutOfForm(form, before, lender.name));
  if (!layout) error(422);
  return downloadByLayout(
    { ...layout, format: downloadFormat(event.url) },
    { name: `contoh-calon-${lender.shortName}`, rows: candidateRows(layout, exampleCandidates) },
  );
};
