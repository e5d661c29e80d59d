import { redirect } from '@sveltejs/kit';
import { openCandidateFile } from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { signInPath } from '../../../../../../../forms.ts';
import { downloadByLayout } from '../../../download-by-layout.ts';
import type { RequestHandler } from './$types';

/** Takes a candidate file out of the house: noted first, then sent in the lender's own format. */
export const POST: RequestHandler = async (event) => {
  const { app, actor, city } = event.locals;
  if (!actor) redirect(303, signInPath(event.url));
  const form = await event.request.formData();
  const given = form.get('commandId');
  const takingId = typeof given === 'string' && isId(given) ? given : newId();
  await app.execute({
    id: takingId,
    kind: 'lending.take-candidate-file',
    version: 1,
    actor,
    city,
    body: { fileId: event.params.id, takingId },
  });
  const taking = { id: takingId, takenBy: actor.userId };
  const { name, layout, rows } = await app.read(city, (db) =>
    openCandidateFile(db, app.identitySealer, taking),
  );
  return downloadByLayout(layout, { name, rows });
};
