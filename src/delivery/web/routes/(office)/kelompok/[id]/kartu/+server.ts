import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import { groupProblems } from '#domains/registry/group-problems.ts';
import { findGroup, findMemberCards, printMemberCards } from '#domains/registry/server/index.ts';
import { downloadStream } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { RequestHandler } from './$types';

/** The sheets of member cards as they stand now: who left is not on them, who joined is. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.groups');
  const { app, city } = event.locals;
  const paper = await app.read(city, async (db) => {
    const group = await findGroup(db, event.params.id, scopeOf(actor, 'see.groups'));
    return group && findMemberCards(db, group.id, app.settings.origin);
  });
  if (!paper) throw groupProblems.groupNotFound();
  const bytes = await printMemberCards(paper);
  return downloadStream(Readable.from([bytes]), {
    name: `Kartu ${paper.groupName}.pdf`,
    type: 'application/pdf',
  });
};
