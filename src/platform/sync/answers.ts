import { isUnsent, supersededBy } from './order.ts';
import type { FieldRefusal, OutboxCommand, Random, StoreTx } from './ports.ts';
import { DISCARD_KIND, discardAnswerShape } from './protocol.ts';
import type { PushAnswer, PushResponse } from './protocol.ts';
import { syncRefusal } from './refusals.ts';
import { waitMs } from './retry.ts';

/** What an answered push is applied with. */
export interface Answered {
  readonly sent: readonly OutboxCommand[];
  readonly response: PushResponse;
  /** Epoch milliseconds by the device's clock. */
  readonly now: number;
  readonly random: Random;
}

/**
 * Writes the server's answers into the outbox, in one transaction. An answer to something that was not
 * asked changes nothing; what stayed without an answer is tried again later.
 *
 * @returns how many of the commands sent were answered
 */
export async function takeAnswers(tx: StoreTx, given: Answered): Promise<number> {
  const { sent, response, now, random } = given;
  const meta = await tx.getMeta();
  const tick = meta.tick + 1;
  await tx.putMeta({ tick, trouble: null, paused: null });
  const open = new Map(sent.map((command) => [command.id, command]));
  const finished: string[] = [];
  for (const answer of response.answers) {
    if (!open.delete(answer.id)) continue;
    const command = await tx.findCommand(answer.id);
    if (!command || !isUnsent(command)) continue;
    if (await takeAnswer(tx, command, { answer, now, tick, random })) finished.push(command.id);
  }
  for (const { id } of open.values()) {
    const command = await tx.findCommand(id);
    if (command && isUnsent(command)) await tx.putCommand(later(command, now, random));
  }
  await takeNumbers(tx, response);
  await wakeOthers(tx, { finished, sent });
  return sent.length - open.size;
}

/** @returns whether the server has it now */
async function takeAnswer(
  tx: StoreTx,
  command: OutboxCommand,
  { answer, now, tick, random }: { answer: PushAnswer; now: number; tick: number; random: Random },
): Promise<boolean> {
  const { refusal: _refusal, heldBy: _heldBy, ...rest } = command;
  switch (answer.status) {
    case 'applied':
    case 'already':
    case 'needs-review': {
      const { supersededBy: _by, ...free } = rest;
      await tx.putCommand({
        ...free,
        state: answer.status === 'needs-review' ? 'needs-review' : 'delivered',
        ...(answer.answer !== undefined && { answer: answer.answer }),
        ...(answer.status === 'needs-review' && { refusal: refusalOf(answer) }),
        ...{ deliveredAt: now, deliveredTick: tick, attempts: 0, nextTryAt: null },
      });
      if (command.kind === DISCARD_KIND) await endDiscard(tx, command, answer);
      else await dropSuperseded(tx, command.id);
      return true;
    }
    case 'held':
      await tx.putCommand({
        ...{ ...rest, state: 'held', attempts: 0, nextTryAt: now + waitMs(3, random) },
        ...(answer.heldBy !== undefined && { heldBy: answer.heldBy }),
        ...(answer.words && { refusal: refusalOf(answer) }),
      });
      return false;
    case 'rejected':
    case 'quarantined':
      if (answer.code === 'sync.number-taken') await tx.putMeta({ doubleSeen: true });
      if (command.kind === DISCARD_KIND) {
        await tx.deleteCommand(command.id);
        await bringBack(tx, command.id);
        return false;
      }
      // Repaired or discarded from another phone that held a copy: the server's word for it is its receipt.
      if (answer.code === 'sync.replaced' || answer.code === 'sync.discarded') {
        await forgetPhotos(tx, command);
        await tx.deleteCommand(command.id);
        await bringBack(tx, command.id);
        return false;
      }
      await tx.putCommand({
        ...{ ...rest, state: 'refused', refusal: refusalOf(answer), attempts: 0, nextTryAt: null },
      });
      return false;
  }
}

function refusalOf({ status, code, words, field }: PushAnswer): FieldRefusal {
  if (code === undefined || words === undefined)
    return syncRefusal(status === 'quarantined' ? 'sync.other-body' : 'sync.refused');
  return { code, words, ...(field !== undefined && { field }) };
}

/** The server has been told: what was discarded leaves, unless it had been done before. */
async function endDiscard(tx: StoreTx, discard: OutboxCommand, answer: PushAnswer): Promise<void> {
  const read = discardAnswerShape.safeParse(answer.answer);
  const target =
    discard.replaces === undefined ? undefined : await tx.findCommand(discard.replaces);
  if (target && isUnsent(target) && read.success && read.data.discarded) {
    await forgetPhotos(tx, target);
    await tx.deleteCommand(target.id);
    // A discarded repair gives back what it was to repair.
    await bringBack(tx, target.id);
  } else if (target && isUnsent(target)) {
    // It was done, or dealt with from another phone: asked for again, the server says which.
    await bringBack(tx, discard.id, 'waiting');
  } else await bringBack(tx, discard.id);
}

async function bringBack(tx: StoreTx, by: string, state?: 'waiting'): Promise<void> {
  for (const command of await tx.listCommands()) {
    if (command.supersededBy !== by) continue;
    const { supersededBy: _by, ...free } = command;
    await tx.putCommand({ ...free, state: state ?? free.state, nextTryAt: null });
  }
}

/**
 * A repair has arrived: what it repaired has no use here any more, and what was built on that is built on
 * the repair.
 */
async function dropSuperseded(tx: StoreTx, id: string): Promise<void> {
  const old = supersededBy(await tx.listCommands(), id);
  if (old.length === 0) return;
  const gone = new Set(old.map((command) => command.id));
  for (const command of old) {
    await forgetPhotos(tx, command);
    await tx.deleteCommand(command.id);
  }
  for (const command of await tx.listCommands()) {
    if (!command.deps.some((dep) => gone.has(dep))) continue;
    const deps = new Set(command.deps.map((dep) => (gone.has(dep) ? id : dep)));
    await tx.putCommand({ ...command, deps: [...deps] });
  }
}

async function forgetPhotos(tx: StoreTx, command: OutboxCommand): Promise<void> {
  for (const sha256 of command.photos) {
    const photo = await tx.findPhoto(sha256);
    if (!photo) continue;
    const commandIds = photo.commandIds.filter((id) => id !== command.id);
    if (commandIds.length === 0) await tx.deletePhoto(sha256);
    else await tx.putPhoto({ ...photo, commandIds });
  }
}

/** A command whose sending brought no answer. */
export function later(command: OutboxCommand, now: number, random: Random): OutboxCommand {
  const attempts = command.attempts + 1;
  return { ...command, attempts, nextTryAt: now + waitMs(attempts - 1, random) };
}

/**
 * Compares the server's numbers with this device's. What the server lost (it came back from a backup) is
 * sent again; what neither has is an alarm; numbers this device never gave mean that there are two of it.
 */
async function takeNumbers(tx: StoreTx, response: PushResponse): Promise<void> {
  const meta = await tx.getMeta();
  const numbers = [{ deviceId: meta.deviceId, ...response }, ...(response.others ?? [])];
  const held = Map.groupBy(await tx.listCommands(), (one) => one.deviceId);
  for (const { deviceId, highestSeq, missing } of numbers) {
    const gaps = new Set(missing);
    for (const command of held.get(deviceId) ?? []) {
      const unknownThere = gaps.has(command.seq) || command.seq > highestSeq;
      if (unknownThere && !isUnsent(command)) await tx.putCommand(again(command));
    }
  }
  const own = new Set(held.get(meta.deviceId)?.map(({ seq }) => seq));
  const lost = response.missing.filter((seq) => seq <= meta.lastSeq && !own.has(seq));
  const changed = lost.length !== meta.lost.length || lost.some((seq, i) => meta.lost[i] !== seq);
  if (changed) await tx.putMeta({ lost });
  // Beyond those numbers, so that the next command does not take one that is taken.
  const { highestSeq } = response;
  if (highestSeq > meta.lastSeq) await tx.putMeta({ doubleSeen: true, lastSeq: highestSeq });
}

function again(command: OutboxCommand): OutboxCommand {
  const { deliveredAt: _at, deliveredTick: _tick, answer: _answer, ...rest } = command;
  return { ...rest, state: 'waiting', attempts: 0, nextTryAt: null };
}

/** Something went through: who waited for it goes next, and so does whoever failed no more often. */
async function wakeOthers(
  tx: StoreTx,
  { finished, sent }: { finished: readonly string[]; sent: readonly OutboxCommand[] },
): Promise<void> {
  if (finished.length === 0) return;
  const failures = Math.max(...sent.map((command) => command.attempts));
  const inThisPush = new Set(sent.map((command) => command.id));
  for (const command of await tx.listCommands()) {
    if (!isUnsent(command) || command.nextTryAt === null) continue;
    const waited = command.heldBy !== undefined && finished.includes(command.heldBy);
    const alike =
      !inThisPush.has(command.id) && command.state === 'sending' && command.attempts <= failures;
    if (waited || alike) await tx.putCommand({ ...command, nextTryAt: null });
  }
}
