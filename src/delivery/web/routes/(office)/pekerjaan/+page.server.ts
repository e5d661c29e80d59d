import { listJobs } from '#domains/access/server/index.ts';
import { mayDo } from '#domains/access/who-may.ts';
import { readListState } from '#delivery/ui/list-state.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../forms.ts';
import { actorWhoSees } from '../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { jobWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.jobs');
  const list = readListState(event.url, { sorts: ['-asked'], filters: ['state'], size: 30 });
  const query = { state: list.filters.state, limit: list.size, offset: list.offset };
  const found = await event.locals.app.read(event.locals.city, (db) => listJobs(db, query));
  return {
    list,
    ...found,
    // A new id for each row that can be retried, so that two clicks on one are one command.
    retryIds: Object.fromEntries(
      found.rows.filter((row) => row.state === 'failed').map((row) => [row.id, newId()]),
    ),
    mayRetry: mayDo(actor, 'access.retry-job', {}) === 'yes',
    now: event.locals.app.now(),
    zone: event.locals.zone,
  };
};

export const actions: Actions = {
  retry: async (event) => {
    const { values } = await readForm(event);
    const options = { values, redirectTo: '/pekerjaan', flash: jobWords.retried };
    return runCommand(event, 'access.retry-job', { jobId: values.jobId }, options);
  },
};
