import { parseRupiah } from '#kernel/money.ts';

/** How the text of a field came about: key by key, from the clipboard, or by taking away. */
export type Entry = 'typed' | 'pasted' | 'deleted';

/**
 * What stands in a field for money after something was entered: digits get their points, and whatever else was entered
 * (a comma, a minus, cents behind a point) stays as it is, so that it is refused in words and never read as another
 * amount: `2.000.000,50` is not `200.000.050`.
 */
export function typedAmount(text: string, entry: Entry): string {
  if (entry === 'pasted') {
    const read = parseRupiah(text);
    return read.ok ? dotted(read.value.toString()) : text;
  }
  if (!/^[\d.]*$/.test(text)) return text;
  // A point of one's own, or what follows it, is not ours yet: three digits make it a group, two could be cents.
  if (entry === 'typed' && /\.\d{0,2}$/.test(text)) return text;
  return dotted(text.replaceAll('.', '').replace(/^0+(?=\d)/, ''));
}

/** How a browser's input event says it. */
export function entryOf(event: Event): Entry {
  if (!(event instanceof InputEvent)) return 'typed';
  if (event.inputType.startsWith('delete')) return 'deleted';
  return /Paste|Drop|Replacement/.test(event.inputType) ? 'pasted' : 'typed';
}

/** Digits in groups of three. */
export function dotted(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}
