import { scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findApplication } from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { handOutOf } from './hand-out.ts';
import { stepsFor } from './steps.ts';
import { applicationPageWords as words } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.applications');
  const { app, city, zone, today } = event.locals;
  const { id } = event.params;
  const scope = scopeOf(actor, 'see.applications');
  const application = isId(id)
    ? await app.read(city, (db) => findApplication(db, id, scope))
    : null;
  if (!application) throw lendingProblems.unknownApplication();
  return {
    application,
    zone,
    today,
    steps: stepsFor(actor, application),
    commandIds: { step: newId(), refuse: newId() },
  };
};

/** Every button of the page is one command about this application. */
function act(
  step: string,
  flash: Words,
  body: (text: (name: string) => string, names: readonly string[]) => object = () => ({}),
) {
  return async (event: RequestEvent) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const applicationId = event.params.id;
    return runCommand(
      event,
      `lending.${step}-application`,
      { applicationId, ...body(text, [...data.keys()]) },
      {
        values,
        flash,
        redirectTo: `/pembiayaan/pengajuan/${applicationId}`,
      },
    );
  };
}

export const actions: Actions = {
  recommend: act('recommend', words.recommendedFlash),
  approve: act('approve', words.approvedFlash),
  disburse: act('disburse', words.disbursedFlash, (text, names) => ({
    firstDueOn: text('firstDueOn') || null,
    ...handOutOf(text, names),
  })),
  refuse: act('refuse', words.refusedFlash, (text) => ({
    reason: text('reason'),
    note: text('note'),
  })),
};
