import { SpreadsheetFault } from './fault.ts';
import { isDateFormat } from './number-text.ts';
import type { SheetInfo } from './sheet-row.ts';
import type { WorkbookArchive } from './workbook-archive.ts';
import { attribute, decodeEntities, XmlScanner } from './xml-scanner.ts';

export interface WorkbookSheet extends SheetInfo {
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly epoch1904: boolean;
  /** Shared texts by index. */
  readonly texts: readonly string[];
  /** Which cell styles show a date, by style index. */
  readonly dateStyles: readonly boolean[];
}

type Open = (name: string, attributes: string) => void;

async function scanTags(archive: WorkbookArchive, part: string, open: Open): Promise<void> {
  const scanner = new XmlScanner(part, { open, close: () => undefined, text: () => undefined });
  for await (const chunk of archive.text(part)) scanner.write(chunk);
  scanner.end();
}

/** Reads everything of a workbook but its rows. `maxTexts` bounds the table of shared texts. */
export async function readWorkbook(archive: WorkbookArchive, maxTexts: number): Promise<Workbook> {
  const targets = await readTargets(archive);
  const sheets: WorkbookSheet[] = [];
  let epoch1904 = false;
  await scanTags(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name === 'workbookPr') {
      epoch1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    }
    if (name !== 'sheet') return;
    const part = targets.get(attribute(attributes, 'id') ?? '');
    if (part === undefined || !archive.has(part)) return;
    sheets.push({
      index: sheets.length,
      name: attribute(attributes, 'name') ?? `Sheet${sheets.length + 1}`,
      hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      part,
    });
  });
  return {
    sheets,
    epoch1904,
    texts: await readTexts(archive, maxTexts),
    dateStyles: await readDateStyles(archive),
  };
}

/** Where each sheet's part lies, by relationship id; only worksheets, not charts or dialogs. */
async function readTargets(archive: WorkbookArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await scanTags(archive, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship') return;
    if (attribute(attributes, 'Type')?.endsWith('/worksheet') !== true) return;
    const target = attribute(attributes, 'Target') ?? '';
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    targets.set(attribute(attributes, 'Id') ?? '', part);
  });
  return targets;
}

async function readTexts(archive: WorkbookArchive, maxTexts: number): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  const texts: string[] = [];
  if (!archive.has(part)) return texts;
  let text = '';
  let inText = false;
  // Pronunciation runs (rPh) sit beside the text they explain and are no part of it.
  let inPhonetic = false;
  const scanner = new XmlScanner(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si' && texts.push(cellText(text)) > maxTexts) {
        throw new SpreadsheetFault({ name: 'tooManyCells', details: { limit: maxTexts } });
      }
    },
    text(raw) {
      if (inText) text += raw;
    },
  });
  for await (const chunk of archive.text(part)) scanner.write(chunk);
  scanner.end();
  return texts;
}

/** A cell's text as seen: entities and Excel's `_x000D_` escapes resolved, at most what Excel itself can hold. */
export function cellText(raw: string): string {
  const decoded = decodeEntities(raw).slice(0, 32_767);
  if (!decoded.includes('_x')) return decoded;
  return decoded.replace(/_x([0-9a-fA-F]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function readDateStyles(archive: WorkbookArchive): Promise<boolean[]> {
  const part = 'xl/styles.xml';
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  if (!archive.has(part)) return styles;
  let inCellStyles = false;
  const scanner = new XmlScanner(part, {
    open(name, attributes) {
      const format = () => Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(format(), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        styles.push(isDateFormat(format(), codes.get(format())));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
    text: () => undefined,
  });
  for await (const chunk of archive.text(part)) scanner.write(chunk);
  return styles;
}
