/**
 * Splits delimited text into rows of cells as it comes, in pieces of any size: quoted cells with doubled quotes and line
 * breaks in them, rows ended by LF, CRLF or CR, spaces around cells. The delimiter is the commonest of `, ; tab |` in the first
 * line. Rows without any text are left out.
 */
export class DelimitedRows {
  readonly #take: (cells: string[]) => void;
  #held = '';
  #delimiter = '';

  constructor(take: (cells: string[]) => void) {
    this.#take = take;
  }

  push(text: string): void {
    this.#held = this.#held === '' ? text : this.#held + text;
    this.#read(false);
  }

  end(): void {
    if (this.#held !== '') this.#read(true);
    this.#held = '';
  }

  #read(isEnd: boolean): void {
    const text = this.#held;
    if (this.#delimiter === '') {
      const firstLine = /[\r\n]/.exec(text);
      if (firstLine === null && !isEnd) return;
      this.#delimiter = commonestDelimiter(text.slice(0, firstLine?.index ?? text.length));
    }
    let from = 0;
    for (;;) {
      const next = this.#row(text, from, isEnd);
      if (next < 0) break;
      from = next;
    }
    this.#held = text.slice(from);
  }

  /** Reads a row. @returns where the next begins; -1 when this one is not all here */
  #row(text: string, from: number, isEnd: boolean): number {
    if (from >= text.length) return -1;
    const cells: string[] = [];
    let at = from;
    let isEmpty = true;
    for (;;) {
      const cell = this.#cell(text, at, isEnd);
      if (cell === null) return -1;
      cells.push(cell.text);
      if (cell.text !== '') isEmpty = false;
      at = cell.end;
      if (at >= text.length || text[at] !== this.#delimiter) break;
      at++;
    }
    // A carriage return that ends the piece may have its line feed in the next.
    if (at >= text.length && !isEnd) return -1;
    if (text[at] === '\r' && at + 1 >= text.length && !isEnd) return -1;
    const end = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
    if (!isEmpty) this.#take(cells);
    return end;
  }

  #cell(text: string, from: number, isEnd: boolean): { text: string; end: number } | null {
    let at = from;
    while (text[at] === ' ') at++;
    if (text[at] === '"') return this.#quoted(text, at + 1, isEnd);
    while (at < text.length && !this.#ends(text, at)) at++;
    return { text: text.slice(from, at).trim(), end: at };
  }

  #quoted(text: string, from: number, isEnd: boolean): { text: string; end: number } | null {
    for (let at = from; ; at += 2) {
      at = text.indexOf('"', at);
      if (at < 0) return isEnd ? { text: text.slice(from).trim(), end: text.length } : null;
      if (at + 1 >= text.length && !isEnd) return null;
      if (text[at + 1] === '"') continue;
      let end = at + 1;
      while (end < text.length && !this.#ends(text, end)) end++;
      const inside = text.slice(from, at).replace(/""/g, '"');
      return { text: (inside + text.slice(at + 1, end)).trim(), end };
    }
  }

  #ends(text: string, at: number): boolean {
    const letter = text[at];
    return letter === this.#delimiter || letter === '\n' || letter === '\r';
  }
}

function commonestDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length,
  }));
  return counts.sort((one, other) => other.count - one.count)[0]!.delimiter;
}
