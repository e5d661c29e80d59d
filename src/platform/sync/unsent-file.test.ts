import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatId } from '#kernel/id.ts';
import { accept, phone, refuseWrong, start } from '#test/sim/one-phone.ts';
import { deliverAll } from './deliver.ts';
import { isLive, isUnsent } from './order.ts';
import { discard, repair } from './outbox.ts';
import { enrolled } from './sync.ts';
import { exportUnsent, importUnsent } from './unsent-file.ts';

type OnePhone = ReturnType<typeof phone>;

const fileOf = async ({ ports }: OnePhone) => JSON.stringify(await exportUnsent(ports));
const fresh = async (reply: Parameters<typeof phone>[0]) => {
  const other = phone(reply, 8);
  await enrolled(other.ports, formatId(start, 5, new Uint8Array(8)));
  return other;
};
const held = ({ disk }: OnePhone) => [...disk.commands.values()];
const refused = (one: OnePhone) => held(one).find((c) => c.state === 'refused' && isLive(c))!;

/** Her phone: a refused setoran, repaired; the repair given up again; one more behind it. */
async function repairGivenUp() {
  const hers = phone(refuseWrong);
  await hers.note('keliru', ['group:1']);
  await hers.note('di belakangnya', ['group:1']);
  await deliverAll(hers.ports);
  const better = { kind: 'test.note', version: 1, body: { text: 'lebih baik' } };
  const mended = await repair(hers.ports, refused(hers).id, { ...better, subjects: ['group:1'] });
  await discard(hers.ports, { commandId: mended.id, reason: 'Salah orang' });
  return { hers, file: await fileOf(hers), first: mended.replaces! };
}

describe('a file of unsent work', () => {
  test('gives back what a given-up repair was to repair: nothing leaves without a word of hers', async () => {
    const { file, first } = await repairGivenUp();
    const other = await fresh(refuseWrong);
    await importUnsent(other.ports, file);
    await deliverAll(other.ports);
    await deliverAll(other.ports, { force: true });
    expect(refused(other)).toMatchObject({ id: first, refusal: { code: 'test.wrong' } });
    expect(other.states()).toMatchObject({ 'di belakangnya': 'held' });
  });

  test('opened again after its repair arrived, asks the server what became of the first', async () => {
    const { file, first } = await repairGivenUp();
    const other = await fresh(accept);
    await importUnsent(other.ports, file);
    other.disk.commands.delete(first);
    await deliverAll(other.ports);
    await importUnsent(other.ports, file);
    const again = other.disk.commands.get(first);
    expect(again && isLive(again)).toBe(true);
  });

  test('of a repair, opened where the first still waits, puts the repair in its place', async () => {
    const hers = phone(refuseWrong);
    await hers.note('keliru', ['group:1']);
    await deliverAll(hers.ports);
    const before = await fileOf(hers);
    const body = { text: 'lebih baik' };
    const given = { kind: 'test.note', version: 1, body, subjects: ['group:1'] };
    const better = await repair(hers.ports, refused(hers).id, given);
    const other = await fresh(refuseWrong);
    await importUnsent(other.ports, before);
    const result = await importUnsent(other.ports, await fileOf(hers));
    expect(result).toEqual({ kind: 'imported', taken: 1, already: 0 });
    expect(other.disk.commands.get(better.replaces!)?.supersededBy).toBe(better.id);
  });

  test('holds all that is unsent and nothing else, and opened twice changes nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            subject: fc.constantFrom('group:1', 'group:2', 'person:1'),
            text: fc.constantFrom('setoran', 'keliru'),
            then: fc.constantFrom('nothing', 'send', 'repair', 'discard'),
          }),
          { maxLength: 14 },
        ),
        async (story) => {
          const hers = phone(refuseWrong);
          for (const { subject, text, then } of story) {
            await hers.note(text, [subject]);
            if (then === 'send') await deliverAll(hers.ports);
            const wrong = refused(hers) as ReturnType<typeof refused> | undefined;
            if (!wrong) continue;
            const { id: commandId, subjects } = wrong;
            const body = { text: 'betul' };
            if (then === 'repair')
              await repair(hers.ports, commandId, {
                kind: 'test.note',
                version: 1,
                body,
                subjects,
              });
            if (then === 'discard') await discard(hers.ports, { commandId, reason: 'Tidak jadi' });
          }
          const file = await fileOf(hers);
          const other = await fresh(accept);
          const first = await importUnsent(other.ports, file);
          const taken = held(other);
          expect(taken.map(({ id }) => id).sort()).toEqual(
            held(hers)
              .filter(isUnsent)
              .map(({ id }) => id)
              .sort(),
          );
          expect(first).toMatchObject({ taken: taken.filter(isLive).length, already: 0 });
          await importUnsent(other.ports, file);
          expect(held(other)).toEqual(taken);
          const other2 = await fresh(accept);
          await importUnsent(other2.ports, await fileOf(other));
          expect(held(other2)).toEqual(taken);
        },
      ),
      { numRuns: 60, seed: 20_261_122 },
    );
  });
});
