import { describe, expect, it } from 'vitest';
import { exampleLines } from '#domains/lending/partner/example-lines.ts';
import { fileRows } from '#domains/lending/partner/file-rows.ts';
import { faultsOfLayout, fileKinds } from '#domains/partners/file/file-layout.ts';
import type { FileKind } from '#domains/partners/file/file-layout.ts';
import { demoTemplate } from '../../demo/partner-templates.ts';
import {
  formFrom,
  formOfLayout,
  layoutOfForm,
  readLayout,
} from './routes/(office)/pembiayaan/mitra/templat/[id]/layout-form.ts';
import type { LayoutForm } from './routes/(office)/pembiayaan/mitra/templat/[id]/layout-form.ts';

/** The form as a browser sends it. */
function sent(kind: FileKind, form: LayoutForm): FormData {
  const data = new FormData();
  data.set('jenis', kind);
  for (const { field, place, title } of form.fields) {
    data.append('field', field);
    data.set(`place.${field}`, place);
    data.set(`title.${field}`, title);
  }
  for (const line of form.codes) data.set(`code.${line.field}.${line.meaning}`, line.codes);
  const { fields: _, codes: __, ...rest } = form;
  for (const [name, value] of Object.entries(rest)) data.set(name, value);
  return data;
}

describe.each(Object.keys(fileKinds) as FileKind[])('The editor of %s', (kind) => {
  const layout = readLayout(demoTemplate('bank', kind))!;

  it('shows a template and proposes the same when nothing was changed', () => {
    const form = formFrom(sent(kind, formOfLayout(kind, layout)))!;
    const again = readLayout(layoutOfForm(kind, form, { before: layout, lender: 'Bank' }));
    expect(again).toEqual(layout);
  });

  it('moves and renames a column, and an invented line follows', () => {
    const form = formOfLayout(kind, layout);
    const [first, second, ...rest] = form.fields;
    const fields = [{ ...first!, place: '2,5', title: 'No. kami' }, second!, ...rest];
    const changed = readLayout(
      layoutOfForm(kind, { ...form, fields }, { before: layout, lender: 'Bank' }),
    )!;
    expect(changed.columns[1]).toEqual({ field: first!.field, title: 'No. kami' });
    expect(faultsOfLayout(kind, changed)).toEqual([]);
    const [line = []] = fileRows(kind, changed, exampleLines[kind]);
    expect(line).toHaveLength(changed.columns.length);
    expect(line.every((cell) => !cell.includes('undefined'))).toBe(true);
  });
});

it('writes down which of the lender’s codes mean the same', () => {
  const layout = readLayout(demoTemplate('bpr', 'decisions'))!;
  const form = formOfLayout('decisions', layout);
  const codes = form.codes.map((line) =>
    line.meaning === 'refused' ? { ...line, codes: 'TOLAK, T' } : line,
  );
  const changed = readLayout(
    layoutOfForm('decisions', { ...form, codes }, { before: layout, lender: 'BPR' }),
  );
  expect(changed?.codes.decision).toEqual({
    DISETUJUI: 'approved',
    TOLAK: 'refused',
    T: 'refused',
  });
  expect(changed?.loanTerms).toEqual(layout.loanTerms);
});
