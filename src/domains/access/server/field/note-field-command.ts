import { defineCommand } from '#platform/command/define-command.ts';
import { noteFieldCommandInput } from '../../device-input.ts';
import { insertNote } from './device-commands.ts';
import { openReviews } from './review-store.ts';

/**
 * The receiving side notes what it did not do: refused for its author to repair, set aside for a supervisor, or another
 * content under a known number. Once noted the answer stands, however often and however late the same command comes.
 */
export const noteFieldCommand = defineCommand({
  kind: 'access.note-field-command',
  version: 1,
  input: noteFieldCommandInput,
  async handle(tx, body, context) {
    const { deviceId, seq, commandId, kind, status, code, words, field, review } = body;
    const noted =
      body.claimsNumber &&
      (await insertNote(tx, {
        deviceId,
        seq,
        commandId,
        kind,
        status,
        code,
        digest: body.digest,
        problem: { words, ...(field !== undefined && { field }) },
        madeAt: body.madeAt,
        now: context.now,
      }));
    if (review && (noted || status === 'quarantined')) {
      await openReviews(
        tx,
        [
          {
            ...review,
            commandId,
            commandKind: kind,
            device: { deviceId, seq },
            madeBy: body.madeBy,
            madeAt: body.madeAt,
            kept: Buffer.from(review.kept, 'hex'),
          },
        ],
        context.now,
      );
    }
    return {
      answer: { noted },
      audit: {
        subject: { kind: 'device', id: deviceId },
        says:
          status === 'refused'
            ? {
                id: `Menolak catatan nomor ${seq}: ${words.id}`,
                en: `Refused record ${seq}: ${words.en}`,
              }
            : {
                id: `Menyisihkan catatan nomor ${seq} untuk ditinjau: ${words.id}`,
                en: `Set record ${seq} aside for review: ${words.en}`,
              },
        data: { commandId, kind, code, status },
      },
    };
  },
});
