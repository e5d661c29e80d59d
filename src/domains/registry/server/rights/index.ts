import type { AnyCommand } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { answerDataRequest } from './answer-request.ts';
import { endRetention } from './end-retention.ts';
import { holdPerson, liftHold } from './hold-person.ts';
import { liftRestriction } from './lift-restriction.ts';
import { noteBreachTold } from './note-breach-told.ts';
import { receiveDataRequest } from './receive-request.ts';
import { recordBreach } from './record-breach.ts';
import { withdrawBreach } from './withdraw-breach.ts';
import type { PeopleOnPhone } from './record-breach.ts';

export {
  breachChoices,
  breachesOfPerson,
  countBreaches,
  listBreaches,
  peopleOfBreach,
} from './breach-pages.ts';
export type { BreachNotice, BreachRow } from './breach-pages.ts';
export type { PeopleOnPhone } from './record-breach.ts';
export {
  countDataRequests,
  findDataRequest,
  listDataRequests,
  requestsOfPerson,
} from './request-pages.ts';
export type { DataRequestCounts, DataRequestDetail, DataRequestRow } from './request-pages.ts';
export { listHolds, previewRetention } from './retention-pages.ts';
export type { HoldRow, RetentionRow } from './retention-pages.ts';
export { standingOf } from './request-store.ts';

export function rightsCommands(
  hasMoney: (db: Reader, personId: string) => Promise<boolean>,
  peopleOnPhone: PeopleOnPhone,
): AnyCommand[] {
  return [
    receiveDataRequest,
    answerDataRequest(hasMoney),
    liftRestriction,
    recordBreach(peopleOnPhone),
    noteBreachTold,
    withdrawBreach,
    endRetention,
    holdPerson,
    liftHold,
  ];
}
