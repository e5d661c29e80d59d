import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { readPdfText } from '#test/read-pdf-text.ts';

/** A NIK or KK of province 99, in one piece or grouped as people and forms group it; not a piece of a longer number. */
const number =
  /(?<![\w-])(?:99\d{14}|99\d{2}([ .-])\d{4}\1\d{4}\1\d{4}|99\d{4}([ .-])\d{6}\2\d{4})(?![\w-])/g;

/** Every NIK or KK that somebody reads who is sent these bytes. */
export async function numbersIn(bytes: Buffer, type: string): Promise<string[]> {
  return [...(await textOf(bytes, type)).matchAll(number)].map(([found]) => found);
}

async function textOf(bytes: Buffer, type: string): Promise<string> {
  if (type.startsWith('application/pdf')) return readPdfText(bytes).join('\n');
  if (type.includes('spreadsheetml')) return spreadsheetText(bytes);
  return type.startsWith('image/') ? '' : bytes.toString();
}

async function spreadsheetText(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const parts: string[] = [];
  for await (const entry of zip.eachEntry())
    parts.push(await text(await zip.openReadStreamPromise(entry)));
  zip.close();
  return parts.join('\n');
}
