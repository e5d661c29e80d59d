import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answered, minute, phone } from '#test/sim/one-phone.ts';
import { deliverOnce } from './deliver.ts';
import type { WireAnswer } from './ports.ts';
import type { PushAnswer, PushRequest } from './protocol.ts';

/** What becomes of one push on its way, and of each command that arrives. */
const signals = ['whole', 'lost', 'answer-lost', 'too-large', 'page', 'few'] as const;
type Signal = (typeof signals)[number];
const entered = fc.array(
  fc.record({
    subjects: fc.uniqueArray(fc.constantFrom('group:1', 'group:2', 'person:1', 'person:2'), {
      minLength: 1,
      maxLength: 3,
    }),
    /** How often the phone tries before the next one is entered. */
    sendsBetween: fc.nat(2),
  }),
  { minLength: 1, maxLength: 40 },
);
const weathers = fc.array(fc.constantFrom(...signals), { maxLength: 40 });

/** A server that takes what it gets in order, once; how much of it, and whether the phone hears of it, is the weather's. */
function serverIn(weather: readonly Signal[]) {
  const took: string[] = [];
  const pushes: PushRequest[] = [];
  const numbers = new Set<number>();
  const progress = () => {
    const highestSeq = Math.max(0, ...numbers);
    const all = Array.from({ length: highestSeq }, (_, i) => i + 1);
    return { highestSeq, missing: all.filter((seq) => !numbers.has(seq)) };
  };
  const left = [...weather];
  const reply = (request: PushRequest): WireAnswer | 'nothing' => {
    const fate = left.shift() ?? 'whole';
    if (fate === 'lost') return 'nothing';
    if (fate === 'page') return { status: 502, json: undefined };
    if (fate === 'too-large' && request.commands.length > 1)
      return { status: 413, json: undefined };
    pushes.push(request);
    const through = fate === 'few' ? Math.ceil(request.commands.length / 2) : Infinity;
    const answers = request.commands.slice(0, through).map(({ id, seq }): PushAnswer => {
      numbers.add(seq);
      const status = took.includes(id) ? 'already' : 'applied';
      if (status === 'applied') took.push(id);
      return { id, status };
    });
    return fate === 'answer-lost' ? 'nothing' : answered(answers, progress());
  };
  return { took, pushes, reply };
}

test('whatever the signal does, commands of a subject arrive in the order they were entered, each once', async () => {
  await fc.assert(
    fc.asyncProperty(entered, weathers, async (day, weather) => {
      const server = serverIn(weather);
      const { ports, note, state, disk } = phone(server.reply);
      const subjectsOf = new Map<string, readonly string[]>();
      const seqOf = new Map<string, number>();
      for (const [i, { subjects, sendsBetween }] of day.entries()) {
        const { id, seq } = await note(`catatan ${i}`, subjects);
        subjectsOf.set(id, subjects);
        seqOf.set(id, seq);
        for (let sends = 0; sends < sendsBetween; sends += 1) {
          state.now += minute;
          await deliverOnce(ports);
        }
      }
      const isThere = () =>
        [...disk.commands.values()].every((command) => command.state === 'delivered');
      for (let round = 0; round < 200 && !isThere(); round += 1) {
        state.now += 15 * minute;
        await deliverOnce(ports);
      }
      expect(isThere()).toBe(true);
      expect(new Set(server.took).size).toBe(day.length);
      expect(server.took).toHaveLength(day.length);
      for (const ids of [server.took, ...server.pushes.map((one) => one.commands.map((c) => c.id))])
        for (const subject of new Set([...subjectsOf.values()].flat())) {
          const order = ids
            .filter((id) => subjectsOf.get(id)?.includes(subject))
            .map((id) => seqOf.get(id) ?? 0);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
    }),
    { numRuns: 150 },
  );
});
