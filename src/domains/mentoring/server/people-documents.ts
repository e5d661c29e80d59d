import type { DocumentSource } from '#domains/access/server/index.ts';
import { scopeOf } from '#domains/access/who-may.ts';
import { peopleDocuments } from '#domains/registry/server/index.ts';
import type { Json } from '#platform/command/command.ts';
import { groupsCarriedBy } from './group-documents.ts';

/** The people of the groups a mentor carries, whoever she met on the spot, and what became of what she wrote of them. */
export const carriedPeople: DocumentSource = async (db, { actor, today }) => {
  const { group } = scopeOf(actor, 'mentoring.close-meeting');
  const userId = actor.userId;
  const groupIds = await groupsCarriedBy(db, { mentorId: userId, groupIds: group, today });
  const documents = await peopleDocuments(db, { userId, groupIds, today });
  return documents.map(({ key, rows, body }) => ({ key, rows, body: body as object as Json }));
};
