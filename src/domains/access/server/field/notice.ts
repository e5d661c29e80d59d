import type { CommandEnvelope, Json } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Noticed } from '../../field-rule.ts';
import { addFlags } from './device-commands.ts';
import type { FieldRules } from './field-ports.ts';
import { openReviews } from './review-store.ts';

/**
 * Looks at what a command from a phone did, in its own transaction and behind its effect: it stays done, bears its
 * flags, and where somebody should look at it a review is opened.
 */
export async function noticeFieldCommand(
  tx: Tx,
  given: { envelope: CommandEnvelope; rules: FieldRules; now: Date },
): Promise<void> {
  const { envelope, now } = given;
  const rule = given.rules[envelope.kind]?.notice;
  if (!rule || !envelope.device) return;
  const noticed = await rule(tx, envelope.body as Json);
  if (noticed.length === 0) return;
  const { device } = envelope;
  await addFlags(
    tx,
    device,
    noticed.map((one) => one.flag),
  );
  const reviews = noticed.flatMap((one: Noticed) =>
    one.review
      ? [
          {
            ...one.review,
            commandId: envelope.id,
            commandKind: envelope.kind,
            device,
            madeBy: envelope.actor.userId,
            madeAt: device.madeAt,
            kept: null,
          },
        ]
      : [],
  );
  if (reviews.length > 0) await openReviews(tx, reviews, now);
}
