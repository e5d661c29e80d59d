import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF that this programme wrote: enough of a reader for tests, not for files
 * of others. Texts on the same line are parted by a tab, lines by '\n'.
 */
export function readPdfText(bytes: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(bytes));
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b(?!s)/u.test(object.head))
    .map((page) => {
      const content = objects.get(reference(page.head, 'Contents'));
      const resources = objects.get(reference(page.head, 'Resources'))?.head ?? page.head;
      return textOf(content?.stream ?? '', lettersByFont(resources, objects));
    });
}

interface PdfObject {
  head: string;
  stream: string;
}

function readObjects(file: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const text = file.toString('latin1');
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/gu)) {
    const from = match.index + match[0].length;
    const to = text.indexOf('\nendobj', from);
    const body = text.slice(from, to);
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'));
    objects.set(Number(match[1]), { head, stream: decode(head, raw) });
  }
  return objects;
}

function decode(head: string, raw: string): string {
  if (!head.includes('/FlateDecode')) return raw;
  return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
}

function reference(head: string, name: string): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`, 'u').exec(head)?.[1] ?? -1);
}

function lettersByFont(resources: string, objects: Map<number, PdfObject>): Map<string, string[]> {
  const fonts = new Map<string, string[]>();
  for (const [, name, id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const font = objects.get(Number(id));
    const map = objects.get(reference(font?.head ?? '', 'ToUnicode'))?.stream ?? '';
    const letters: string[] = [];
    for (const [, first, list] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/gsu)) {
      [...(list ?? '').matchAll(/<([0-9a-f ]*)>/gu)].forEach(([, hex], index) => {
        letters[Number.parseInt(first ?? '0', 16) + index] = utf16(hex ?? '');
      });
    }
    fonts.set(name ?? '', letters);
  }
  return fonts;
}

function utf16(hex: string): string {
  const units = hex.replaceAll(' ', '').match(/.{4}/gu) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

function textOf(stream: string, fonts: Map<string, string[]>): string {
  let letters: string[] = [];
  let line = '';
  let text = '';
  for (const [, font, , , y, shown] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|(1 0 0 1) ([\d.-]+) ([\d.-]+) Tm|\[((?:<[0-9a-f]*>|[\s\d.-]+)*)\] TJ/gu,
  )) {
    if (font) letters = fonts.get(font) ?? [];
    if (y !== undefined) {
      if (y !== line) text += '\n';
      else if (!text.endsWith(' ')) text += '\t';
      line = y;
    }
    if (shown === undefined) continue;
    for (const [, hex] of shown.matchAll(/<([0-9a-f]*)>/gu)) {
      for (const code of hex?.match(/.{4}/gu) ?? [])
        text += letters[Number.parseInt(code, 16)] ?? '';
    }
  }
  return text.trim();
}
