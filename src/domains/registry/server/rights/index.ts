import type { AnyCommand } from '#platform/command/command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { answerDataRequest } from './answer-request.ts';
import { liftRestriction } from './lift-restriction.ts';
import { receiveDataRequest } from './receive-request.ts';

export {
  countDataRequests,
  findDataRequest,
  listDataRequests,
  requestsOfPerson,
} from './request-pages.ts';
export type { DataRequestCounts, DataRequestDetail, DataRequestRow } from './request-pages.ts';
export { standingOf } from './request-store.ts';

export function rightsCommands(
  hasMoney: (db: Reader, personId: string) => Promise<boolean>,
): AnyCommand[] {
  return [receiveDataRequest, answerDataRequest(hasMoney), liftRestriction];
}
