import { defineCommand } from '#platform/command/define-command.ts';
import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import { decideAnswer, requestKinds } from '../../rights/data-request.ts';
import { answerRequestInput } from '../../rights/rights-input.ts';
import { rightsProblems } from '../../rights/rights-problems.ts';
import { endConsent } from '../consent-store.ts';
import { writeProfile } from '../field/profile-store.ts';
import { keepSpokenValues } from '../field/proposal-store.ts';
import {
  closeRequest,
  erasePerson,
  restrictPerson,
  standingConsents,
  standingOf,
  takeRequest,
} from './request-store.ts';
import type { TakenRequest } from './request-store.ts';

/**
 * Answers a request about somebody's own data. Granting does it in the same breath: the field is corrected, her consents
 * end, her record is restricted or erased. Her file (access) is opened from the answered request.
 *
 * Refused when it is answered already, and when the law keeps what she wants erased.
 *
 * @param hasMoney whether she has or had a loan or savings
 */
export function answerDataRequest(
  hasMoney: (db: Reader, personId: string) => Promise<boolean>,
): AnyCommand {
  return defineCommand({
    kind: 'registry.answer-data-request',
    version: 1,
    input: answerRequestInput,
    async handle(tx, body, context) {
      const request = await takeRequest(tx, body.requestId);
      if (!request) throw rightsProblems.unknownRequest();
      const standing = await standingOf(
        tx,
        { personId: request.personId, today: context.today },
        hasMoney,
      );
      if (!standing) throw rightsProblems.unknownRequest();
      decideAnswer(request, body.decision, standing);
      await closeRequest(tx, request.id, { ...body, context });
      if (body.decision === 'granted') await grant(tx, request, context);
      const kind = requestKinds[request.kind].says;
      const granted = body.decision === 'granted';
      return {
        answer: { requestId: request.id, personId: request.personId, decision: body.decision },
        audit: {
          subject: { kind: 'person', id: request.personId },
          says: {
            id: `${granted ? 'Memenuhi' : 'Menolak'} permintaan ${request.number}: ${kind.id.toLowerCase()}`,
            en: `${granted ? 'Granted' : 'Refused'} request ${request.number}: ${kind.en.toLowerCase()}`,
          },
          data: { requestId: request.id },
        },
        events: granted
          ? [{ kind: `registry.${request.kind}-granted`, body: { personId: request.personId } }]
          : [],
      };
    },
  });
}

async function grant(tx: Tx, request: TakenRequest, context: CommandContext): Promise<void> {
  const { personId, kind } = request;
  if (kind === 'correction') return correct(tx, request, context);
  if (kind === 'stop') return stop(tx, request, context);
  if (kind === 'restriction') return restrictPerson(tx, request);
  if (kind === 'erasure') {
    await stop(tx, request, context);
    await erasePerson(tx, personId, context.today);
  }
}

async function correct(tx: Tx, request: TakenRequest, context: CommandContext): Promise<void> {
  const { personId, field, value } = request;
  if (field === null) return;
  const subject = { kind: 'person', id: personId } as const;
  await writeProfile(tx, subject, { [field]: value });
  if (value === null) return;
  const source = { kind: 'correction', id: request.id } as const;
  await keepSpokenValues(tx, [{ subject, field, value }], { source, context });
}

/** Every consent of hers ends: what went on under one stops within the same 3×24 hours (art. 40). */
async function stop(tx: Tx, request: TakenRequest, context: CommandContext): Promise<void> {
  const { now, today, actor } = context;
  const channel = request.channel === 'letter' ? 'written' : 'spoken';
  for (const consentId of await standingConsents(tx, request.personId)) {
    const ended = { consentId, on: today, at: now, channel, by: actor.userId } as const;
    await endConsent(tx, { ...ended, why: request.number });
  }
}
