import type { FileLayout } from '#domains/partners/file/file-layout.ts';
import { downloadSheet } from '../../../../download.ts';

/** A candidate file as its lender's template has it: headings, kind of file, sheet and separator. */
export function downloadByLayout(
  layout: FileLayout,
  file: { name: string; rows: readonly (readonly string[])[] },
): Response {
  const { format, delimiter, sheetName, columns } = layout;
  return downloadSheet(
    format,
    {
      name: sheetName ?? file.name,
      columns: columns.map(({ title }) => ({ title })),
      rows: file.rows,
    },
    { fileName: file.name, delimiter },
  );
}
