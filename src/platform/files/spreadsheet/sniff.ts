import { SpreadsheetFault } from './fault.ts';

export type SpreadsheetFormat = 'xlsx' | 'csv';

const signatures: readonly (readonly [hex: string, looksLike: string])[] = [
  ['25504446', 'PDF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['52494646', 'RIFF (WebP, AVI)'],
  ['52617221', 'RAR'],
  ['377abcaf', '7-Zip'],
  ['1f8b', 'GZIP'],
  ['7f454c46', 'ELF'],
  ['4d5a9000', 'EXE'],
];

/**
 * What a file is by its first bytes; its name is never asked, so a CSV named `.xlsx` is read as the CSV it is.
 * Throws a fault for everything that is not a table this product reads.
 */
export function sniffFormat(bytes: Buffer): SpreadsheetFormat {
  if (bytes.length === 0) throw new SpreadsheetFault({ name: 'empty', details: {} });
  const head = bytes.subarray(0, 8).toString('hex');
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return 'xlsx';
  if (head === 'd0cf11e0a1b11ae1') throw oleFault(bytes);
  const known = signatures.find(([hex]) => head.startsWith(hex));
  if (known !== undefined) throw notATable(known[1]);
  const start = bytes.subarray(0, 4096).toString('latin1');
  if (
    /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html|table|head|meta|style)\b/i.test(start)
  ) {
    throw notATable('HTML');
  }
  if (/^\s*(?:\u00ef\u00bb\u00bf)?\s*<\?xml/i.test(start)) throw notATable('XML');
  if (start.startsWith('{\\rtf')) throw notATable('RTF');
  if (isBinary(bytes)) throw notATable('binary');
  return 'csv';
}

function notATable(looksLike: string): SpreadsheetFault {
  return new SpreadsheetFault({ name: 'notASpreadsheet', details: { looksLike } });
}

/** An OLE container is an encrypted .xlsx, an old .xls, or some other office file. */
function oleFault(bytes: Buffer): SpreadsheetFault {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) {
    return new SpreadsheetFault({ name: 'passwordProtected', details: {} });
  }
  if (has('Workbook') || has('Book')) return new SpreadsheetFault({ name: 'oldXls', details: {} });
  return notATable(has('WordDocument') ? 'Word (.doc)' : 'OLE');
}

/** Control bytes no text file holds; UTF-16 text has zero bytes in only every second place. */
function isBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4096);
  if (utf16Flavour(sample) !== undefined) return false;
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  }
  return odd > sample.length / 100;
}

/** UTF-16 by its mark, or by zeros in every second byte of mostly Latin text. */
export function utf16Flavour(sample: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (sample.length >= 2) {
    if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
    if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  }
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const half = sample.length / 2;
  if (half < 4) return undefined;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.05) return 'utf-16be';
  return undefined;
}
