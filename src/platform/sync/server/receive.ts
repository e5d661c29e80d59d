import { syncRefusal } from '../refusals.ts';
import type { SyncRefusalCode } from '../refusals.ts';
import type { FieldRefusal } from '../ports.ts';
import { frameShape, OLDEST_PROTOCOL, PROTOCOL, pushRequestShape } from '../protocol.ts';
import type { Content, PushAnswer, PushCommand, PushRequest, PushResponse } from '../protocol.ts';
import type { Effect, KnownCommand, ReceivedCommand, ReceivePorts } from './receive-ports.ts';
import { runTogether } from './receive-together.ts';
import { isThere, learn, numberOf, openCommand } from './session.ts';
import type { Session } from './session.ts';

export type Received =
  | { readonly status: 200; readonly body: PushResponse }
  /** 400: not what a push looks like; 401: another device's secret; 409: an app too old. */
  | { readonly status: 400 | 401 | 409 };

/**
 * Takes one push of a device. Commands run in the order they were sent, each in a transaction of its own, or several in
 * one where all of them go through;
 * one that doesn't go through holds back only what shares a subject with it or builds on it.
 *
 * An answer is final for its id: a refused command stays refused when it comes again (its repair has
 * another id), so that a copy late in the network can never do what was since done otherwise.
 */
export async function receivePush(
  ports: ReceivePorts,
  deviceId: string,
  raw: unknown,
): Promise<Received> {
  const frame = frameShape.safeParse(raw);
  if (!frame.success) return { status: 400 };
  const { protocol } = frame.data;
  if (protocol < (ports.oldestProtocol ?? OLDEST_PROTOCOL)) return { status: 409 };
  // An app newer than this server: the server was put back, and the app tries again until it is not.
  if (protocol > PROTOCOL) return { status: 400 };
  if (frame.data.deviceId !== deviceId) return { status: 401 };
  const read = pushRequestShape.safeParse(raw);
  if (!read.success) return { status: 400 };
  const answers = await answerAll(ports, read.data);
  await ports.noteReport({
    pending: pendingAfter(read.data.pending, answers),
    lost: read.data.lost ?? [],
  });
  const others = [];
  for (const other of read.data.others ?? [])
    if (await ports.maySendFor(other))
      others.push({ deviceId: other, ...(await numbersOf(ports, other)) });
  const body = { answers, ...(await numbersOf(ports, deviceId)), others, keyId: ports.keyId };
  return { status: 200, body: { serverTime: ports.now().toISOString(), ...body } };
}

async function numbersOf(ports: ReceivePorts, deviceId: string) {
  const { highestSeq, missing } = await ports.progress(deviceId);
  return { highestSeq, missing: [...missing] };
}

const finishing = new Set<PushAnswer['status']>(['applied', 'already', 'needs-review']);
const elsewhere = new Set<string | undefined>([
  'sync.replaced',
  'sync.discarded',
] satisfies SyncRefusalCode[]);

/** What the device holds once it has these answers: there may be no later push to say so. */
function pendingAfter(
  { count, oldestAt }: PushRequest['pending'],
  answers: readonly PushAnswer[],
): PushRequest['pending'] {
  const gone = answers.filter(
    ({ status, code }) => finishing.has(status) || (status === 'rejected' && elsewhere.has(code)),
  );
  const left = Math.max(0, count - gone.length);
  return { count: left, oldestAt: left === 0 ? null : oldestAt };
}

async function answerAll(ports: ReceivePorts, request: PushRequest): Promise<PushAnswer[]> {
  const { commands, deviceId } = request;
  const known = await ports.findKnown({
    ids: [...new Set(commands.flatMap(({ id, deps }) => [id, ...deps]))],
    numbers: commands.map(({ from, seq }) => ({ deviceId: from ?? deviceId, seq })),
  });
  const session: Session = {
    ...{ ports, deviceId, barred: new Map(), opened: new Map() },
    byId: new Map(known.map((row) => [row.id, row])),
    byNumber: new Map(known.map((row) => [numberOf(row), row])),
  };
  const answers: PushAnswer[] = [];
  let at = 0;
  while (at < commands.length) {
    const together = await runTogether(session, commands.slice(at));
    answers.push(...together.answers);
    at += together.answers.length;
    for (const command of commands.slice(at, at + together.alone)) {
      const judged = await judge(session, command);
      if (judged.answer) answers.push(judged.answer);
      if (judged.bars)
        for (const subject of judged.subjects)
          if (!session.barred.has(subject)) session.barred.set(subject, command.id);
      at += 1;
    }
  }
  return answers;
}

interface Judged {
  readonly answer: PushAnswer | null;
  readonly bars: boolean;
  readonly subjects: readonly string[];
}

async function judge(session: Session, command: PushCommand): Promise<Judged> {
  const { ports } = session;
  const origin = command.from ?? session.deviceId;
  const bars = (answer: PushAnswer | null): Judged => ({
    ...{ answer, bars: true, subjects: command.subjects },
  });
  if (origin !== session.deviceId && !(await ports.maySendFor(origin)))
    return bars(refused(command.id, syncRefusal('sync.another-officer')));
  const { problem, text, content, digest } = await openCommand(session, command);
  if (problem === 'unknown-key')
    return bars({ id: command.id, status: 'held', ...syncRefusal('sync.unknown-key') });
  const known = session.byId.get(command.id);
  if (known) return judgeKnown(session, command, { known, digest });
  const aside = async (code: SyncRefusalCode, claimsNumber: boolean): Promise<Judged> => {
    const kept = { command, deviceId: origin, code, digest, claimsNumber };
    await ports.recordSetAside({ ...kept, text });
    return bars({ id: command.id, status: 'quarantined', ...syncRefusal(code) });
  };
  if (session.byNumber.has(numberOf({ deviceId: origin, seq: command.seq })))
    return aside('sync.number-taken', false);
  if (!content) return aside('sync.unreadable', true);
  return run(session, { content, digest, sentBy: session.deviceId }, command);
}

async function run(
  session: Session,
  received: ReceivedCommand,
  command: PushCommand,
): Promise<Judged> {
  const { ports, byId, barred } = session;
  const { content, digest } = received;
  const { id, subjects } = content;
  const blocker =
    command.deps.find((dep) => !isThere(byId.get(dep)?.status)) ??
    subjects.map((subject) => barred.get(subject)).find((by) => by !== undefined);
  const discarded = command.deps.some((dep) => byId.get(dep)?.status === 'discarded');
  if (blocker !== undefined && !discarded)
    return { answer: { id, status: 'held', heldBy: blocker }, bars: true, subjects };
  const why = discarded
    ? syncRefusal('sync.dependency-discarded')
    : await whyNoRepair(session, content.replaces ?? []);
  const effect: Effect = why
    ? { status: 'refused', refusal: why }
    : await ports.applyCommand(received);
  if (effect.status === 'busy') return { answer: null, bars: true, subjects };
  if (effect.status === 'known')
    return judgeKnown(session, command, { known: effect.known, digest });
  if (effect.status === 'refused') {
    const first = await ports.recordRefused(received, effect.refusal);
    if (first) return judgeKnown(session, command, { known: first, digest });
  } else {
    for (const old of content.replaces ?? [])
      learn(session, { ...old, digest: null, status: 'replaced' });
  }
  learn(session, { ...content, digest, status: effect.status });
  if (effect.status === 'refused')
    return { answer: refused(id, effect.refusal), bars: true, subjects };
  const answer = effect.answer === undefined ? {} : { answer: effect.answer };
  const review = effect.status === 'needs-review' ? effect.refusal : {};
  return { answer: { id, status: effect.status, ...review, ...answer }, bars: false, subjects };
}

/** One command is repaired once, whichever of two phones with the same outbox does it first. */
async function whyNoRepair(
  { ports }: Session,
  replaces: NonNullable<Content['replaces']>,
): Promise<FieldRefusal | null> {
  if (replaces.length === 0) return null;
  const rows = await ports.findKnown({ ids: replaces.map(({ id }) => id), numbers: [] });
  const settled = rows.some(({ status }) => status === 'replaced' || status === 'discarded');
  return settled ? syncRefusal('sync.already-repaired') : null;
}

/** A command that came before, or whose number was given away: what was answered then is answered again. */
async function judgeKnown(
  { ports, deviceId }: Session,
  command: PushCommand,
  { known, digest }: { known: KnownCommand; digest: string },
): Promise<Judged> {
  const { id, subjects } = command;
  const taken = known.id !== id;
  if (taken || (known.digest !== null && known.digest !== digest)) {
    const code = taken ? 'sync.number-taken' : 'sync.other-body';
    const from = command.from ?? deviceId;
    const kept = {
      command,
      deviceId: from,
      code,
      digest,
      text: null,
      claimsNumber: false,
    } as const;
    await ports.recordSetAside(kept);
    return { answer: { id, status: 'quarantined', ...syncRefusal(code) }, bars: true, subjects };
  }
  const answer = known.answer === undefined ? {} : { answer: known.answer };
  switch (known.status) {
    case 'applied':
      return { answer: { id, status: 'already', ...answer }, bars: false, subjects };
    case 'needs-review': {
      const why = known.refusal ?? {};
      return { answer: { id, status: 'needs-review', ...why, ...answer }, bars: false, subjects };
    }
    case 'discarded':
    case 'replaced': {
      const why = syncRefusal(known.status === 'discarded' ? 'sync.discarded' : 'sync.replaced');
      return { answer: refused(id, why), bars: false, subjects };
    }
    case 'refused': {
      const why = known.refusal ?? syncRefusal('sync.refused');
      return { answer: refused(id, why), bars: true, subjects };
    }
    case 'quarantined':
      return {
        answer: { id, status: 'quarantined', ...syncRefusal('sync.unreadable') },
        ...{ bars: true, subjects },
      };
  }
}

function refused(id: string, refusal: FieldRefusal): PushAnswer {
  return { id, status: 'rejected', ...refusal };
}
