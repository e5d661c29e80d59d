/** What a column holds, so that two of its values are compared as such things are. */
export const fieldKinds = [
  'name',
  'full-name',
  'birth-date',
  'sex',
  'phone',
  'national-id',
  'address',
  'house-number',
  'place',
  'postcode',
  'email',
  'text',
  'category',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** A level of agreement between two values of one field. 0 and 1 mean the same everywhere; higher agrees more. */
export const missing = 0;
export const differs = 1;

/** The highest level of each kind: the two values are the same. */
export const sameLevel: Readonly<Record<FieldKind, number>> = {
  name: 6,
  'full-name': 6,
  'birth-date': 7,
  sex: 2,
  phone: 4,
  'national-id': 5,
  address: 5,
  'house-number': 3,
  place: 4,
  postcode: 4,
  email: 5,
  text: 5,
  category: 2,
};

/** No kind has more levels than this, `missing` included. */
export const mostLevels = 8;
