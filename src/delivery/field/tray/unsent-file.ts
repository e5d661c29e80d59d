import { exportUnsent, importUnsent } from '#platform/sync/unsent-file.ts';
import type { Importing } from '#platform/sync/unsent-file.ts';
import { exportPhoto, importPhotos, photosToExport } from '#platform/sync/unsent-photos.ts';
import type { Field } from '../field.svelte.ts';

/** Far above any file of unsent work: fifty pushes' worth and some hundred pictures. */
const largestBytes = 256 * 1024 * 1024;

/** *Cadangkan*: the unsent work as a file that the browser saves; a line for the commands, and one a picture. */
export async function saveUnsentFile(field: Field): Promise<void> {
  if (!field.session) return;
  const { ports } = field.session;
  const lines: Blob[] = [new Blob([JSON.stringify(await exportUnsent(ports))])];
  // One by one, so that a cheap phone never holds all of them as text.
  for (const sha256 of await photosToExport(ports)) {
    const photo = await exportPhoto(ports, sha256);
    if (photo) lines.push(new Blob(['\n', JSON.stringify(photo)]));
  }
  const blob = new Blob(lines, { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `naik-kelas-belum-terkirim-${field.today}.json`;
  link.click();
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export type OpeningFile = Importing & { readonly photos: number };

export async function openUnsentFile(field: Field, file: File): Promise<OpeningFile> {
  if (!field.session || file.size > largestBytes) return { kind: 'unreadable', photos: 0 };
  const { ports } = field.session;
  const [commands = '', ...photos] = (await file.text()).split('\n');
  const result = await importUnsent(ports, commands);
  const taken = result.kind === 'imported' ? await importPhotos(ports, photos) : 0;
  await field.reload();
  void field.sync(true);
  return { ...result, photos: taken };
}
