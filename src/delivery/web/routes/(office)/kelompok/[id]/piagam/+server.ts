import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import {
  certificateOf,
  findGroup,
  findPrintableDecree,
  listGroupDecrees,
  printCertificate,
} from '#domains/registry/server/index.ts';
import { downloadStream } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { RequestHandler } from './$types';

/** The certificate of the group's recognition, drawn from the decree's frozen content. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const { app, city } = event.locals;
  const paper = await app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, 'see.groups'));
    const decrees = group ? await listGroupDecrees(db, group.id) : [];
    const recognition = decrees.find((decree) => decree.kind === 'recognition');
    const decree =
      recognition && (await findPrintableDecree(db, recognition.id, app.settings.origin));
    return decree && group ? certificateOf(decree, decree.groupIds.indexOf(group.id)) : undefined;
  });
  if (!paper) throw groupProblems.decreeNotFound();
  const bytes = await printCertificate(paper);
  return downloadStream(Readable.from([bytes]), {
    name: `Piagam ${paper.groupName}.pdf`,
    type: 'application/pdf',
  });
};
