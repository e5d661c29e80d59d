import { fileKinds } from '#domains/partners/file/file-layout.ts';
import type { FileKind } from '#domains/partners/file/file-layout.ts';

/** The kind of file that an address or a form speaks of; candidates where it does not say. */
export function kindFrom(given: FormData | URLSearchParams): FileKind {
  const asked = given.get('jenis');
  return (Object.keys(fileKinds) as FileKind[]).find((kind) => kind === asked) ?? 'candidates';
}
