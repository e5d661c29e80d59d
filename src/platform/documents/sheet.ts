import PDFDocument from 'pdfkit';
import type { Paper } from './paper.ts';
import { qrPath } from './qr-code.ts';
import { layLines, type Line, type Span } from './text-layout.ts';
import { fontBytes, typefaces, type Typeface } from './typefaces.ts';

export interface DocumentInfo {
  title: string;
  subject?: string;
  author: string;
  /** Written into the file as its creation time. The same input gives the same bytes, so never the clock. */
  createdAt: Date;
  /** BCP 47, for screen readers. */
  language?: string;
}

export type Align = 'left' | 'right' | 'center' | 'justify';

export interface TextStyle {
  face?: Typeface;
  size?: number;
  /** Line height as a multiple of the size. */
  leading?: number;
  align?: Align;
  color?: string;
  /** Points between letters. */
  tracking?: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
}

const ink = '#111111';

/** A document being drawn: a pen position `y` on the current page, and what a page holds. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly paper: Paper;
  y: number;
  /** Called after each new page, for what every page of a section repeats. */
  onNewPage: (() => void) | undefined;

  constructor(doc: PDFKit.PDFDocument, paper: Paper) {
    this.doc = doc;
    this.paper = paper;
    this.y = paper.margins.top;
  }

  get left(): number {
    return this.paper.margins.left;
  }

  get width(): number {
    return this.paper.width - this.paper.margins.left - this.paper.margins.right;
  }

  get right(): number {
    return this.paper.width - this.paper.margins.right;
  }

  get bottom(): number {
    return this.paper.height - this.paper.margins.bottom;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = this.paper.margins.top;
    this.onNewPage?.();
  }

  /** Starts a new page when fewer than `height` points are left on this one. */
  need(height: number): void {
    if (this.y + height > this.bottom + 0.01) this.newPage();
  }

  space(points: number): void {
    this.y += points;
  }

  lines(content: string | readonly Span[], width: number, style: TextStyle = {}): Line[] {
    const face = style.face ?? 'serif';
    const spans = typeof content === 'string' ? [{ text: content, face }] : content;
    const tracking = style.tracking ?? 0;
    return layLines(spans, width, (which, text) => {
      this.doc.font(which).fontSize(style.size ?? 11);
      return this.doc.widthOfString(text) + tracking * text.length;
    });
  }

  lineHeight(style: TextStyle = {}): number {
    return (style.size ?? 11) * (style.leading ?? 1.3);
  }

  /** Draws a text in a box and returns its height; it never leaves the page it started on. */
  textAt(content: string | readonly Span[], box: Box, style: TextStyle = {}): number {
    const lines = this.lines(content, box.width, style);
    const height = this.lineHeight(style);
    lines.forEach((line, index) => {
      this.line(line, { ...box, y: box.y + index * height }, style);
    });
    return lines.length * height;
  }

  /** Draws a paragraph at the pen and moves the pen below it, over as many pages as it takes. */
  paragraph(
    content: string | readonly Span[],
    style: TextStyle & { x?: number; width?: number } = {},
  ): void {
    const x = style.x ?? this.left;
    const width = style.width ?? this.right - x;
    const height = this.lineHeight(style);
    const lines = this.lines(content, width, style);
    lines.forEach((line, index) => {
      // No paragraph leaves its first line alone at the foot, nor its last alone at the head.
      const keep =
        index === 0 || index === lines.length - 2 ? Math.min(2, lines.length - index) : 1;
      this.need(height * keep);
      this.line(line, { x, y: this.y, width }, style);
      this.y += height;
    });
  }

  /** Draws one laid line inside a box. */
  line(line: Line, box: Box, style: TextStyle = {}): void {
    const size = style.size ?? 11;
    const free = box.width - line.width;
    // A long number pushed to the next line leaves a gap that stretching would only make uglier.
    const fills = free > 0 && free < box.width * 0.22;
    const stretched = style.align === 'justify' && !line.last && line.spaces > 0 && fills;
    const wordSpacing = stretched ? free / line.spaces : 0;
    let x = box.x;
    if (style.align === 'center') x += free / 2;
    if (style.align === 'right') x += free;
    const baseline = box.y + (this.lineHeight(style) - size) / 2 + size * 0.82;
    for (const piece of line.pieces) {
      this.doc
        .font(piece.face)
        .fontSize(size)
        .fillColor(style.color ?? ink);
      // A stretched line is drawn word by word with its spaces, so that copied text keeps them.
      const words = wordSpacing > 0 ? piece.text.split(/(?<= )/u) : [piece.text];
      for (const word of words) {
        this.doc.text(word, x, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(style.tracking ? { characterSpacing: style.tracking } : {}),
        });
        if (words.length > 1)
          x += this.doc.widthOfString(word) + (word.endsWith(' ') ? wordSpacing : 0);
      }
      if (words.length === 1) x += piece.width + piece.spaces * wordSpacing;
    }
  }

  rule(from: Point, to: Point, line: { weight?: number; color?: string } = {}): void {
    const { weight = 0.6, color = ink } = line;
    this.doc
      .moveTo(from.x, from.y)
      .lineTo(to.x, to.y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
  }

  qr(text: string, at: { x: number; y: number; side: number }, color = '#000000'): void {
    this.doc.save().translate(at.x, at.y).path(qrPath(text, at.side)).fill(color).restore();
  }

  get pageCount(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** Draws something on every finished page, such as its number; pages count from 1. */
  onEachPage(draw: (page: number, pages: number) => void): void {
    const pages = this.pageCount;
    for (let page = 1; page <= pages; page += 1) {
      this.doc.switchToPage(page - 1);
      draw(page, pages);
    }
  }
}

/** What a page belongs to on its left, and which of how many it is on its right, under the text of every page. */
export function drawFoot(
  sheet: Sheet,
  belongsTo: string,
  pageOf: (page: number, pages: number) => string,
): void {
  sheet.onEachPage((page, pages) => {
    const box = { x: sheet.left, y: sheet.bottom + 8, width: sheet.width };
    const style = { face: 'sans', size: 7.5, color: '#555555' } as const;
    sheet.textAt(belongsTo, { ...box, width: sheet.width * 0.75 }, style);
    sheet.textAt(pageOf(page, pages), box, { ...style, align: 'right' });
  });
}

/** Draws a document and gives its bytes. The same drawing and info give the same bytes. */
export async function renderDocument(
  paper: Paper,
  info: DocumentInfo,
  draw: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: info.language ?? 'id-ID',
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      ...(info.subject ? { Subject: info.subject } : {}),
      Creator: 'Naik Kelas',
      Producer: 'Naik Kelas',
      CreationDate: info.createdAt,
    },
  });
  for (const face of typefaces) doc.registerFont(face, fontBytes(face));
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  draw(new Sheet(doc, paper));
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}
