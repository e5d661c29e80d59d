import { formatId } from '#kernel/id.ts';
import { exportUnsent } from '#platform/sync/unsent-file.ts';
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { cashDiffers } from './cash.ts';
import { documentsOf } from './city.ts';
import { eventsFrom } from './events.ts';
import type { Faults } from './faults.ts';
import { createMentor } from './mentor.ts';
import type { Mentor } from './mentor.ts';
import { createCarrier, fairWeather } from './network.ts';
import type { Weather } from './network.ts';
import { createPhone, isFull } from './phone.ts';
import { officeWork } from './office.ts';
import { emptyDisk } from './phone-store.ts';
import type { CompleteFate, PhoneDisk } from './phone-store.ts';
import { createServer, neverArrives } from './server.ts';
import type { Server } from './server.ts';
import { foundCity } from './town.ts';
import { createWitness } from './witness.ts';
import type { Verdict, Witness } from './witness.ts';

const firstDay = Date.parse('2026-11-22T01:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

/** What a seed's story has besides bad weather and falling phones. */
interface Plot {
  /** A second phone with everything the first one has, its secrets too. */
  readonly copied: boolean;
  /** The phone dies for good after its unsent work was exported, or seems to. */
  readonly exported: boolean;
  /** The city's server comes back from this morning's backup. */
  readonly putBack: boolean;
  /** Somebody's proxy lets only small pushes through. */
  readonly narrow: boolean;
}

interface World {
  readonly chance: Chance;
  readonly events: ReturnType<typeof eventsFrom>;
  readonly witness: Witness;
  readonly server: Server;
  readonly mentors: Mentor[];
  /** Of every phone there ever was, also of one that died. */
  readonly disks: PhoneDisk[];
  readonly say: (line: string) => void;
  readonly plot: Plot;
  /** Rough until the evening, then fair for ever. */
  fair: boolean;
  deadBefore: number;
  /** @param file unsent work of another phone, for her to open on this one */
  newMentor(user: string, disk: PhoneDisk, file?: string): Mentor;
}

/**
 * Plays one seed: a day of three mentors, or as many as it takes, in all weathers; then everything heals.
 *
 * @param history is given what happened, line by line
 */
export async function playSeed(
  seed: number,
  { faults = {}, history = () => {} }: { faults?: Faults; history?: (line: string) => void } = {},
): Promise<Verdict> {
  const chance = chanceOf(seed * 2_654_435_761);
  const plot = plotOf(chance);
  const world = build({ chance, plot, faults, history });
  const { events, mentors } = world;
  const end = firstDay + 4 * hour;
  for (const mentor of mentors) liveThrough(world, mentor, end);
  const users = [...new Set(mentors.map(({ phone }) => phone.user))];
  officeWork({ ...world, chance: chance.fork(), users }, end);
  stage(world, end);
  await events.runUntil(end);
  await heal(world);
  return judge(world);
}

function plotOf(chance: Chance): Plot {
  const which = chance.fraction();
  return {
    ...{ copied: which < 0.08, exported: which > 0.9, putBack: which > 0.4 && which < 0.46 },
    narrow: chance.happens(0.15),
  };
}

function build(given: {
  chance: Chance;
  plot: Plot;
  faults: Faults;
  history: (line: string) => void;
}): World {
  const { chance, plot, faults, history } = given;
  const events = eventsFrom(firstDay);
  const witness = createWitness({
    repairsInOrder: !plot.copied && !plot.exported,
    rows: !plot.putBack,
  });
  const town = foundCity(chance.fork(), firstDay);
  const rough = chance.fraction();
  const server = createServer({
    ...{ state: town.state, chance: chance.fork(), witness, faults, now: events.now },
    trouble: () => (world.fair ? 0 : 0.02 * rough),
    mostCharacters: plot.narrow ? 3_000 + chance.below(6_000) : Infinity,
  });
  const names = { intents: 0, phones: 0 };
  const newMentor: World['newMentor'] = (user, disk, file) => {
    const own = chance.fork();
    const name = `HP ${String((names.phones += 1))} (${user})`;
    const moods = moodsOf(own, world, rough);
    const carrier = createCarrier({
      ...{ events, chance: own.fork(), witness, weather: moods.weather, online: moods.online },
      notBefore: () => world.deadBefore,
    });
    const phone = createPhone({
      ...{ name, user, disk, chance: own.fork(), witness, faults, carrier, server },
      ...{ now: events.now, skewMs: moods.skewMs, fate: moods.fate },
      screenHolds: !plot.copied && !plot.exported && !plot.putBack,
    });
    const mentor = createMentor({
      ...{ phone, chance: own.fork(), witness, now: events.now, oldApp: own.happens(0.2) },
      ...(file !== undefined && { file }),
      nextName: () => `kejadian ${String((names.intents += 1))}`,
      askBack(groupId) {
        const group = server.state().city.groups.get(groupId);
        if (group) group.mentor = user;
      },
      membersOf: (groupId) =>
        (server.state().city.groups.get(groupId)?.members ?? []).map((one) => one.personId),
    });
    world.mentors.push(mentor);
    world.disks.push(disk);
    return mentor;
  };
  const world: World = {
    ...{
      chance,
      events,
      witness,
      server,
      plot,
      fair: false,
      deadBefore: 0,
      mentors: [],
      disks: [],
    },
    say: (line) => history(`${new Date(events.now()).toISOString().slice(11, 19)}  ${line}`),
    newMentor,
  };
  for (const { user, deviceId } of town.phones) newMentor(user, emptyDisk(deviceId));
  return world;
}

/** A phone's signal, clock and battery over the day. */
function moodsOf(chance: Chance, world: World, rough: number) {
  const { events } = world;
  let skew = chance.happens(0.1) ? 3 * 24 * hour : 0;
  let signal = true;
  const change = (): void => {
    signal = chance.happens(0.6);
    if (chance.happens(0.1)) skew = (chance.fraction() - 0.5) * 6 * 24 * hour;
    if (!world.fair) events.after((5 + chance.below(90)) * minute, change);
  };
  change();
  const bad = {
    drop: 0.25 * rough,
    cut: 0.1 * rough,
    double: 0.25 * rough,
    badGateway: 0.1 * rough,
  };
  return {
    online: () => world.fair || signal,
    weather: (): Weather => (world.fair ? fairWeather : bad),
    skewMs: () => Math.round(skew),
    fate(): CompleteFate {
      if (world.fair || !chance.happens(0.03 * rough)) return 'complete';
      return chance.pick(['full', 'die-before', 'die-after']);
    },
  };
}

/** What a mentor and her phone do all day. */
function liveThrough(world: World, { phone, ...mentor }: Mentor, end: number): void {
  const { events, witness, say } = world;
  const chance = world.chance.fork();
  const begin = (what: string, act: () => Promise<void>): void => {
    say(`${phone.name} ${what}`);
    act().catch((error: unknown) => {
      witness.diverged(`${phone.name} ${what}: ${String(error)}`);
    });
  };
  let seen = -1;
  const next = (): void => {
    if (events.now() >= end) return;
    events.after(chance.below(16 * minute), next);
    phone.start();
    if (!phone.running()) return;
    if (phone.life() !== seen) {
      seen = phone.life();
      begin('comes back', async () => {
        await mentor.recover();
        await phone.sync(true);
      });
      return;
    }
    const what = chance.fraction();
    if (what < 0.42) begin('enters', mentor.enter);
    else if (what < 0.47)
      begin('enters in two tabs', async () => {
        await Promise.all([mentor.enter(), mentor.enter()]);
      });
    else if (what < 0.8) begin('sends', () => phone.sync(chance.happens(0.3)));
    else if (what < 0.88) begin('tidies', mentor.tidy);
    else if (what < 0.93) begin('signs in', mentor.signIn);
    else {
      say(`${phone.name} falls`);
      witness.count();
      phone.kill();
    }
  };
  events.after(chance.below(10 * minute), next);
}

/** The one great accident of this seed, if it has one. */
function stage(world: World, end: number): void {
  const { plot, events, server, mentors, say } = world;
  const chance = world.chance.fork();
  const at = (from: number) => firstDay + from * hour + chance.below(hour);
  const victim = mentors[0]!;
  if (plot.copied)
    events.at(at(1), () => {
      say(`${victim.phone.name} is copied`);
      const copy = world.newMentor(victim.phone.user, copyOf(victim.phone.disk));
      liveThrough(world, copy, end);
    });
  if (plot.exported) {
    const dies = chance.happens(0.5);
    events.at(at(2), () => {
      moveHouse(world, { victim, dies, end }).catch((error: unknown) => {
        if (!isFull(error)) throw error;
      });
    });
  }
  if (plot.putBack) {
    let back: (() => void) | undefined;
    events.at(at(1), () => (back = server.backup()));
    events.at(at(3), () => {
      say('the server comes back from a backup');
      world.deadBefore = events.now();
      back?.();
    });
  }
}

function copyOf(disk: PhoneDisk): PhoneDisk {
  return {
    commands: new Map(disk.commands),
    documents: new Map(disk.documents),
    drafts: new Map(),
    photos: new Map(disk.photos),
    meta: disk.meta,
  };
}

/** Her unsent work goes into a file, the file onto a new phone; the old one is gone, or is found again. */
async function moveHouse(
  world: World,
  { victim, dies, end }: { victim: Mentor; dies: boolean; end: number },
): Promise<void> {
  const { phone } = victim;
  phone.start();
  await victim.recover();
  const file = JSON.stringify(await exportUnsent(phone.ports()));
  world.say(`${phone.name} is exported${dies ? ' and dies' : ''}`);
  if (dies) {
    phone.bury();
    world.mentors.splice(world.mentors.indexOf(victim), 1);
  }
  const deviceId = formatId(world.events.now(), 3, world.chance.bytes(8));
  world.server.state().devices.set(deviceId, { user: phone.user, revoked: false });
  liveThrough(world, world.newMentor(phone.user, emptyDisk(deviceId), file), end);
}

/** The weather turns fair, everybody has signal and time, and comes to an end with what is open. */
async function heal(world: World): Promise<void> {
  const { events, mentors, witness, say } = world;
  world.fair = true;
  await events.runUntil(events.now() + 8 * hour);
  let quiet = 0;
  // Twice quiet: what the last one sent is then seen by all.
  for (let round = 0; round < 60 && quiet < 2; round += 1) {
    for (const { phone, signIn, recover, tidy } of mentors) {
      const evening = async (): Promise<void> => {
        phone.start();
        await signIn();
        await recover();
        await phone.sync(true);
        await tidy();
        await phone.sync(true);
      };
      events.after(0, () => {
        evening().catch((error: unknown) => {
          witness.diverged(`${phone.name} in the evening: ${String(error)}`);
        });
      });
    }
    await events.runUntil(events.now() + 20 * minute);
    // A picture that failed often in the rain stands behind those that never arrive, and takes a few rounds more.
    const { photos } = world.server.state();
    const settled = mentors.every(
      (mentor) => mentor.settled() && picturesAstray(mentor.phone.disk, photos).length === 0,
    );
    quiet = settled ? quiet + 1 : 0;
  }
  say('everything has healed');
}

function judge({ mentors, disks, server, witness }: World): Verdict {
  const { city, byId, aside, photos } = server.state();
  const cash = cashDiffers(disks, city);
  if (cash) witness.diverged(cash);
  for (const { phone, settled } of mentors) {
    if (!settled()) witness.diverged(`${phone.name} still holds ${openWork(phone.disk)}`);
    const documents = documentsOf(city, phone.user);
    const keys = new Set([...documents.keys(), ...phone.disk.documents.keys()]);
    for (const key of keys) {
      const here = phone.disk.documents.get(key);
      const text = here ? new TextDecoder().decode(here.locked) : 'nothing';
      const there = documents.has(key) ? JSON.stringify(documents.get(key)) : 'nothing';
      if (text !== there) witness.diverged(`${phone.name} has another ${key} than the server`);
    }
    for (const says of picturesAstray(phone.disk, photos))
      witness.diverged(`${phone.name} ${says}`);
  }
  for (const { commandId, on, takenAt, late } of city.money)
    if (late !== (city.closedDays.get(on) ?? Infinity) <= takenAt)
      witness.diverged(`money of ${commandId} came after its day was closed, and nobody sees it`);
  return witness.verdict({
    received: new Set([...byId.keys(), ...aside]),
    open: [...byId.values()].flatMap(({ id, status }) =>
      status === 'refused' || status === 'quarantined' ? [id] : [],
    ),
  });
}

/** What is wrong with her pictures: one that is said to be there and is not, or was left behind without a reason. */
function picturesAstray(disk: PhoneDisk, there: ReadonlyMap<string, number>): string[] {
  return [...disk.photos.values()].flatMap(({ sha256, state, sizeBytes, commandIds }) => {
    const arrived = there.get(sha256) === sizeBytes;
    if (state === 'sent' && !arrived) return ['says that a picture is there which is not'];
    const due = commandIds.some((id) => disk.commands.get(id)?.deliveredAt !== undefined);
    if (state === 'waiting' && due && !neverArrives(sha256)) return ['left a picture behind'];
    return [];
  });
}

function openWork(disk: PhoneDisk): string {
  return [...disk.commands.values()]
    .filter(({ state }) => state !== 'delivered' && state !== 'needs-review')
    .map(({ id, kind, state, refusal }) => `${kind} ${id} ${state} ${refusal?.code ?? ''}`)
    .join(', ');
}
