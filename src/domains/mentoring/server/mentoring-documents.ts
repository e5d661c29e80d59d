import type { FieldDocument } from '#domains/access/field-document.ts';
import type { DocumentSource } from '#domains/access/server/index.ts';
import { scopeOf } from '#domains/access/who-may.ts';
import { listRegions } from '#domains/registry/server/index.ts';
import { caseDocuments, listDepartments } from '#domains/voice/server/index.ts';
import type { Json } from '#platform/command/command.ts';
import { together } from '#platform/db/together.ts';
import type { BagsDocument } from '../bags-document.ts';
import type { GroupDocument } from '../group-document.ts';
import type { LeftGroupsDocument } from '../left-groups-document.ts';
import type { ReferenceDocument } from '../reference-document.ts';
import { bagsOfMentor } from './bag-pages.ts';
import { groupDocuments, groupsCarriedBy } from './group-documents.ts';
import { groupsThatLeft } from './left-groups.ts';

/** What a mentor carries: her groups, their open cases, and what forms choose from. */
export const mentoringDocuments: DocumentSource = async (db, { actor, today }) => {
  const { group } = scopeOf(actor, 'mentoring.close-meeting');
  const mentorId = actor.userId;
  const groupIds = await groupsCarriedBy(db, { mentorId, groupIds: group, today });
  const [groups, cases, departments, kecamatan, kelurahan, carried, left] = await together(
    groupDocuments(db, { groupIds, today }),
    caseDocuments(db, { groupIds, raisedBy: mentorId }),
    listDepartments(db, today),
    listRegions(db, 'kecamatan'),
    listRegions(db, 'kelurahan'),
    bagsOfMentor(db, { mentorId, today }),
    groupsThatLeft(db, { mentorId, carried: groupIds, today }),
  );
  const reference: ReferenceDocument = {
    departments,
    regions: [...kecamatan, ...kelurahan].map(({ code, name, level }) => ({
      code,
      name,
      level: level === 'kecamatan' ? 'kecamatan' : 'kelurahan',
    })),
  };
  const bags: BagsDocument = {
    bags: carried.map(({ id, institutionId, institutionName, holdsRupiah }) => ({
      id,
      institutionId,
      institutionName,
      holdsRupiah: holdsRupiah.toString(),
    })),
  };
  const leftGroups: LeftGroupsDocument = { groups: left };
  const listed = departments.length + reference.regions.length;
  return [
    { key: 'reference', rows: listed, body: plain(reference) },
    { key: 'bags', rows: carried.length, body: plain(bags) },
    { key: 'left-groups', rows: left.length, body: plain(leftGroups) },
    ...groups.map((one) => ({ key: `group:${one.id}`, rows: rowsOf(one), body: plain(one) })),
    ...cases.map((one): FieldDocument => ({ key: `case:${one.id}`, rows: 1, body: plain(one) })),
  ];
};

function rowsOf(group: GroupDocument): number {
  const { members, loans, meetings, receipts, claims } = group;
  return 1 + members.length + loans.length + meetings.length + receipts.length + claims.length;
}

/** A document holds nothing but JSON: digits for money, text for days. */
function plain(document: object): Json {
  return document as Json;
}
