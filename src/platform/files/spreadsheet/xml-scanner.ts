import { SpreadsheetFault } from './fault.ts';

export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string): void;
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Resolves the five named entities and character numbers; anything else stays as written. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntities[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** One attribute of a tag by its local name, decoded; undefined when absent. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(`${name}=`, from);
    if (at < 0) return undefined;
    const before = at === 0 ? ' ' : attributes[at - 1]!;
    const quote = attributes[at + name.length + 1];
    if ((before === ' ' || before === ':' || before < ' ') && (quote === '"' || quote === "'")) {
      const start = at + name.length + 2;
      const end = attributes.indexOf(quote, start);
      return end < 0 ? undefined : decodeEntities(attributes.slice(start, end));
    }
    from = at + name.length;
  }
}

/**
 * A push scanner for the machine-written XML inside XLSX files: tags, text, CDATA. It knows no DTD, so an external
 * or nested entity can do nothing; a document that declares one is refused.
 */
export class XmlScanner {
  #rest = '';
  readonly #part: string;
  readonly #handler: XmlHandler;

  constructor(part: string, handler: XmlHandler) {
    this.#part = part;
    this.#handler = handler;
  }

  write(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) this.#handler.text(text.slice(at, open));
      const end = this.#markup(text, open);
      if (end < 0) {
        at = open;
        break;
      }
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > 1_000_000) throw this.#damaged();
  }

  end(): void {
    if (this.#rest.includes('<')) throw this.#damaged();
  }

  /** Handles what starts at `open`; answers where it ends, or -1 when more text is needed. */
  #markup(text: string, open: number): number {
    const next = text[open + 1];
    if (next === undefined) return -1;
    if (next === '!') return this.#declaration(text, open);
    if (next === '?') return after(text, '?>', open);
    const close = tagEnd(text, open);
    if (close < 0) return -1;
    if (next === '/') {
      this.#handler.close(localName(text.slice(open + 2, close).trimEnd()));
      return close + 1;
    }
    const selfClosing = text[close - 1] === '/';
    const inside = text.slice(open + 1, selfClosing ? close - 1 : close);
    const gap = inside.search(/\s/);
    const name = localName(gap < 0 ? inside : inside.slice(0, gap));
    this.#handler.open(name, gap < 0 ? '' : inside.slice(gap));
    if (selfClosing) this.#handler.close(name);
    return close + 1;
  }

  #declaration(text: string, open: number): number {
    const head = text.slice(open, open + 9);
    if (head.startsWith('<!--')) return after(text, '-->', open);
    if ('<![CDATA['.startsWith(head) && head.length < 9) return -1;
    if (head !== '<![CDATA[') throw this.#damaged();
    const end = text.indexOf(']]>', open);
    if (end < 0) return -1;
    this.#handler.text(text.slice(open + 9, end).replaceAll('&', '&amp;'));
    return end + 3;
  }

  #damaged(): SpreadsheetFault {
    return new SpreadsheetFault({ name: 'damaged', details: { part: this.#part } });
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The `>` that ends the tag, skipping any inside quotes. */
function tagEnd(text: string, open: number): number {
  let quote = 0;
  for (let i = open + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  return -1;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
