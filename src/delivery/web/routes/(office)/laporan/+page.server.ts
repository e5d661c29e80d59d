import { mayDo } from '#domains/access/who-may.ts';
import { headlineOf, longestUnvisited } from '#domains/reporting/headline.ts';
import { currentFigures } from '#domains/reporting/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../forms.ts';
import { actorWhoSees } from '../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { reportWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.leadership');
  const { app, city, zone, today } = event.locals;
  const figures = await app.read(city, (db) => currentFigures(app, db, { today }));
  return {
    figures,
    headline: headlineOf(figures),
    attention: longestUnvisited(figures.coverage, today)?.code ?? null,
    readAt: app.now(),
    zone,
    mayFreeze: mayDo(actor, 'reporting.freeze-snapshot', {}) === 'yes',
    commandId: newId(),
  };
};

export const actions: Actions = {
  freeze: async (event) => {
    const { values } = await readForm(event);
    return runCommand(
      event,
      'reporting.freeze-snapshot',
      {},
      { values, flash: reportWords.frozen, redirectTo: '/laporan' },
    );
  },
};
