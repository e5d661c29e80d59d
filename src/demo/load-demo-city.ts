import { addDays, businessDateOf, diffDays, mondayOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { systemActor } from '#domains/access/server/index.ts';
import { beginDemoBooks, divideDemoShu } from './books.ts';
import { describeBusinesses } from './businesses.ts';
import { demoEvenings, findDemoBook, setDemoGradeTable } from './close-days.ts';
import { closeDemoMonths } from './close-months.ts';
import { askAboutData } from './data-requests.ts';
import { instant, refreshStatistics, send, takingTurns } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { foundDemoCity } from './found-city.ts';
import type { FoundedCity } from './found-city.ts';
import { giveDemoPins } from './give-pins.ts';
import { makeGroups } from './groups.ts';
import type { DemoGroup } from './groups.ts';
import { playHalfYear } from './half-year.ts';
import { playVisits } from './play-visits.ts';
import { demoIds } from './ids.ts';
import type { DemoIds } from './ids.ts';
import { demoCity } from './jambi.ts';
import { playLastMonth } from './last-month.ts';
import { offerDemoProduct } from './lend.ts';
import { liveLoans } from './loan-lives.ts';
import { lendToOnePerson } from './lone-borrower.ts';
import { booksOpenedOn } from './past-year.ts';
import { playPartnerLending } from './partner-lending.ts';
import { makePopulation } from './population.ts';
import type { DemoPerson } from './population.ts';
import { seededRandom } from './random.ts';
import { writeSomeDownTwice } from './recorded-twice.ts';
import { recogniseDemoGroups } from './recognise-groups.ts';
import { playVisitWeeks } from './visit-weeks.ts';
import { makeVisits } from './visits.ts';
import { drawDemoInvitations, readDemoLists } from './welfare.ts';

export interface DemoOptions {
  /** The same seed on the same day makes the same city. */
  readonly seed?: string;
  readonly today?: BusinessDate;
  /** Weeks of meetings before the week of today; half a year unless told. */
  readonly weeks?: number;
}

const halfYearWeeks = 26;

/** The groups were recognised on 23 April 2025; a demo that starts before leaves room for half a year of meetings. */
const recognisedOn = '2025-04-23';
const leastHistoryDays = 220;

/** As many as one command takes. */
const peoplePerCommand = 900;

/**
 * Loads Kota Jambi as a demo: people, groups, loans, half a year of meetings, findings and visits, all through the
 * commands a city uses, each at the instant it would have been given.
 *
 * @throws Refusal when the city is already there
 */
export async function loadDemoCity(given: DemoHouse, options: DemoOptions = {}): Promise<void> {
  const house = takingTurns(given);
  const today = options.today ?? businessDateOf(house.now(), demoCity.timeZone);
  const random = seededRandom(options.seed ?? 'kota-jambi');
  const ids = demoIds(instant(addDays(today, -400), '00:00'), random.fork('ids'));
  const decreedOn =
    diffDays(recognisedOn, today) >= leastHistoryDays
      ? recognisedOn
      : addDays(today, -leastHistoryDays);
  const foundedOn = addDays(decreedOn, -60);

  const city = await foundDemoCity(house, { on: foundedOn, ids });
  const people = makePopulation({ regions: city.regions, today, ids }, random.fork('people'));
  const groups = makeGroups({ people, today, ids }, random.fork('groups'));
  const inGroups = new Set(groups.flatMap((group) => group.members.map((one) => one.id)));
  const register = (grouped: boolean) =>
    registerAll(
      house,
      people.filter((one) => inGroups.has(one.id) === grouped),
      foundedOn,
    );
  await register(true);
  // The rest of the city is written down while the groups go through the department's hands.
  const [, productId] = await Promise.all([
    register(false),
    prepareLending({ house, city, groups, today, ids, decreedOn }),
  ]);
  const counted = refreshStatistics(house, 'people');
  const visits = makeVisits(
    { people, today, ids, institutions: city.institutions },
    random.fork('visits'),
  );
  const weeks = options.weeks ?? halfYearWeeks;
  const books = { house, city, ids, today, pastGroup: pastBorrowers(groups, decreedOn, today) };
  const evenings = demoEvenings(house, {
    bookId: await findDemoBook(house, city),
    work: [
      ...(await beginDemoBooks(books)),
      ...lendToOnePerson({ house, city, ids, today }, aloneAmong(people, inGroups)),
    ],
    closeFrom: addDays(mondayOf(today), -7 * weeks),
  });
  const partnerIds = demoIds(instant(addDays(today, -399), '00:00'), random.fork('partner ids'));
  const visitIds = demoIds(instant(addDays(today, -398), '00:00'), random.fork('visit ids'));
  const field = { house, city, groups, today, weeks };
  await counted;
  const welfare = {
    ...{ house, city, people, today, random: random.fork('welfare') },
    ids: demoIds(instant(addDays(today, -397), '00:00'), random.fork('welfare ids')),
  };
  const play = { productId, evenings, random: random.fork('half year') };
  const meetings = playHalfYear({ ...field, ...play });
  const visiting = async () => {
    await playVisits(field, visits);
    await playVisitWeeks({ ...field, ids: visitIds, random: random.fork('visit weeks') });
  };
  const partners = async () => {
    // Lenders that keep their own books do not touch the cooperative's.
    await playPartnerLending({ ...field, ids: partnerIds });
    await Promise.all([askAboutData(field), writeSomeDownTwice(field)]);
    await describeBusinesses({ ...field, random: random.fork('businesses') });
    await readDemoLists(welfare);
  };
  const leadership = async () => {
    await Promise.all([meetings, visiting(), partners()]);
    await Promise.all([
      drawDemoInvitations(welfare),
      playLastMonth({ house, city, today, ids: visitIds }),
    ]);
  };
  await Promise.all([meetings.then(() => endAtCounter(books, evenings)), leadership()]);
}

/** The cooperative's last days: single loans at its counter, months and SHU. */
async function endAtCounter(
  about: Parameters<typeof divideDemoShu>[0],
  evenings: (until: BusinessDate) => Promise<void>,
): Promise<void> {
  const { house, city, today } = about;
  await liveLoans(about);
  // Yesterday is closed last: nothing is booked on a closed day.
  await evenings(addDays(today, -2));
  await closeDemoMonths(house, city, today);
  await divideDemoShu(about);
  await evenings(addDays(today, -1));
}

interface Preparing {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
  readonly ids: DemoIds;
  readonly decreedOn: BusinessDate;
}

/** Groups recognised, their leaders' PINs, and the product they borrow by; answers its id. */
async function prepareLending(given: Preparing): Promise<string> {
  const { house, city, groups, today, ids, decreedOn } = given;
  await recogniseDemoGroups(house, city, { groups, on: decreedOn, ids });
  const [productId] = await Promise.all([
    offerDemoProduct(house, city, {
      on: addDays(today, -210),
      openedOn: booksOpenedOn(today),
      ids,
    }),
    giveDemoPins(house, city, decreedOn),
  ]);
  await setDemoGradeTable(house, city, { today, tableId: ids.next() });
  return productId;
}

/**
 * A group that only saves this year and borrowed at the end of the past one, if it was recognised by then; the first two
 * such groups are named to other lenders.
 */
function pastBorrowers(
  groups: readonly DemoGroup[],
  decreedOn: BusinessDate,
  today: BusinessDate,
): DemoGroup | null {
  const saving = groups.filter((group) => group.lentWeeksAgo === null);
  return decreedOn < booksOpenedOn(today) ? (saving[2] ?? null) : null;
}

/** Somebody in no group, with a business and of an age to borrow. */
function aloneAmong(people: readonly DemoPerson[], inGroups: ReadonlySet<string>): DemoPerson {
  const alone = people.find(
    (one) =>
      !inGroups.has(one.id) &&
      one.businesses.length > 0 &&
      one.bornOn > '1980' &&
      one.bornOn < '1995',
  );
  if (!alone) throw new Error('everybody is in a group');
  return alone;
}

async function registerAll(
  house: DemoHouse,
  people: readonly DemoPerson[],
  on: BusinessDate,
): Promise<void> {
  const parts = Array.from({ length: Math.ceil(people.length / peoplePerCommand) }, (_, part) =>
    people.slice(part * peoplePerCommand, (part + 1) * peoplePerCommand),
  );
  // Side by side: while the database writes one part, the next is sealed.
  await Promise.all(
    parts.map((part) =>
      send(house, {
        kind: 'registry.register-people',
        actor: systemActor,
        at: instant(on, '09:30'),
        body: { source: 'Pendataan UMKM Kota Jambi', people: part },
      }),
    ),
  );
}
