import { SpreadsheetFault } from './fault.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { columnOf, MergeFiller, type MergedRange } from './merged-ranges.ts';
import { plainText } from './neutral-text.ts';
import { exactNumberText, excelDateText, hasLostDigits } from './number-text.ts';
import type { CellNote, SheetRow } from './sheet-row.ts';
import { cellText, type Workbook, type WorkbookSheet } from './workbook-parts.ts';
import { attribute, XmlScanner } from './xml-scanner.ts';

/** Counts filled cells over all sheets of a file. */
export interface CellBudget {
  left: number;
}

export interface SheetParserInput {
  readonly workbook: Workbook;
  readonly sheet: WorkbookSheet;
  readonly merges: readonly MergedRange[];
  readonly limits: SpreadsheetLimits;
  readonly budget: CellBudget;
}

/** Turns the XML of one sheet, given in pieces, into rows. Formulas are not evaluated: their last value is taken. */
export class SheetParser {
  readonly #input: SheetParserInput;
  readonly #scanner: XmlScanner;
  readonly #merges: MergeFiller;
  #rows: SheetRow[] = [];
  #rowCount = 0;
  #number = 0;
  #cells: string[] = [];
  #notes: Record<number, CellNote> = {};
  #column = -1;
  #type = 'n';
  #style = 0;
  #raw = '';
  #inline = '';
  #formula = false;
  #capture: 'value' | 'inline' | undefined;
  #inPhonetic = false;

  constructor(input: SheetParserInput) {
    this.#input = input;
    this.#merges = new MergeFiller(input.merges, input.limits.columns);
    this.#scanner = new XmlScanner(input.sheet.part, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (raw) => this.#text(raw),
    });
  }

  write(chunk: string): void {
    this.#scanner.write(chunk);
  }

  end(): void {
    this.#scanner.end();
  }

  /** Takes the rows finished so far. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  get pending(): number {
    return this.#rows.length;
  }

  #open(name: string, attributes: string): void {
    switch (name) {
      case 'row': {
        const number = Number(attribute(attributes, 'r'));
        this.#number = number > this.#number ? number : this.#number + 1;
        this.#cells = [];
        this.#notes = {};
        this.#column = -1;
        break;
      }
      case 'c': {
        const reference = attribute(attributes, 'r');
        this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
        this.#type = attribute(attributes, 't') ?? 'n';
        this.#style = Number(attribute(attributes, 's') ?? 0);
        this.#raw = '';
        this.#inline = '';
        this.#formula = false;
        break;
      }
      case 'v':
        this.#capture = 'value';
        break;
      case 'rPh':
        this.#inPhonetic = true;
        break;
      case 't':
        if (!this.#inPhonetic) this.#capture = 'inline';
        break;
      case 'f':
        this.#formula = true;
        break;
    }
  }

  #text(raw: string): void {
    if (this.#capture === 'value') this.#raw += raw;
    else if (this.#capture === 'inline') this.#inline += raw;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#capture = undefined;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'c') this.#finishCell();
    else if (name === 'row') this.#finishRow();
  }

  #finishCell(): void {
    const [text, note] = this.#read();
    if (text === '' && note === undefined) return;
    const { limits, sheet, budget } = this.#input;
    if (this.#column < 0) return;
    if (this.#column >= limits.columns) {
      throw new SpreadsheetFault({
        name: 'tooManyColumns',
        details: { sheet: sheet.name, row: this.#number, limit: limits.columns },
      });
    }
    if (--budget.left < 0) {
      throw new SpreadsheetFault({ name: 'tooManyCells', details: { limit: limits.cells } });
    }
    while (this.#cells.length <= this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    if (note !== undefined) this.#notes[this.#column] = note;
  }

  #read(): [text: string, note?: CellNote] {
    const [text, note] = this.#readTyped();
    return this.#formula && note !== 'error' && text !== '' ? [text, 'formula'] : [text, note];
  }

  #readTyped(): [text: string, note?: CellNote] {
    const raw = this.#raw;
    switch (this.#type) {
      case 's':
        return [plainText((this.#input.workbook.texts[Number(raw)] ?? '').trim())];
      case 'inlineStr':
        return [plainText(cellText(this.#inline).trim())];
      case 'str':
        return [plainText(cellText(raw).trim())];
      case 'b':
        return [raw === '' ? '' : raw === '1' ? 'TRUE' : 'FALSE'];
      case 'e':
        return ['', 'error'];
      case 'd':
        return [raw.slice(0, 10), 'date'];
      default:
        return this.#readNumber(raw);
    }
  }

  #readNumber(raw: string): [text: string, note?: CellNote] {
    if (raw === '') return [''];
    const exact = exactNumberText(raw);
    if (this.#input.workbook.dateStyles[this.#style] === true) {
      const date = excelDateText(Number(raw), this.#input.workbook.epoch1904);
      if (date !== undefined) return [date, 'date'];
    }
    return [exact, hasLostDigits(exact) ? 'lost-digits' : 'number'];
  }

  #finishRow(): void {
    const own = this.#cells.some((text) => text !== '') || Object.keys(this.#notes).length > 0;
    for (const column of this.#merges.fill(this.#number, this.#cells)) {
      this.#notes[column] = 'merged';
    }
    if (!own) return;
    if (++this.#rowCount > this.#input.limits.rows) {
      throw new SpreadsheetFault({
        name: 'tooManyRows',
        details: { sheet: this.#input.sheet.name, limit: this.#input.limits.rows },
      });
    }
    const notes = Object.keys(this.#notes).length > 0 ? { notes: this.#notes } : {};
    this.#rows.push({ number: this.#number, cells: this.#cells, ...notes });
  }
}
