import { open } from 'node:fs/promises';
import { defaultLimits } from './limits.ts';
import { spreadsheetProblems } from './problems.ts';

/**
 * The whole of a spreadsheet on the disk as it stood at one moment. A file over the limit is refused by its size, before a
 * byte of it is read; one that somebody saves meanwhile is refused rather than read half old and half new.
 *
 * @param limit bytes
 */
export async function loadSpreadsheetFile(
  path: string,
  limit: number = defaultLimits.bytes,
): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const before = await file.stat();
    if (!before.isFile()) throw spreadsheetProblems.notASpreadsheet({ looksLike: 'folder' });
    if (before.size > limit) throw spreadsheetProblems.tooBig({ bytes: before.size, limit });
    const bytes = new Uint8Array(before.size);
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await file.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    const after = await file.stat();
    const same = after.mtimeMs === before.mtimeMs && after.size === before.size;
    if (!same || read !== bytes.length) throw spreadsheetProblems.changedMeanwhile({});
    return bytes;
  } finally {
    await file.close();
  }
}
