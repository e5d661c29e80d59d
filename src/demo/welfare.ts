import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { ListRowInput } from '#domains/registry/welfare/welfare-input.ts';
import { addQuarters, lastMonthOf, quarterOf } from '#domains/registry/welfare/quarter.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoIds } from './ids.ts';
import type { DemoPerson } from './population.ts';
import type { Random } from './random.ts';

interface Welfare {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly people: readonly DemoPerson[];
  readonly today: BusinessDate;
  readonly ids: DemoIds;
  readonly random: Random;
}

/** A family on the lists of deciles: its card and who of it has a business. */
interface DemoFamily {
  readonly card: string;
  readonly members: readonly DemoPerson[];
  readonly decile: number;
}

const [familyCount, strangers] = [260, 25];
/** Families of whom two have a business. */
const secondMembers = 25;

/**
 * Two lists of deciles, the later with some dropped out and some new; three departments' lists that overlap; families
 * who said what they live on; proposals; and a draw for a training next month.
 */
export async function readDemoLists(about: Welfare): Promise<void> {
  const { today, random, ids } = about;
  const families = makeFamilies(about);
  const last = addQuarters(quarterOf(today), -1);
  const kept = families.filter(() => !random.chance(0.07));
  await bringDeciles(about, families.slice(0, 230), addQuarters(last, -1));
  await bringDeciles(about, kept, last);
  const owners = random.shuffled(about.people.slice(0, 2400));
  const lists = [
    ['disperindag', 'Penerima bantuan alat produksi', 'equipment', owners.slice(0, 90), 60],
    ['dinsos', 'Kelompok usaha bersama, bantuan alat', 'equipment', owners.slice(70, 130), 45],
    ['dinkes', 'Peserta penyuluhan keamanan pangan', 'training', owners.slice(100, 190), 30],
    ['disperindag', 'Pelatihan kemasan', 'training', owners.slice(175, 230), 20],
  ] as const;
  for (const [department, title, service, people, daysAgo] of lists)
    await bringDepartmentList(about, { department, title, service, people, daysAgo });
  const asked = kept.filter((one) => one.decile <= 2).slice(0, 12);
  for (const [at, family] of asked.entries()) await askFamily(about, family, at);
  const [complains] = kept.filter((one) => one.decile > 4);
  if (complains?.members[0])
    await send(about.house, {
      kind: 'registry.propose-welfare-change',
      actor: about.city.actor('koordinator'),
      at: instant(addDays(today, -2), '10:30'),
      body: {
        proposalId: ids.next(),
        personId: complains.members[0].id,
        asks: 'lower',
        why: 'Suaminya berhenti bekerja sejak Juli; rumah sudah dikontrakkan.',
        byHerself: true,
      },
    });
}

/** Whom to invite to a training, drawn once the visits and meetings of the half year are known. */
export async function drawDemoInvitations({ house, city, today, ids }: Welfare): Promise<void> {
  await send(house, {
    kind: 'programmes.draw-invitations',
    actor: city.actor('petugas'),
    at: instant(addDays(today, -1), '14:00'),
    body: {
      drawId: ids.next(),
      title: 'Pelatihan pembukuan sederhana',
      heldOn: addDays(today, 12),
      places: 40,
      seed: `Surat 500.3/${today.slice(0, 4)}`,
      rule: { mostDecile: 4, kecamatan: null, womenFirst: true, notInvitedBefore: true },
    },
  });
}

function makeFamilies({ people, random }: Welfare): DemoFamily[] {
  const poorer = random.shuffled(people).slice(0, familyCount + secondMembers);
  return Array.from({ length: familyCount }, (_, at): DemoFamily => {
    const second = at < secondMembers ? poorer[familyCount + at] : undefined;
    const members = [poorer[at], second].filter((one) => one !== undefined);
    const decile = random.weighted([
      [1, 20],
      [2, 26],
      [3, 22],
      [4, 16],
      [5, 10],
      [6, 6],
    ]);
    return { card: `9999${String(at + 1).padStart(12, '0')}`, members, decile };
  });
}

async function bringDeciles(
  { house, city, ids, random }: Welfare,
  families: readonly DemoFamily[],
  quarter: string,
): Promise<void> {
  const listId = ids.next();
  const on = `${lastMonthOf(quarter)}-10`;
  const rows = families.flatMap(({ card, members, decile }) =>
    members.map((one, at) => ({
      ...asRow(one, random.chance(0.08)),
      ...{ kk: card, decile, relation: at === 0 ? ('head' as const) : ('other' as const) },
    })),
  );
  const others = Array.from({ length: strangers }, (_, at) => ({
    ...{ name: `Warga ${at + 1}`, nik: `99990001017000${String(at + 10)}`, kk: null },
    ...{ bornOn: null, kelurahanCode: null, relation: null, decile: 3 },
  }));
  await bring(house, city, {
    at: instant(on, '09:00'),
    body: {
      ...{ listId, kind: 'decile', quarter, whole: true, title: 'DTSEN, Dinas Sosial' },
      ...{ fileName: `dtsen-${quarter}.xlsx`, givenOn: on, unreadable: 2 },
      rows: [...rows, ...others].map((row, at) => ({ ...row, number: at + 4 })),
    },
  });
}

async function bringDepartmentList(
  { house, city, today, ids, random }: Welfare,
  list: {
    readonly department: 'disperindag' | 'dinsos' | 'dinkes';
    readonly title: string;
    readonly service: string;
    readonly people: readonly DemoPerson[];
    readonly daysAgo: number;
  },
): Promise<void> {
  const givenOn = addDays(today, -list.daysAgo);
  const names = { disperindag: 'Disperindag', dinsos: 'Dinsos', dinkes: 'Dinkes' };
  await bring(house, city, {
    at: instant(addDays(givenOn, 3), '11:00'),
    body: {
      ...{ listId: ids.next(), kind: 'department', title: list.title, service: list.service },
      ...{ departmentId: city.institutions[list.department], givenOn, unreadable: 0 },
      departmentName: names[list.department],
      fileName: `${list.department}.xlsx`,
      rows: list.people.map((one, at) => ({
        ...asRow(one, random.chance(0.1)),
        number: at + 2,
      })),
    },
  });
}

/** A row as a department writes it: now and then without the NIK, and where it is, not always with a birth date. */
function asRow(one: DemoPerson, withoutNik: boolean): Omit<ListRowInput, 'number'> {
  return {
    name: one.name,
    nik: withoutNik ? null : one.nik,
    kk: null,
    bornOn: withoutNik && one.bornOn > '1975' ? null : one.bornOn,
    kelurahanCode: one.kelurahanCode,
    relation: null,
    decile: null,
  };
}

async function bring(
  house: DemoHouse,
  city: FoundedCity,
  list: { readonly at: Date; readonly body: { readonly listId: string } & Record<string, unknown> },
): Promise<void> {
  const actor = city.actor('petugas');
  await send(house, { kind: 'registry.read-people-list', actor, at: list.at, body: list.body });
  const { listId } = list.body;
  const at = new Date(list.at.getTime() + 600_000);
  await send(house, { kind: 'registry.apply-people-list', actor, at, body: { listId } });
}

async function askFamily(
  { house, city, today, ids }: Welfare,
  { members }: DemoFamily,
  at: number,
): Promise<void> {
  const saidOn = addDays(today, -20 - at);
  const people = 3 + (at % 4);
  await send(house, {
    kind: 'registry.describe-family',
    actor: city.actor('petugas'),
    at: instant(saidOn, '13:00'),
    body: {
      ...{ saidId: ids.next(), personId: members[0]?.id, kk: null, saidOn, people },
      ...{ relation: 'head', headSex: members[0]?.sex, children: people - 2 },
      spendingRupiah: String((300_000 + (at % 5) * 60_000) * people),
    },
  });
}
