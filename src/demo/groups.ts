import type { BusinessDate } from '#kernel/date.ts';
import { recognised } from './jambi.ts';
import type { DemoIds } from './ids.ts';
import { ageOn } from './population.ts';
import type { DemoPerson } from './population.ts';
import type { Random } from './random.ts';

type Sector = DemoPerson['businesses'][number]['sector'];

export interface DemoGroup {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly kecamatanCode: string;
  readonly kelurahanCode: string;
  readonly mentor: string;
  /** Monday is 1. */
  readonly weekday: number;
  readonly startTime: string;
  readonly place: string;
  readonly members: readonly DemoPerson[];
  /** Weeks before today in which its loans were paid out; null where the group saves only. */
  readonly lentWeeksAgo: number | null;
}

/** Name, sector, kecamatan, mentor, weeks since its loans; the first seven meet on Monday to Sunday with one mentor. */
const described: readonly (readonly [string, Sector, string, string, number | null])[] = [
  ['Melati Danau Sipin', 'culinary', '10', 'pendamping', 27],
  ['Dapur Telanaipura', 'culinary', '01', 'pendamping', 27],
  ['Srikandi Barajo', 'culinary', '09', 'pendamping', 26],
  ['Angso Duo Mandiri', 'other', '04', 'pendamping', 27],
  ['Kemplang Legok', 'culinary', '10', 'pendamping', 22],
  ['Anggrek Kenali', 'culinary', '01', 'pendamping', 16],
  ['Pasar Jaya Bersama', 'other', '04', 'pendamping', 26],
  ['Mawar Selatan', 'culinary', '02', 'pendamping2', 27],
  ['Talang Banjar Maju', 'culinary', '03', 'pendamping2', 26],
  ['Thehok Berkah', 'other', '02', 'pendamping2', 19],
  ['Kasang Sejahtera', 'culinary', '03', 'pendamping2', 12],
  ['Batik Seberang', 'fashion', '05', 'pendamping3', 27],
  ['Tanjung Raden Kreatif', 'other', '06', 'pendamping3', null],
  ['Olak Kemang Lestari', 'culinary', '06', 'pendamping3', 21],
  ['Kenanga Kota Baru', 'culinary', '07', 'pendamping4', 26],
  ['Handil Jaya Usaha', 'other', '08', 'pendamping4', 27],
  ['Paal Lima Bersatu', 'culinary', '07', 'pendamping4', 9],
  ['Cempaka Jelutung', 'culinary', '08', 'pendamping4', null],
  ['Eka Jaya Rasa', 'culinary', '11', 'pendamping5', 26],
  ['Mayang Mangurai Terampil', 'fashion', '09', 'pendamping5', null],
  ['Paal Merah Mandiri', 'other', '11', 'pendamping5', 6],
];

/** Groups of neighbours, mostly women of one trade; 801 people in 21 groups, nobody in two. */
export function makeGroups(
  about: { people: readonly DemoPerson[]; today: BusinessDate; ids: DemoIds },
  random: Random,
): DemoGroup[] {
  const sizes = groupSizes(random);
  const taken = new Set<string>();
  return described.map(([name, sector, kecamatan, mentor, lentWeeksAgo], index) => {
    const kecamatanCode = `15.71.${kecamatan}`;
    const members = chooseMembers(
      { ...about, sector, kecamatanCode, size: sizes[index] ?? 0, taken },
      random,
    );
    for (const member of members) taken.add(member.id);
    const ketua = members[0];
    if (!ketua) throw new Error(`the group ${name} found no members`);
    return {
      id: about.ids.next(),
      name,
      sector,
      kecamatanCode,
      kelurahanCode: ketua.kelurahanCode,
      mentor,
      weekday: (index % 7) + 1,
      startTime: random.pick(['08:30', '09:00', '10:00', '13:30', '14:00']),
      place: `Rumah Bu ${ketua.name.replace(/^Hj?\. /, '').split(' ')[0]}, ${ketua.address?.split(' RT ')[0] ?? ''}`,
      members,
      lentWeeksAgo,
    };
  });
}

/** Sizes around 38 that add up to the published number of members. */
function groupSizes(random: Random): number[] {
  const { groups, members } = recognised;
  const sizes = Array.from({ length: groups }, () => Math.floor(members / groups));
  sizes.forEach((_, index) => {
    const other = random.below(groups);
    const moved = random.between(0, 3);
    if (other === index) return;
    sizes[index] = (sizes[index] ?? 0) - moved;
    sizes[other] = (sizes[other] ?? 0) + moved;
  });
  for (let left = members - sizes.reduce((a, b) => a + b, 0); left > 0; left -= 1) {
    sizes[left] = (sizes[left] ?? 0) + 1;
  }
  return sizes;
}

function chooseMembers(
  wanted: {
    people: readonly DemoPerson[];
    today: BusinessDate;
    sector: Sector;
    kecamatanCode: string;
    size: number;
    taken: ReadonlySet<string>;
  },
  random: Random,
): DemoPerson[] {
  const neighbours = wanted.people.filter(
    (person) =>
      person.kelurahanCode.startsWith(wanted.kecamatanCode) &&
      !wanted.taken.has(person.id) &&
      ageOn(person, wanted.today) < 62,
  );
  const trade = neighbours.filter(
    (person) => person.sex === 'female' && person.businesses[0]?.sector === wanted.sector,
  );
  const others = neighbours.filter(
    (person) => person.sex === 'female' && person.businesses[0]?.sector !== wanted.sector,
  );
  const chosen = random.shuffled(trade).slice(0, Math.ceil(wanted.size * 0.8));
  return [...chosen, ...random.shuffled(others).slice(0, wanted.size - chosen.length)];
}
