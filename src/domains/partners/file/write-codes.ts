import type { FileLayout } from './file-layout.ts';

/** The lender's code for a meaning; the meaning itself where the template has none. */
export function codeOf(layout: FileLayout, field: string, meaning: string): string {
  const codes = Object.entries(layout.codes[field] ?? {});
  return codes.find(([, known]) => known === meaning)?.[0] ?? meaning;
}
