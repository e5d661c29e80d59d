import { append } from '#platform/sync/outbox.ts';
import type { SyncPorts, WireAnswer } from '#platform/sync/ports.ts';
import type { PushAnswer, PushRequest, PushResponse } from '#platform/sync/protocol.ts';
import { formatId } from '#kernel/id.ts';
import { chanceOf } from './chance.ts';
import { emptyDisk, openStore } from './phone-store.ts';
import type { CompleteFate } from './phone-store.ts';
import { plainSealer } from './plain-sealer.ts';

export const start = Date.parse('2026-11-22T02:00:00Z');
export const minute = 60_000;

type Reply = (request: PushRequest) => WireAnswer | 'nothing';

/** Ibu Ratna's phone, and a server that answers what the test says. */
export function phone(reply: Reply = accept, seed = 7) {
  const chance = chanceOf(seed);
  const disk = emptyDisk(formatId(start, 0, chance.bytes(8)));
  const state = { now: start, fate: 'complete' as CompleteFate, reply, pull: [] as WireAnswer[] };
  const sent: PushRequest[] = [];
  const store = openStore(disk, { alive: () => true, fate: () => state.fate, died: () => {} });
  const ports: SyncPorts = {
    ...{ store, sealer: plainSealer(), random: chance },
    clock: { now: () => state.now, zone: () => 'Asia/Jakarta' },
    network: {
      push: (request) => {
        const read = request as unknown as PushRequest;
        sent.push(read);
        const answer = state.reply(read);
        return answer === 'nothing'
          ? Promise.reject(new Error('no signal'))
          : Promise.resolve(answer);
      },
      pull: () => Promise.resolve(state.pull.shift() ?? { status: 500, json: undefined }),
      photoHas: () => Promise.resolve({ status: 200, bytes: 0 }),
      putPhoto: () => Promise.resolve({ status: 201, bytes: 0 }),
    },
  };
  const note = (text: string, subjects: string[], more: object = {}) =>
    append(ports, { kind: 'test.note', version: 1, body: { text }, subjects, ...more });
  const states = () =>
    Object.fromEntries([...disk.commands.values()].map((one) => [textOf(one.sealed), one.state]));
  return { ports, disk, state, sent, note, states };
}

export function textOf(sealed: string): string {
  const content = JSON.parse(Buffer.from(sealed, 'base64url').toString()) as {
    body: { text?: string };
  };
  return content.body.text ?? 'discard';
}

export function answered(answers: PushAnswer[], more: Partial<PushResponse> = {}): WireAnswer {
  const serverTime = new Date(start).toISOString();
  const json = { serverTime, keyId: 'kunci-1', answers, highestSeq: 0, missing: [], ...more };
  return { status: 200, json };
}

/** The server that takes everything. */
export function accept(request: PushRequest): WireAnswer {
  const applied = request.commands.map(({ id }) => ({ id, status: 'applied' as const }));
  return answered(applied, { highestSeq: highest(request) });
}

function highest(request: PushRequest): number {
  const own = request.commands.filter(({ from }) => from === undefined);
  return Math.max(0, ...own.map(({ seq }) => seq));
}

/** Refuses what says "keliru", takes the rest. */
export function refuseWrong(request: PushRequest): WireAnswer {
  const barred = new Set<string>();
  const answers = request.commands.map(({ id, sealed, subjects }): PushAnswer => {
    const held = subjects.some((subject) => barred.has(subject));
    const wrong = textOf(sealed) === 'keliru';
    if (held || wrong) for (const subject of subjects) barred.add(subject);
    if (held) return { id, status: 'held' };
    if (!wrong) return { id, status: 'applied', answer: { discarded: true } };
    return { id, status: 'rejected', code: 'test.wrong', words: { id: 'Keliru', en: 'Wrong' } };
  });
  return answered(answers, { highestSeq: highest(request) });
}
