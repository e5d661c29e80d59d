import type { Values } from './column.ts';
import { TextPool } from './text-pool.ts';

/** Says how far two values of a field agree, by their numbers; both are there and they are not the same. */
export type Compare = (a: number, b: number) => number;

/**
 * A given name or surname.
 * 5 the same in modern spelling, or a slip apart · 4 nearly · 3 the same sound, a short form or an initial · 2 distantly · 1 other
 */
export function compareNames(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code, other } = values;
  return (a, b) => {
    if (other[a] === other[b]) return 5;
    const shorter = Math.min(texts.length(a), texts.length(b));
    if (shorter === 1) return texts.prefix(a, b) === 1 ? 3 : 1;
    if (texts.bestJaroWinkler(a, b) < 0.8 && code[a] !== code[b]) return 1;
    const likeness = texts.jaroWinkler(a, b);
    if (likeness >= 0.86 && shorter >= 4 && texts.distance(a, b, 1) === 1) return 5;
    if (likeness >= 0.92) return 4;
    if (code[a] === code[b] || (shorter >= 3 && texts.prefix(a, b) === shorter)) return 3;
    return likeness >= 0.8 || (shorter >= 4 && texts.letters(a, b) >= 0.8) ? 2 : 1;
  };
}

/**
 * A birth date.
 * 6 day and month exchanged, or one not known · 5 one digit other · 4 two of day, month and year the same ·
 * 3 less than six weeks apart · 2 less than a year apart, or the same day of another year · 1 other
 */
export function compareBirthDates({ code }: Values): Compare {
  return (a, b) => {
    const one = code[a]!;
    const two = code[b]!;
    const y1 = (one / 10_000) | 0;
    const y2 = (two / 10_000) | 0;
    const m1 = ((one / 100) | 0) % 100;
    const m2 = ((two / 100) | 0) % 100;
    const d1 = one % 100;
    const d2 = two % 100;
    if (y1 === y2 && d1 === m2 && m1 === d2) return 6;
    if (y1 === y2 && (m1 === 0 || m2 === 0)) return 4;
    if (y1 === y2 && m1 === m2 && (d1 === 0 || d2 === 0)) return 6;
    const same = (y1 === y2 ? 1 : 0) + (m1 === m2 ? 1 : 0) + (d1 === d2 ? 1 : 0);
    const slips = digitsApart(one, two);
    if (slips === 1 && same === 2) return 5;
    if (same === 2) return 4;
    const days = Math.abs((y1 - y2) * 365 + (m1 - m2) * 30.4 + (d1 - d2));
    if (days < 42) return 3;
    return days < 366 || slips === 2 || (y1 === y2 && same >= 1) ? 2 : 1;
  };
}

/** Digits that differ; two neighbours exchanged count as one. */
function digitsApart(one: number, two: number): number {
  let apart = 0;
  let lastA = -1;
  let lastB = -2;
  for (let a = one, b = two; a > 0 || b > 0; a = (a / 10) | 0, b = (b / 10) | 0) {
    const x = a % 10;
    const y = b % 10;
    const isExchanged = x === lastB && y === lastA;
    if (x !== y && !isExchanged) apart++;
    lastA = x !== y && !isExchanged ? x : -1;
    lastB = x !== y && !isExchanged ? y : -2;
  }
  return apart;
}

/** A phone. 3 one digit other, or one without its area code · 2 the same but for the last four digits · 1 other */
export function comparePhones(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code, other } = values;
  return (a, b) => {
    if (code[a] === code[b] || texts.distance(a, b, 1) === 1) return 3;
    return other[a] === other[b] ? 2 : 1;
  };
}

/** A national number. 4 one digit other · 3 two digits · 2 the same beginning (place and day of birth of a NIK) or end · 1 other */
export function compareNationalIds(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code, other } = values;
  return (a, b) => {
    const slips = texts.distance(a, b, 2);
    if (slips <= 2) return 5 - slips;
    return code[a] === code[b] || other[a] === other[b] ? 2 : 1;
  };
}

/** A house's number. 2 one character other, or the same digits · 1 other */
export function compareHouseNumbers(values: Values): Compare {
  const texts = new TextPool(values.texts);
  return (a, b) => {
    if (Math.min(texts.length(a), texts.length(b)) < 2) return 1;
    return texts.distance(a, b, 1) === 1 ? 2 : 1;
  };
}

/** A place. 3 a slip apart or the same sound · 2 alike · 1 other */
export function comparePlaces(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code } = values;
  return (a, b) => {
    if (code[a] === code[b]) return 3;
    const shorter = Math.min(texts.length(a), texts.length(b));
    if (texts.bestJaroWinkler(a, b) < 0.82) return 1;
    const likeness = texts.jaroWinkler(a, b);
    if (likeness >= 0.92 || (shorter >= 5 && texts.distance(a, b, 2) <= 2)) return 3;
    if (shorter >= 4 && texts.prefix(a, b) === shorter) return 2;
    return likeness >= 0.82 || (shorter >= 4 && texts.letters(a, b) >= 0.8) ? 2 : 1;
  };
}

/** A postcode. 3 one digit other or two exchanged · 2 all but the last two the same · 1 other */
export function comparePostcodes(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code } = values;
  return (a, b) => {
    if (texts.distance(a, b, 1) === 1) return 3;
    return code[a] === code[b] ? 2 : 1;
  };
}

/** An address of mail. 4 the same before the @ · 3 up to two letters other · 2 alike · 1 other */
export function compareEmails(values: Values): Compare {
  const texts = new TextPool(values.texts);
  const { code } = values;
  return (a, b) => {
    if (code[a] === code[b]) return 4;
    if (texts.bestJaroWinkler(a, b) < 0.75) return 1;
    const likeness = texts.jaroWinkler(a, b);
    if (likeness < 0.75) return 1;
    if (texts.distance(a, b, 2) <= 2) return 3;
    return likeness >= 0.9 || texts.letters(a, b) >= 0.9 ? 2 : 1;
  };
}

export function compareEqual(): Compare {
  return () => 1;
}
