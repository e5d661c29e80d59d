import { json } from '@sveltejs/kit';
import { isId } from '#kernel/id.ts';
import { isRefusal } from '../../../../../refusal.ts';
import type { RequestHandler } from './$types';

const largestBody = 300_000;

/**
 * Takes a meeting's whole sheet as JSON: `{commandId, body}`. Answers 200 with the command's answer, or the
 * refusal's status with its code and words. The same command id may be sent again until an answer arrives.
 */
export const POST: RequestHandler = async ({ locals, request, params }) => {
  if (!locals.actor) return json({ code: 'web.signed-out' }, { status: 401 });
  const text = await request.text();
  const sent = text.length > largestBody ? null : readSheet(text);
  if (!sent || sent.body.meetingId !== params.id)
    return json({ code: 'web.form-incomplete' }, { status: 400 });
  try {
    const { answer, already } = await locals.app.execute({
      id: sent.commandId,
      kind: 'mentoring.close-meeting',
      version: 1,
      actor: locals.actor,
      city: locals.city,
      body: sent.body,
    });
    return json({ answer, already });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return json({ code: error.code, words: error.words }, { status: error.status });
  }
};

function readSheet(text: string): { commandId: string; body: { meetingId?: unknown } } | null {
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent !== 'object' || sent === null || !('commandId' in sent) || !('body' in sent))
      return null;
    if (!isId(sent.commandId) || typeof sent.body !== 'object' || sent.body === null) return null;
    return { commandId: sent.commandId, body: sent.body };
  } catch {
    return null;
  }
}
