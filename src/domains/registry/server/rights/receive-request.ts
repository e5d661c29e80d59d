import { defineCommand } from '#platform/command/define-command.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { readProfileValue } from '../../field/profile-fields.ts';
import { requestKinds } from '../../rights/data-request.ts';
import { receiveRequestInput } from '../../rights/rights-input.ts';
import type { ReceiveRequest } from '../../rights/rights-input.ts';
import { rightsProblems } from '../../rights/rights-problems.ts';
import { placeOfPeople } from '../person-place.ts';
import { insertRequest, openRequestLike } from './request-store.ts';

/**
 * Writes down what somebody asks about her own data. The clock of 3×24 hours runs from the day she asked, not from when it was written down. A correction names
 * the field and what it should say; a NIK is corrected at its own desk, because it is never written down in clear.
 *
 * Refused for a day to come, a value nobody can read, and while the same request waits.
 */
export const receiveDataRequest = defineCommand({
  kind: 'registry.receive-data-request',
  version: 1,
  input: receiveRequestInput,
  place: (tx, body) => placeOfPeople(tx, [body.personId]),
  async handle(tx, body, context) {
    const request = readable(body, context);
    const standing = await openRequestLike(tx, request);
    if (standing) throw rightsProblems.requestStands({ number: standing });
    const number = await insertRequest(tx, request, context);
    const kind = requestKinds[request.kind].says;
    return {
      answer: { requestId: context.id, number },
      audit: {
        subject: { kind: 'person', id: request.personId },
        says: {
          id: `Mencatat permintaan ${number}: ${kind.id.toLowerCase()}`,
          en: `Wrote down request ${number}: ${kind.en.toLowerCase()}`,
        },
        data: { requestId: context.id, channel: request.channel, proof: request.proof },
      },
    };
  },
});

/** @throws Refusal received-in-future, correction-needed, correction-unreadable */
function readable(body: ReceiveRequest, context: CommandContext): ReceiveRequest {
  if (body.receivedOn > context.today) throw rightsProblems.receivedInFuture();
  if (body.kind !== 'correction') return { ...body, field: null, value: null };
  if (body.field === null || body.field === 'nik') throw rightsProblems.correctionNeeded();
  const read = readProfileValue('person', body.field, body.value);
  if (!read.ok) throw rightsProblems.correctionUnreadable({ why: read.problem.says });
  return { ...body, value: read.value };
}
