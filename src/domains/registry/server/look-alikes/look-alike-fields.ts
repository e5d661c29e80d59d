/** What of a person is compared, in the order `readPeople` gives it. */
export const lookAlikeFields = [
  { column: 'name', as: 'full-name' },
  { column: 'born', as: 'birth-date' },
  { column: 'sex', as: 'sex' },
  { column: 'phone', as: 'phone' },
  { column: 'nik', as: 'national-id' },
  { column: 'kelurahan', as: 'place' },
  { column: 'address', as: 'address' },
  { column: 'business', as: 'text' },
] as const;

/** Less likely pairs cost more of an officer's time than they find; nobody decides more than two thousand at once. */
export const chancesKept = { least: 0.3, most: 2000 } as const;
