import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import {
  findDocument,
  findGroup,
  findPrintableDecree,
  printDecree,
} from '#domains/registry/server/index.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import { downloadStream } from '../../../../../../download.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { RequestHandler } from './$types';

/** A decree as PDF: the stored file, or, while its job still runs, the same bytes drawn from the frozen content. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const { app, city } = event.locals;
  const found = await app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, 'see.groups'));
    const decree = await findPrintableDecree(db, event.params.decreeId, app.settings.origin);
    if (!group || !decree?.groupIds.includes(group.id)) throw groupProblems.decreeNotFound();
    return { decree, document: await findDocument(db, 'decree', decree.id) };
  });
  const { decree, document } = found;
  const stored = document && (await openFileStore(app.settings.dataDir).get(document.sha256));
  const bytes = stored ?? (await printDecree({ ...decree.content, verifyUrl: decree.verifyUrl }));
  const name = `SK ${decree.number.replaceAll('/', '-')}.pdf`;
  return downloadStream(Readable.from([bytes]), { name, type: 'application/pdf' });
};
