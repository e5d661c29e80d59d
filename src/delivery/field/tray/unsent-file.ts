import { exportUnsent, importUnsent } from '#platform/sync/unsent-file.ts';
import type { Importing } from '#platform/sync/unsent-file.ts';
import type { Field } from '../field.svelte.ts';

/** Far above any file of unsent work: fifty pushes' worth. */
const largestBytes = 20 * 1024 * 1024;

/** *Cadangkan*: the unsent work as a file that the browser saves. */
export async function saveUnsentFile(field: Field): Promise<void> {
  if (!field.session) return;
  const file = await exportUnsent(field.session.ports);
  const blob = new Blob([JSON.stringify(file)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `naik-kelas-belum-terkirim-${field.today}.json`;
  link.click();
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export async function openUnsentFile(field: Field, file: File): Promise<Importing> {
  if (!field.session || file.size > largestBytes) return { kind: 'unreadable' };
  const result = await importUnsent(field.session.ports, await file.text());
  await field.reload();
  void field.sync(true);
  return result;
}
