import { cleanPhoto } from '#domains/mentoring/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import type { RequestEvent } from '@sveltejs/kit';

/**
 * Draws a photograph of a form anew, as those of findings are, and keeps it; null where none was chosen.
 *
 * @throws Refusal photo-too-large, not-a-photo
 */
export async function keptPhoto(
  event: Pick<RequestEvent, 'locals'>,
  chosen: FormDataEntryValue | null,
): Promise<string | null> {
  if (!(chosen instanceof File) || chosen.size === 0) return null;
  const photo = await cleanPhoto(new Uint8Array(await chosen.arrayBuffer()));
  return openFileStore(event.locals.app.settings.dataDir).put(photo);
}
