import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { systemActor } from '#domains/access/server/index.ts';
import type { PremisesKind, Tenure } from '#domains/registry/business/premises.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { stallPicture } from './stall-picture.ts';
import { drawBoundaries, pointsWithin } from './demo-boundaries.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoPerson } from './population.ts';
import type { Random } from './random.ts';

interface Described {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
  readonly random: Random;
}

type Business = DemoPerson['businesses'][number];

const premises: readonly (readonly [PremisesKind, Tenure])[] = [
  ['home', 'own'],
  ['home', 'family'],
  ['shop', 'rented'],
  ['market-stall', 'rented'],
  ['cart', 'none'],
];

/** How many members of a group have their business described: enough to see one, few enough to load at once. */
const described = 6;
/** How many of them have a picture. */
const shown = 4;

/**
 * The city's borders, and the businesses of its first two groups as a mentor leaves them after a visit: where they stand,
 * in what, with which papers and figures. One point lies in another kelurahan, as it happens.
 */
export async function describeBusinesses(about: Described): Promise<void> {
  const { house, city, groups, today } = about;
  await send(house, {
    kind: 'registry.import-boundaries',
    actor: systemActor,
    at: instant(addDays(today, -60), '08:00'),
    body: {
      fileName: 'batas-contoh.geojson',
      source: 'batas contoh, digambar program; bukan batas sebenarnya',
      geojson: drawBoundaries(city.regions),
    },
  });
  const members = groups.slice(0, 2).flatMap((group) => group.members.slice(0, described));
  await Promise.all(
    members.flatMap(({ businesses: [business] }, at) =>
      business ? [describe(about, business, at)] : [],
    ),
  );
  await Promise.all(
    members
      .slice(0, shown)
      .flatMap(({ businesses: [business] }, at) =>
        business ? [show(about, business, { at, partner: members[at + 1] })] : [],
      ),
  );
}

/** A picture of the stall, drawn by the programme; every other one is run by two. */
async function show(
  { house, city, today }: Described,
  { id: businessId }: Business,
  { at, partner }: { at: number; partner: DemoPerson | undefined },
): Promise<void> {
  const on = addDays(today, -40 + at);
  const does = (what: string, time: string, body: Record<string, unknown>) =>
    send(house, {
      kind: `registry.${what}`,
      actor: city.actor('petugas'),
      at: instant(on, time),
      body: { businessId, ...body },
    });
  const sha256 = await openFileStore(house.settings.dataDir).put(stallPicture(at));
  await does('add-business-photo', '10:00', {
    ...{ sha256, shows: 'Gambar contoh: lapak dilihat dari depan', takenOn: on },
  });
  if (partner && at % 2 === 0)
    await does('name-business-owner', '10:10', {
      ...{ personId: partner.id, role: 'partner', sharePercent: 40, from: addDays(on, -200) },
    });
}

async function describe(about: Described, business: Business, at: number): Promise<void> {
  const { house, city, today, random } = about;
  const { id: businessId, kelurahanCode } = business;
  const own = random.fork(businessId);
  const share = () => own.between(20, 80) / 100;
  const astray = city.regions.find(
    ({ code, level }) => level === 'kelurahan' && code !== kelurahanCode,
  );
  const where = at === 2 && astray ? astray.code : kelurahanCode;
  const point = pointsWithin(city.regions)(where, [share(), share()]);
  const [kind, tenure] = own.pick(premises);
  const year = Number(today.slice(0, 4)) - 1;
  const on = addDays(today, -50 + at);
  const does = (what: string, time: string, body: Record<string, unknown>) =>
    send(house, {
      kind: `registry.${what}`,
      actor: city.actor('petugas'),
      at: instant(on, time),
      body: { businessId, ...body },
    });
  if (point) await does('set-business-point', '09:10', { ...point, how: 'gps' });
  await does('record-business-premises', '09:15', {
    ...{ kind, tenure, kelurahanCode, address: business.address },
    from: `${year - own.below(5)}-01-01`,
  });
  await does('record-business-figures', '09:20', {
    year,
    capitalRupiah: String(own.between(4, 40) * 500_000),
    salesRupiah: String(own.between(20, 160) * 1_000_000),
    workers: own.between(1, 4),
    evidence: 'Penuturan pemilik saat kunjungan',
  });
  if (business.sector === 'culinary')
    await does('record-business-licence', '09:25', {
      kind: 'pirt',
      number: `20615710${String(own.below(10_000_000)).padStart(7, '0')}`,
      product: business.product,
      issuedOn: `${year - 3}-04-01`,
      // One of them is soon to be renewed.
      validTo: at === 0 ? addDays(today, 40) : `${year + 2}-04-01`,
    });
}
