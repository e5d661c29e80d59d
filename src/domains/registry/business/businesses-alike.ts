import type { Words } from '#kernel/words.ts';
import { editDistance } from '../edit-distance.ts';
import { alike } from '../import/person-index.ts';
import { fold, wordsOf } from '../linkage/fold.ts';
import { modernSpelling, soundOf } from '../linkage/sound.ts';

/** What two records of a business have in common, and where they part. */
export const pairGrounds = {
  'owner-same': { id: 'pemilik sama', en: 'same owner' },
  'owner-alike': { id: 'nama pemilik mirip', en: 'owners’ names alike' },
  'phone-same': { id: 'telepon pemilik sama', en: 'owners’ telephone the same' },
  'name-same': { id: 'nama usaha sama', en: 'same name' },
  'name-alike': { id: 'nama usaha mirip', en: 'names alike' },
  'name-part': { id: 'nama yang satu bagian dari yang lain', en: 'one name is part of the other' },
  'name-product': {
    id: 'nama yang satu adalah produk yang lain',
    en: 'the name of one is the product of the other',
  },
  'address-same': { id: 'alamat sama', en: 'same address' },
  'place-same': { id: 'kelurahan sama', en: 'same kelurahan' },
  'place-other': { id: 'kelurahan berbeda', en: 'different kelurahan' },
} as const satisfies Record<string, Words>;

export type PairGround = keyof typeof pairGrounds;

export const pairGroundNames = Object.keys(pairGrounds) as PairGround[];

/** A business as it is compared. */
export interface BusinessRecord {
  readonly id: string;
  /** The living person it is registered under: of records made one, the one they lead to. */
  readonly ownerId: string;
  readonly ownerKey: string;
  readonly phone: string | null;
  readonly name: string;
  readonly product: string | null;
  readonly kelurahanCode: string | null;
  readonly address: string | null;
}

export interface AlikePair {
  /** Places in the list, the later first. */
  readonly row: number;
  readonly other: number;
  readonly grounds: readonly PairGround[];
}

const weights: Readonly<Record<PairGround, number>> = {
  'owner-same': 4,
  'phone-same': 3,
  'address-same': 2,
  'owner-alike': 2,
  'name-same': 3,
  'name-alike': 2,
  'name-part': 1,
  'name-product': 1,
  'place-same': 1,
  'place-other': -2,
};

/** So many that share an address and kelurahan are a market; so many of one name there, a way of calling a stall. */
const largestBlock = 60;

/**
 * Records that may be one business, the likeliest first: by owner, name and place (`registry.md`). The NIB says nothing here,
 * for it is of the owner, whatever she runs.
 *
 * Weights are not learned: what most pairs of one owner have in common is the owner, so that expectation and maximisation
 * would find people again.
 */
export function findAlikeBusinesses(
  list: readonly BusinessRecord[],
  most: number,
): readonly AlikePair[] {
  const read = list.map(readBusiness);
  const found = new Map<string, AlikePair & { readonly weight: number }>();
  for (const rows of blocksOf(read))
    for (let i = 1; i < rows.length; i++)
      for (let j = 0; j < i; j++) {
        const [row, other] = [rows[i]!, rows[j]!];
        const key = `${row} ${other}`;
        if (found.has(key)) continue;
        const grounds = compareBusinesses(read[row]!, read[other]!);
        if (grounds === null) continue;
        const weight = grounds.reduce((sum, ground) => sum + weights[ground], 0);
        found.set(key, { row, other, grounds, weight });
      }
  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || a.row - b.row || a.other - b.other)
    .slice(0, most)
    .map(({ row, other, grounds }) => ({ row, other, grounds }));
}

interface ReadBusiness extends BusinessRecord {
  readonly words: readonly string[];
  /** The words in order without gaps, as a slip of the pen is looked for. */
  readonly letters: string;
  readonly products: string;
  readonly street: string;
}

/** What a business is rather than which: left out of a name unless nothing else is there. */
const kinds = new Set(
  (
    'warung toko kedai kios usaha ud cv pt umkm ukm rumah makan rm depot dapur gerai katering catering produksi produk aneka ' +
    'kelompok bu ibu pak bapak mbak mas hj h dan'
  ).split(' '),
);

function readBusiness(business: BusinessRecord): ReadBusiness {
  const all = wordsOf(fold(business.name)).map(modernSpelling);
  const own = all.filter((word) => !kinds.has(word));
  const words = [...new Set(own.length > 0 ? own : all)].sort();
  return {
    ...business,
    words,
    letters: (own.length > 0 ? own : all).join(''),
    products: lettersOf(business.product),
    street: lettersOf(business.address),
  };
}

const lettersOf = (text: string | null) =>
  wordsOf(fold(text ?? ''))
    .map(modernSpelling)
    .join('');

/** Rows that are worth comparing with one another: of one owner, one telephone, one address, one name in one kelurahan. */
function blocksOf(list: readonly ReadBusiness[]): number[][] {
  const blocks = new Map<string, number[]>();
  list.forEach((one, row) => {
    const place = one.kelurahanCode ?? '';
    const keys = [
      `owner ${one.ownerId}`,
      one.phone && `phone ${one.phone}`,
      one.street.length > 5 && `address ${place} ${one.street}`,
      `name ${place} ${one.words.map(soundOf).sort().join(' ')}`,
    ];
    for (const key of keys) {
      if (!key) continue;
      const block = blocks.get(key);
      if (block) block.push(row);
      else blocks.set(key, [row]);
    }
  });
  return [...blocks.values()].filter(({ length }) => length > 1 && length <= largestBlock);
}

/** Why two may be one; null where they are not worth anybody's time. */
function compareBusinesses(one: ReadBusiness, other: ReadBusiness): PairGround[] | null {
  const name = compareNames(one, other);
  if (name === null) return null;
  const owner = compareOwners(one, other);
  const address = one.street.length > 5 && one.street === other.street;
  const placed = one.kelurahanCode !== null && other.kelurahanCode !== null;
  const elsewhere = placed && one.kelurahanCode !== other.kelurahanCode;
  const where: PairGround[] = elsewhere
    ? ['place-other']
    : [...(address ? (['address-same'] as const) : []), ...(placed ? ['place-same' as const] : [])];
  const wholly = name === 'name-same' || name === 'name-alike';
  if (owner.includes('owner-same')) {
    // Under one owner in two kelurahan only the very name tells of one business rather than a second.
    if (elsewhere && name !== 'name-same') return null;
    return [...owner, name, ...where];
  }
  const linked = owner.length > 0 || (address && !elsewhere);
  // Somebody else's of the same name next door is somebody else's, unless telephone, address or her own name says more.
  if (!linked || elsewhere) return null;
  // A name she shares with another does not outweigh another telephone and another street.
  const apart = differ(one.phone, other.phone) && differ(one.street, other.street);
  if (apart && one.ownerKey !== other.ownerKey) return null;
  if (!wholly && !owner.includes('phone-same') && !address) return null;
  return [...owner, name, ...where];
}

function compareOwners(one: ReadBusiness, other: ReadBusiness): PairGround[] {
  if (one.ownerId === other.ownerId) return ['owner-same'];
  const grounds: PairGround[] = [];
  if (alike(one.ownerKey, other.ownerKey)) grounds.push('owner-alike');
  if (one.phone !== null && one.phone === other.phone) grounds.push('phone-same');
  return grounds;
}

function compareNames(one: ReadBusiness, other: ReadBusiness): PairGround | null {
  if (one.words.join(' ') === other.words.join(' ')) return 'name-same';
  const limit = Math.max(1, Math.floor(Math.min(one.letters.length, other.letters.length) / 6));
  if (editDistance(one.letters, other.letters, limit) <= limit) return 'name-alike';
  const sounds = [one, other].map(({ words }) => words.map(soundOf).sort().join(' '));
  if (sounds[0] === sounds[1]) return 'name-alike';
  const [fewer, more] = one.words.length <= other.words.length ? [one, other] : [other, one];
  const within = fewer.words.every((word) =>
    more.words.some(
      (long) => long === word || (word.length > 4 && editDistance(word, long, 1) < 2),
    ),
  );
  if (within) return 'name-part';
  const names = one.letters === other.products || other.letters === one.products;
  return names ? 'name-product' : null;
}

const differ = (one: string | null, other: string | null) =>
  Boolean(one) && Boolean(other) && one !== other;
