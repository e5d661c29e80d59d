import { meDocument } from '#domains/access/server/index.ts';
import {
  carriedPeople,
  mentoringDocuments,
  visitFieldDocuments,
} from '#domains/mentoring/server/index.ts';
import type { DocumentAsk, FieldDocument } from '#domains/access/field-document.ts';
import type { DocumentSource } from '#domains/access/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

/** Who offers documents for a phone's snapshot; each answers within its reader's scope of today. */
const sources: readonly DocumentSource[] = [mentoringDocuments, visitFieldDocuments, carriedPeople];

/** A phone's whole snapshot, by key: what its user may see and carries today, from one reading of the database. */
export async function fieldDocuments(db: Reader, ask: DocumentAsk): Promise<FieldDocument[]> {
  const own = { key: 'me', rows: 1, body: meDocument(ask.actor) };
  const offered = await Promise.all(sources.map((source) => source(db, ask)));
  return [own, ...offered.flat()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
