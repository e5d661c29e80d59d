import { defineCommand } from '#platform/command/define-command.ts';
import { discardFieldCommandInput } from '../../device-input.ts';
import { deviceProblems } from '../../device-problems.ts';
import { findDeviceCommands, insertNote, markDiscarded } from './device-commands.ts';
import { findOwner } from './device-store.ts';

/**
 * Writes off a command that was refused on one's own phone, with a reason: the only way work leaves a phone without
 * having been done. Whatever arrives later under its number is not done any more. What was done, or lies with a
 * supervisor, stands: then the answer says so.
 */
export const discardFieldCommand = defineCommand({
  kind: 'access.discard-field-command',
  version: 1,
  input: discardFieldCommandInput,
  async handle(tx, body, context) {
    const owner = await findOwner(tx, body.deviceId);
    if (owner?.userId !== context.actor.userId) throw deviceProblems.unknownDevice();
    const { commandId, deviceId, seq, reason } = body;
    const discarded =
      (await markDiscarded(tx, { commandId, deviceId, problem: { reason } })) ||
      (await insertNote(tx, {
        deviceId,
        seq,
        commandId,
        kind: 'unknown',
        digest: null,
        status: 'discarded',
        code: null,
        problem: { reason },
        madeAt: context.now.toISOString(),
        now: context.now,
      })) ||
      (await isDiscarded(tx, body));
    return {
      answer: { discarded },
      audit: {
        subject: { kind: 'device', id: deviceId },
        says: discarded
          ? {
              id: `Membuang catatan nomor ${seq} dari HP "${owner.name}": ${reason}`,
              en: `Discarded record ${seq} of the phone "${owner.name}": ${reason}`,
            }
          : {
              id: `Hendak membuang catatan nomor ${seq} dari HP "${owner.name}", tetapi sudah diterima`,
              en: `Wanted to discard record ${seq} of the phone "${owner.name}", but it had been received`,
            },
        data: { commandId, seq, discarded },
      },
    };
  },
});

async function isDiscarded(
  tx: Parameters<typeof findDeviceCommands>[0],
  { commandId, deviceId, seq }: { commandId: string; deviceId: string; seq: number },
): Promise<boolean> {
  const found = await findDeviceCommands(tx, { ids: [commandId], numbers: [{ deviceId, seq }] });
  return found.some((one) => one.commandId === commandId && one.status === 'discarded');
}
