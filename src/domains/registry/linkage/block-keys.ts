import type { Column, Dataset, Values } from './column.ts';
import type { FieldKind } from './field-kind.ts';
import { hashOf, joinHash } from './fold.ts';

/** A part of what a record says, by which records may be brought together. */
export interface BlockKey {
  readonly name: string;
  readonly field: number;
  /** In how many of a hundred true pairs the two are expected to share it, both having the field. */
  readonly holds: number;
  /** Per value a hash; 0 where there is none. */
  readonly of: Uint32Array;
}

type Maker = (
  values: Values,
) => readonly (readonly [name: string, holds: number, of: Uint32Array])[];

const exact = (values: Values, holds: number) =>
  ['same', holds, perValue(values, (value) => value)] as const;

const makers: Readonly<Record<FieldKind, Maker>> = {
  name: (values) => [
    ['sound', 82, values.code],
    ['beginning', 88, perValue(values, (value) => beginning(values, { value, letters: 3 }))],
    exact(values, 72),
  ],
  'full-name': (values) => [
    ['sound', 68, values.code],
    ['rarest word', 76, rareWord(values, 0)],
    ['second rarest word', 66, rareWord(values, 1)],
    ['first word', 75, wordAt(values, 'first')],
    ['last word', 65, wordAt(values, 'last')],
  ],
  'birth-date': (values) => [
    exact(values, 72),
    ['day and month in any order', 76, perValue(values, (value) => anyOrder(values.code[value]!))],
    ['year and month', 84, perValue(values, (value) => Math.trunc(values.code[value]! / 100))],
    ['day and month', 83, perValue(values, (value) => (values.code[value]! % 10_000) + 1)],
    ['year', 90, perValue(values, (value) => Math.trunc(values.code[value]! / 10_000))],
  ],
  sex: (values) => [exact(values, 96)],
  phone: (values) => [
    ['last seven digits', 72, values.code],
    ['all but the last four', 82, values.other],
  ],
  'national-id': (values) => [
    exact(values, 80),
    ['first part', 88, values.code],
    ['last part', 88, values.other],
  ],
  address: (values) => [
    ['rarest word', 76, rareWord(values, 0)],
    ['second rarest word', 70, rareWord(values, 1)],
    ['sound', 62, values.code],
  ],
  'house-number': (values) => [exact(values, 82)],
  place: (values) => [
    ['sound', 82, values.code],
    ['beginning', 88, values.other],
  ],
  postcode: (values) => [exact(values, 82), ['first part', 88, values.code]],
  email: (values) => [
    exact(values, 76),
    ['before the @', 80, values.code],
    ['domain', 84, values.other],
  ],
  text: (values) => [
    ['rarest word', 72, rareWord(values, 0)],
    ['second rarest word', 66, rareWord(values, 1)],
    ['sound', 64, values.code],
  ],
  category: (values) => [exact(values, 88)],
};

/** Every key of every column, in the order of the columns. */
export function blockKeys({ columns }: Dataset): BlockKey[] {
  return columns.flatMap(({ kind, values }, field) =>
    makers[kind](values).map(([name, holds, of]) => ({ name, field, holds: holds / 100, of })),
  );
}

/** Both names whichever stands first, for every two columns of names. */
export function exchangedNames({
  columns,
}: Dataset): { fields: [number, number]; columns: [Column, Column] }[] {
  const names = columns.flatMap((column, field) =>
    column.kind === 'name' ? [{ column, field }] : [],
  );
  return names.flatMap((one, at) =>
    names.slice(at + 1).map((other) => ({
      fields: [one.field, other.field] as [number, number],
      columns: [one.column, other.column] as [Column, Column],
    })),
  );
}

function perValue({ code }: Values, numberOf: (value: number) => number): Uint32Array {
  const hashes = new Uint32Array(code.length);
  for (let value = 1; value < hashes.length; value++) {
    const number = numberOf(value);
    hashes[value] = number === 0 ? 0 : joinHash(1, number);
  }
  return hashes;
}

function beginning({ texts }: Values, of: { value: number; letters: number }): number {
  const { chars, start } = texts;
  let text = '';
  for (let at = start[of.value]!; at < start[of.value + 1]! && text.length < of.letters; at++)
    text += String.fromCharCode(chars[at]!);
  return hashOf(text);
}

function anyOrder(date: number): number {
  const [month, day] = [Math.trunc(date / 100) % 100, date % 100];
  return Math.trunc(date / 10_000) * 10_000 + Math.min(month, day) * 100 + Math.max(month, day);
}

function rareWord({ words, wordsAt, wordCode, wordCount, code }: Values, rank: 0 | 1): Uint32Array {
  const hashes = new Uint32Array(code.length);
  const rarer = (one: number, other: number) =>
    wordCount[one]! - wordCount[other]! || wordCode[one]! - wordCode[other]!;
  for (let value = 1; value < hashes.length; value++) {
    let [first, second] = [-1, -1];
    for (let at = wordsAt[value]!; at < wordsAt[value + 1]!; at++) {
      const word = words[at]!;
      if (first < 0 || rarer(word, first) < 0) [first, second] = [word, first];
      else if (second < 0 || rarer(word, second) < 0) second = word;
    }
    const chosen = rank === 0 ? first : second;
    hashes[value] = chosen < 0 ? 0 : wordCode[chosen]!;
  }
  return hashes;
}

function wordAt({ words, wordsAt, wordCode, code }: Values, which: 'first' | 'last'): Uint32Array {
  const hashes = new Uint32Array(code.length);
  for (let value = 1; value < hashes.length; value++) {
    const [from, until] = [wordsAt[value]!, wordsAt[value + 1]!];
    if (until > from) hashes[value] = wordCode[words[which === 'first' ? from : until - 1]!]!;
  }
  return hashes;
}
