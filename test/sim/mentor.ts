import { formatId } from '#kernel/id.ts';
import type { Json } from '#platform/command/command.ts';
import { append, discard, repair } from '#platform/sync/outbox.ts';
import { isLive } from '#platform/sync/order.ts';
import type { OutboxCommand, SyncPorts } from '#platform/sync/ports.ts';
import { resume } from '#platform/sync/deliver.ts';
import { readDocument } from '#platform/sync/refresh.ts';
import { importUnsent } from '#platform/sync/unsent-file.ts';
import type { Chance } from './chance.ts';
import { countedAgain, nextIntent } from './intents.ts';
import type { GroupSeen, Intent } from './intents.ts';
import { isFull, isTooLate } from './phone.ts';
import type { Phone } from './phone.ts';
import type { Witness } from './witness.ts';

/** She who holds the phone: what happened today, and what she has been told of it. */
export interface Mentor {
  readonly phone: Phone;
  /** Something happens and is entered. */
  enter(): Promise<void>;
  /** After the app came back: what was not said to be kept is entered again. */
  recover(): Promise<void>;
  /** Looks into "Perlu perbaikan" and deals with everything in it. */
  tidy(): Promise<void>;
  /** Signs in again if the app says that it is shut out. */
  signIn(): Promise<void>;
  /** Whether anything is still in her head or on the phone only. */
  settled(): boolean;
}

export interface MentorGiven {
  readonly phone: Phone;
  readonly chance: Chance;
  readonly witness: Witness;
  readonly now: () => number;
  readonly oldApp: boolean;
  /** Unsent work of another phone: opened here until the app has said that it is taken. */
  readonly file?: string;
  readonly nextName: () => string;
  /** She asks the office to have her group back. */
  readonly askBack: (groupId: string) => void;
  /** Asks the office who is in the group today. */
  readonly membersOf: (groupId: string) => readonly string[];
}

const picture = new Uint8Array(300_000);
/** As the camera made it: no phone of ours sends one, but an old or a foreign app might. */
const hugePicture = new Uint8Array(5_500_000);

export function createMentor(given: MentorGiven): Mentor {
  const { phone, chance, witness } = given;
  /** What she has not seen "Tersimpan" for. */
  const open = new Map<string, Intent>();
  let unopened = given.file;

  const keep = async (intent: Intent): Promise<void> => {
    if (!phone.running()) return;
    const life = phone.life();
    const ports = phone.ports();
    const { id } = intent.command;
    const locked = new TextEncoder().encode(JSON.stringify(intent.command.body));
    try {
      await ports.store.write((tx) => tx.putDraft({ key: id, locked, savedAt: given.now() }));
      const photos = chance.happens(0.05) ? [await takePicture(ports, chance)] : [];
      const command = await append(ports, { ...intent.command, photos, closesDraft: id });
      if (phone.life() === life) told(intent, command);
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  };
  const told = (intent: Intent, command: OutboxCommand): void => {
    open.delete(intent.name);
    witness.kept(intent.name, command, phone.name);
  };

  return {
    phone,
    async enter() {
      if (!phone.running()) return;
      witness.count();
      const intent = nextIntent({ ...given, now: given.now(), ...(await look(phone.ports())) });
      open.set(intent.name, intent);
      await keep(intent);
    },
    async recover() {
      if (!phone.running()) return;
      if (given.file !== undefined && (unopened !== undefined || chance.happens(0.3)))
        if (await openFile(phone.ports(), given.file)) unopened = undefined;
      for (const intent of [...open.values()]) {
        const { id } = intent.command;
        const found = await phone.ports().store.read(async (tx) => ({
          command: await tx.findCommand(id),
          draft: await tx.findDraft(id),
        }));
        if (found.command) told(intent, found.command);
        else if (found.draft) await keep(intent);
        else {
          // Not even the draft is there: she begins anew, and nothing knows that it is the same.
          const again = formatId(given.now(), 2, chance.bytes(8));
          const anew = { ...intent, command: { ...intent.command, id: again } };
          open.set(intent.name, anew);
          await keep(anew);
        }
      }
    },
    tidy: () => tidyAll(given),
    async signIn() {
      if (phone.running() && phone.disk.meta.paused !== null) await signInAgain(phone);
    },
    settled: () =>
      open.size === 0 &&
      unopened === undefined &&
      [...phone.disk.commands.values()].every(
        ({ state }) => state === 'delivered' || state === 'needs-review',
      ),
  };
}

async function signInAgain(phone: Phone): Promise<void> {
  try {
    await phone.enrol();
    await resume(phone.ports());
  } catch (error) {
    // No room for the new number: she does it once more.
    if (!isFull(error)) throw error;
  }
}

/** @returns false when there was no room for it; a phone that falls meanwhile never says */
async function openFile(ports: SyncPorts, file: string): Promise<boolean> {
  try {
    return (await importUnsent(ports, file)).kind === 'imported';
  } catch (error) {
    if (!isFull(error)) throw error;
    return false;
  }
}

async function tidyAll(given: MentorGiven): Promise<void> {
  const { phone } = given;
  if (!phone.running()) return;
  const tray = await phone
    .ports()
    .store.read(async (tx) =>
      (await tx.listCommands()).filter((one) => one.state === 'refused' && isLive(one)),
    );
  for (const command of tray) {
    try {
      if (phone.running()) await mend(given, command);
    } catch (error) {
      if (!isFull(error) && !isTooLate(error)) throw error;
    }
  }
}

async function takePicture(ports: SyncPorts, chance: Chance): Promise<string> {
  const sha256 = Buffer.from(chance.bytes(32)).toString('hex');
  const locked = chance.happens(0.15) ? hugePicture : picture;
  const photo = { sha256, locked, sizeBytes: locked.length, commandIds: [] };
  await ports.store.write((tx) =>
    tx.putPhoto({ ...photo, state: 'waiting', attempts: 0, nextTryAt: null }),
  );
  return sha256;
}

const hopeless = new Set([
  'command.unknown-kind',
  'simulation.already-closed',
  'simulation.unknown',
  'mentoring.repayment-too-large',
  'sync.already-repaired',
  'sync.dependency-discarded',
]);

async function mend(given: MentorGiven, command: OutboxCommand): Promise<void> {
  const { phone, chance, witness } = given;
  const code = command.refusal?.code;
  const life = phone.life();
  const ports = phone.ports();
  witness.count();
  const beyondRepair = command.locked === null || hopeless.has(code ?? '');
  // What was mended once and came back is given up sooner.
  if (beyondRepair || chance.happens(command.replaces === undefined ? 0.3 : 0.8)) {
    // She meant it, whether or not the phone falls before it says so.
    witness.gaveUp(command.id);
    await discard(ports, { commandId: command.id, reason: 'Tidak perlu lagi' });
    return;
  }
  if (code === 'sync.number-taken' && command.deviceId === phone.disk.meta.deviceId)
    await phone.enrol();
  const body = bodyOf(command) as Record<string, Json>;
  if (code === 'simulation.not-hers') given.askBack(body.groupId as string);
  const better = await repair(ports, command.id, {
    ...{ kind: command.kind, version: command.version, body: corrected(given, body, code) },
    ...{ subjects: command.subjects, deps: command.deps, photos: command.photos },
  });
  if (phone.life() === life) witness.kept(body.intent as string, better, phone.name);
}

function corrected(
  { membersOf }: MentorGiven,
  body: Record<string, Json>,
  code: string | undefined,
): Json {
  if (code === 'mentoring.count-differs') return recounted(body);
  // Somebody left since: the sheet is for those who stayed.
  if (code === 'mentoring.not-in-group') {
    const members = new Set(membersOf(body.groupId as string));
    const lines = (body.lines as { personId: string }[]).filter((one) => members.has(one.personId));
    return recounted({ ...body, lines });
  }
  if (code !== 'simulation.too-much') return body;
  return 'amount' in body ? { ...body, amount: 1_000 } : { ...body, amountRupiah: '1000' };
}

/** The cash on the table, counted once more. */
function recounted(body: Record<string, Json>): Json {
  const lines = (
    body.lines as unknown as Record<'repaymentRupiah' | 'savingsRupiah', string>[]
  ).map(({ repaymentRupiah, savingsRupiah }) => ({
    ...{ repaymentRupiah: BigInt(repaymentRupiah), savingsRupiah: BigInt(savingsRupiah) },
  }));
  return { ...body, count: countedAgain(lines).map((one) => ({ ...one })) };
}

function bodyOf(command: OutboxCommand): Json {
  return JSON.parse(new TextDecoder().decode(command.locked!)) as Json;
}

/** What stands on her screens: the snapshot, and what she entered herself. */
async function look(ports: SyncPorts) {
  const commands = await ports.store.read((tx) => tx.listCommands());
  const keys = await ports.store.read((tx) => tx.listDocumentKeys());
  const groups: GroupSeen[] = [];
  // Screen = document and what is pending, folded: a meeting she has closed offline is closed.
  const closed = new Set(
    commands.flatMap(({ kind, subjects }) => (kind === 'meeting.close' ? [subjects[0]!] : [])),
  );
  for (const { key } of keys) {
    if (!key.startsWith('group:')) continue;
    const group = groupOf(key, await readDocument(ports, key));
    const openMeetings = group.openMeetings.filter((id) => !closed.has(`meeting:${id}`));
    groups.push({ ...group, openMeetings });
  }
  const own = (kind: string) =>
    commands.flatMap((one) =>
      one.kind === kind && one.locked !== null && one.supersededBy === undefined
        ? [{ id: one.id, body: bodyOf(one) as Record<string, string> }]
        : [],
    );
  return {
    groups,
    people: own('person.register').map(({ id, body }) => ({
      ...{ personId: body.personId!, registeredBy: id },
    })),
    cases: own('case.raise').map(({ id, body }) => ({ caseId: body.caseId!, raisedBy: id })),
  };
}

interface GroupDocument {
  members: {
    personId: string;
    name: string;
    owedRupiah: string;
    instalmentRupiah: string;
    profile: Record<string, string>;
  }[];
  meetings: { meetingId: string; closedBy: string | null }[];
}

function groupOf(key: string, body: Json | undefined): GroupSeen {
  const { members, meetings } = body as unknown as GroupDocument;
  return {
    groupId: key.slice('group:'.length),
    members: members.map(({ personId, name, owedRupiah, instalmentRupiah }) => ({
      ...{ personId, name, owedRupiah: BigInt(owedRupiah) },
      instalmentRupiah: BigInt(instalmentRupiah),
    })),
    profiles: new Map(members.map(({ personId, profile }) => [personId, profile])),
    openMeetings: meetings.flatMap((one) => (one.closedBy === null ? [one.meetingId] : [])),
  };
}
