import type { BusinessDate } from '#kernel/date.ts';
import { addDays, diffDays } from '#kernel/date.ts';
import type { RegisterPeople } from '#domains/registry/people-input.ts';
import type { Region } from '#domains/registry/server/index.ts';
import type { DemoIds } from './ids.ts';
import { businessesByKecamatan, businessesBySector } from './jambi.ts';
import { address, callName, personName } from './names.ts';
import type { Sex } from './names.ts';
import type { Random } from './random.ts';
import { shopWords, trades } from './trades.ts';

export type DemoPerson = RegisterPeople['people'][number];
type Business = DemoPerson['businesses'][number];
type Sector = Business['sector'];

/** How many owners in a hundred have a second business: one person, counted once. */
const secondBusinessShare = 0.03;
const womenShare: Readonly<Record<Sector, number>> = {
  culinary: 0.82,
  fashion: 0.86,
  automotive: 0.04,
  it: 0.3,
  agro: 0.5,
  education: 1,
  other: 0.58,
};

/**
 * Owners and their businesses: exactly as many in each kecamatan and each sector as the city publishes. Owners live
 * where their first business stands. NIKs begin with province 99, phones with 0810: neither exists.
 */
export function makePopulation(
  about: { regions: readonly Region[]; today: BusinessDate; ids: DemoIds },
  random: Random,
): DemoPerson[] {
  const kelurahan = kelurahanBy(about.regions);
  const sectors = random.shuffled(
    Object.entries(businessesBySector).flatMap(([sector, count]) =>
      Array<Sector>(count).fill(sector as Sector),
    ),
  );
  const spots = random.shuffled(
    Object.entries(businessesByKecamatan).flatMap(([code, count]) =>
      Array<string>(count).fill(code),
    ),
  );
  const people: DemoPerson[] = [];
  const serials = new Map<string, number>();
  spots.forEach((kecamatan, index) => {
    const sector = sectors[index] ?? 'other';
    const place = random.pick(kelurahan.get(kecamatan) ?? []);
    const before = people.at(-1);
    if (before?.businesses.length === 1 && random.chance(secondBusinessShare)) {
      before.businesses.push(
        makeBusiness({ sector, place, owner: before.name }, about.ids, random),
      );
      return;
    }
    const sex: Sex = random.chance(womenShare[sector]) ? 'female' : 'male';
    const name = personName(random, sex);
    const bornOn = birthDate(about.today, random);
    people.push({
      id: about.ids.next(),
      name,
      sex,
      bornOn,
      nik: nikOf({ kecamatan, sex, bornOn }, serials),
      phone: random.chance(0.83)
        ? `+62810${String(random.below(100_000_000)).padStart(8, '0')}`
        : null,
      kelurahanCode: place,
      address: address(random),
      businesses: [makeBusiness({ sector, place, owner: name }, about.ids, random)],
    });
  });
  return people;
}

function kelurahanBy(regions: readonly Region[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const region of regions) {
    if (region.level !== 'kelurahan' || region.parentCode === null) continue;
    by.set(region.parentCode, [...(by.get(region.parentCode) ?? []), region.code]);
  }
  return by;
}

function makeBusiness(
  about: { sector: Sector; place: string; owner: string },
  ids: DemoIds,
  random: Random,
): Business {
  const trade = random.weighted(trades[about.sector]);
  const word = random.pick(shopWords);
  const called = ['Bu', 'Ibu', 'Mak'].includes(word) ? `${word} ${callName(about.owner)}` : word;
  return {
    id: ids.next(),
    name: `${trade.shop} ${called}`,
    product: trade.product,
    sector: about.sector,
    kbli: trade.kbli === null ? null : { version: '2020', code: trade.kbli },
    // Real NIBs are random too, but begin with the year of issue far from 99.
    nib: random.chance(0.34) ? `99${String(random.below(1e11)).padStart(11, '0')}` : null,
    kelurahanCode: about.place,
    address: address(random),
  };
}

/** Between 19 and 67 years old, most around forty. */
function birthDate(today: BusinessDate, random: Random): BusinessDate {
  const years = 19 + (random.below(25) + random.below(25));
  return addDays(today, -Math.floor(years * 365.25) - random.below(365));
}

/** PP KK CC, day (plus 40 for women) month year, and a serial that is unique for the day. */
function nikOf(
  person: { kecamatan: string; sex: Sex; bornOn: BusinessDate },
  serials: Map<string, number>,
): string {
  const [year = '', month = '', day = ''] = person.bornOn.split('-');
  const dayPart = String(Number(day) + (person.sex === 'female' ? 40 : 0)).padStart(2, '0');
  const start = `9999${person.kecamatan.slice(6)}${dayPart}${month}${year.slice(2)}`;
  const serial = (serials.get(start) ?? 0) + 1;
  serials.set(start, serial);
  return start + String(serial).padStart(4, '0');
}

/** Age in whole years on a day. */
export function ageOn(person: Pick<DemoPerson, 'bornOn'>, day: BusinessDate): number {
  return Math.floor(diffDays(person.bornOn, day) / 365.25);
}
