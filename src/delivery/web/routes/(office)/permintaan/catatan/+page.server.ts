import { processingRecord } from '#domains/registry/rights/processing-record.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  actorWhoSees(event, 'see.data-requests');
  return { lines: processingRecord() };
};
