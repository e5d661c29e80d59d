import { Chance } from '#domains/registry/linkage/chance.ts';

/** Records of imagined people of an Indonesian city, some several times and with the errors lists have. Nobody is real. */
export interface ImaginedRecord {
  readonly id: string;
  readonly person: number;
  readonly cells: readonly string[];
}

export const imaginedFields = [
  { column: 'nama', as: 'full-name' },
  { column: 'lahir', as: 'birth-date' },
  { column: 'jk', as: 'sex' },
  { column: 'telepon', as: 'phone' },
  { column: 'nik', as: 'national-id' },
  { column: 'alamat', as: 'address' },
  { column: 'kelurahan', as: 'place' },
] as const;

const given =
  'Siti Sri Nur Dewi Rina Ani Wati Yuni Lestari Endang Ratna Fitri Maya Indah Sari Budi Agus Eko Joko Slamet Bambang Hendra Rudi Ahmad Muhammad Abdul Iwan Dedi Yusuf Ismail Aminah Fatimah Khadijah Zainab Halimah Mariam Rohani Suryani Kartini Wahyuni Sulastri Sumiati Suparmi Tuti Yanti Hartini'.split(
    ' ',
  );
const family =
  'Rahayu Susanti Wulandari Handayani Utami Puspita Kusuma Wijaya Santoso Setiawan Hidayat Nugroho Saputra Pratama Sukarno Suharto Hasan Husein Siregar Nasution Harahap Lubis Simanjuntak Sitompul Manurung Tanjung Chaniago Piliang Daulay Ginting Sembiring Tarigan Pane Purba Saragih Marpaung Hutagalung Napitupulu Zulkarnain Syahputra Maulana Ramadhan Firdaus Anwar Effendi Basri Djamil Gunawan Halim Irawan'.split(
    ' ',
  );
const streets =
  'Melati Mawar Anggrek Kenanga Cempaka Dahlia Flamboyan Sudirman Diponegoro Gajah Mada Pattimura Hasanuddin Kartini Merdeka Pahlawan Veteran Pemuda Mangga Rambutan Durian Kelapa Beringin Cendana Jati Akasia'.split(
    ' ',
  );
const syllables = 'ba ci da ga ja ka la ma na pa ra sa ta wa yu ri su mo le ke'.split(' ');

/** @param people how many; about a third have a second record, a few up to five */
export function imaginePeople(people: number, seed: number): ImaginedRecord[] {
  const chance = new Chance(seed);
  const records: ImaginedRecord[] = [];
  for (let person = 0; person < people; person++) {
    const truth = personOf(chance, person);
    const extra = chance.next() < 0.65 ? 0 : 1 + Math.floor(chance.next() ** 3 * 4);
    for (let copy = 0; copy <= extra; copy++) {
      const cells = copy === 0 ? truth : withErrors(truth, chance);
      records.push({ id: `r${person}-${copy}`, person, cells });
    }
  }
  for (let at = records.length - 1; at > 0; at--) {
    const other = chance.below(at + 1);
    [records[at], records[other]] = [records[other]!, records[at]!];
  }
  return records;
}

function personOf(chance: Chance, person: number): string[] {
  const pick = (from: readonly string[]) => from[Math.floor(chance.next() ** 1.6 * from.length)]!;
  // A part of all family names is rare, as names are.
  const rare = () => {
    const text = Array.from({ length: 3 }, () => pick(syllables)).join('');
    return text[0]!.toUpperCase() + text.slice(1);
  };
  const isWoman = chance.next() < 0.6;
  const names = [pick(given), chance.next() < 0.35 ? rare() : pick(family)];
  if (chance.next() < 0.3) names.splice(1, 0, pick(given));
  if (chance.next() < 0.12) names.splice(1);
  const [year, month, day] = [1950 + chance.below(55), 1 + chance.below(12), 1 + chance.below(28)];
  const two = (value: number) => String(value).padStart(2, '0');
  const kelurahan = chance.below(68);
  const nik = `9999${two(1 + (kelurahan % 11))}${two(isWoman ? day + 40 : day)}${two(month)}${two(year % 100)}${String(1 + (person % 9999)).padStart(4, '0')}`;
  return [
    names.join(' '),
    `${year}-${two(month)}-${two(day)}`,
    isWoman ? 'P' : 'L',
    chance.next() < 0.75 ? `08${String(1_000_000_000 + chance.below(8_999_999_999))}` : '',
    chance.next() < 0.7 ? nik : '',
    `Jl. ${pick(streets)} No. ${1 + chance.below(120)} RT ${two(1 + chance.below(30))}`,
    `${pick(streets)} ${kelurahan % 9}`,
  ];
}

function withErrors(truth: readonly string[], chance: Chance): string[] {
  const [name = '', born = '', sex = '', phone = '', nik = '', address = '', place = ''] = truth;
  const maybe = (share: number, yes: () => string, no: string) =>
    chance.next() < share ? yes() : no;
  return [
    maybe(
      0.25,
      () => slip(name, chance),
      maybe(0.35, () => otherwiseWritten(name, chance), name),
    ),
    maybe(
      0.08,
      () => '',
      maybe(0.12, () => wrongDate(born, chance), born),
    ),
    maybe(0.1, () => '', sex),
    maybe(
      0.3,
      () => '',
      maybe(
        0.15,
        () => slip(phone, chance),
        phone.replace(
          /^0/,
          maybe(0.3, () => '+62', '0'),
        ),
      ),
    ),
    maybe(
      0.4,
      () => '',
      maybe(0.1, () => slip(nik, chance), nik),
    ),
    maybe(
      0.2,
      () => '',
      address.replace(
        'Jl.',
        maybe(0.5, () => 'Jalan', 'Jln'),
      ),
    ),
    maybe(
      0.15,
      () => '',
      maybe(0.15, () => slip(place, chance), `Kel. ${place}`),
    ),
  ];
}

function otherwiseWritten(name: string, chance: Chance): string {
  const words = name.split(' ');
  switch (chance.below(5)) {
    case 0:
      return `Ibu ${name}`;
    case 1:
      return name.toUpperCase();
    case 2:
      return words.length > 1 ? words.slice(0, -1).join(' ') : `Hj. ${name}`;
    case 3:
      return [...words].reverse().join(' ');
    default:
      return name.replace('Muhammad', 'Moh.').replace(/u/, 'oe').replace(/y/, 'j');
  }
}

function wrongDate(born: string, chance: Chance): string {
  const [year, month, day] = born.split('-');
  if (chance.next() < 0.4) return `${month}/${day}/${year}`;
  return slip(born.replace(/-/g, ''), chance);
}

/** One letter left out, doubled, changed, or exchanged with the next. */
function slip(text: string, chance: Chance): string {
  if (text.length < 2) return text;
  const at = chance.below(text.length - 1);
  const other = /\d/.test(text[at]!) ? String(chance.below(10)) : 'aeioutrsn'[chance.below(9)]!;
  return [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text[at]! + text.slice(at),
    text.slice(0, at) + other + text.slice(at + 1),
    text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2),
  ][chance.below(4)]!;
}
