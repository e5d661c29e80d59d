import {
  decideBusinessPair,
  recordBusinessPairs,
  reopenBusinessPair,
} from './decide-business-pair.ts';
import { askLookAlikes, findLookAlikes, recordLookAlikes } from './find-look-alikes.ts';

export {
  countBusinessPairs,
  findBusinessPair,
  joinedInto,
  listBusinessPairs,
} from './business-pair-pages.ts';
export type { BusinessPairRow, JoinedBusiness, PairedBusiness } from './business-pair-pages.ts';

export const lookAlikeCommands = [
  askLookAlikes,
  recordLookAlikes,
  recordBusinessPairs,
  decideBusinessPair,
  reopenBusinessPair,
];
export const lookAlikeJobs = [findLookAlikes];
