import type { Align, Sheet, TextStyle } from './sheet.ts';
import type { Line } from './text-layout.ts';

export interface Column {
  title: string;
  /** Share of the table's width, relative to the other columns. */
  share: number;
  align?: Align;
}

export interface TableStyle {
  size?: number;
  leading?: number;
  face?: 'serif' | 'sans';
  /** `grid` frames every cell, as annexes of decrees do; `rows` draws hairlines between rows only. */
  lines?: 'grid' | 'rows';
  /** Points between a cell's edge and its text. */
  padding?: number;
  /** Rows, counted from 0, printed bold, such as totals. */
  boldRows?: ReadonlySet<number>;
  /** How far each row's first cell stands to the right, in steps of one letter's height; none where absent. */
  indents?: readonly number[];
}

export interface Table {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  style?: TableStyle;
}

interface Grid {
  sheet: Sheet;
  columns: readonly Column[];
  lefts: number[];
  widths: number[];
  style: Required<Omit<TableStyle, 'boldRows' | 'indents'>>;
}

interface Cell {
  lines: Line[];
  style: TextStyle;
  /** Points its text stands to the right. */
  indent: number;
}

/**
 * Draws a table at the pen. The heading is repeated on every page the table reaches; a row is never
 * split between pages, and the heading never stands at the foot of a page without a row under it.
 */
export function drawTable(sheet: Sheet, table: Table): void {
  const { columns, rows, style = {} } = table;
  const grid = layGrid(sheet, columns, style);
  const heading = columns.map((column) => cell(grid, column.title, { heading: true, column }));
  const headingHeight = rowHeight(grid, heading);
  let started = false;
  rows.forEach((row, index) => {
    const bold = style.boldRows?.has(index) ?? false;
    const indent = style.indents?.[index] ?? 0;
    const cells = columns.map((column, at) =>
      cell(grid, row[at] ?? '', { bold, column, indent: at === 0 ? indent : 0 }),
    );
    const height = rowHeight(grid, cells);
    const wanted = started ? height : headingHeight + height;
    if (sheet.y + wanted > sheet.bottom + 0.01) {
      sheet.newPage();
      started = false;
    }
    if (!started) drawRow(grid, heading, headingHeight);
    started = true;
    drawRow(grid, cells, height);
  });
  if (rows.length === 0) {
    sheet.need(headingHeight);
    drawRow(grid, heading, headingHeight);
  }
}

function layGrid(sheet: Sheet, columns: readonly Column[], style: TableStyle): Grid {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (column.share / shares) * sheet.width);
  const lefts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, width) => sum + width, sheet.left),
  );
  const filled = { size: 9, leading: 1.22, face: 'serif', lines: 'grid', padding: 3.5 } as const;
  return { sheet, columns, lefts, widths, style: { ...filled, ...style } };
}

function cell(
  grid: Grid,
  text: string,
  as: { column: Column; heading?: boolean; bold?: boolean; indent?: number },
): Cell {
  const { size, leading, face, padding, lines } = grid.style;
  const at = grid.columns.indexOf(as.column);
  const style: TextStyle = {
    size,
    leading,
    face: as.heading || as.bold ? `${face}-bold` : face,
    align: as.heading && lines === 'grid' ? 'center' : (as.column.align ?? 'left'),
  };
  const indent = (as.indent ?? 0) * size;
  const width = (grid.widths[at] ?? 0) - 2 * padding - indent;
  return { style, indent, lines: grid.sheet.lines(text, width, style) };
}

function rowHeight(grid: Grid, cells: readonly Cell[]): number {
  const most = Math.max(1, ...cells.map((each) => each.lines.length));
  return most * grid.sheet.lineHeight(grid.style) + 2 * grid.style.padding - 1;
}

function drawRow(grid: Grid, cells: readonly Cell[], height: number): void {
  const { sheet, lefts, widths, style } = grid;
  cells.forEach((each, at) => {
    const box = {
      x: (lefts[at] ?? 0) + style.padding + each.indent,
      y: sheet.y + style.padding - 0.5,
      width: (widths[at] ?? 0) - 2 * style.padding - each.indent,
    };
    each.lines.forEach((line, index) => {
      const y = box.y + index * sheet.lineHeight(each.style);
      sheet.line(line, { ...box, y }, each.style);
    });
    if (style.lines === 'grid') {
      sheet.doc.lineWidth(0.5).strokeColor('#333333');
      sheet.doc.rect(lefts[at] ?? 0, sheet.y, widths[at] ?? 0, height).stroke();
    }
  });
  if (style.lines === 'rows') {
    const y = sheet.y + height;
    sheet.rule({ x: sheet.left, y }, { x: sheet.right, y }, { weight: 0.4, color: '#b5b0a4' });
  }
  sheet.y += height;
}
