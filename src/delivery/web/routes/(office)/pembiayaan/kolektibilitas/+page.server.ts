import { maySee, scopeOf } from '#domains/access/who-may.ts';
import { gradeTables } from '#domains/lending/arrears.ts';
import { closableBooks, cityGradeTables } from '#domains/lending/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { Actions, PageServerLoad } from './$types';
import { lineNames, qualityWords } from './words.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.day-closes');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'lending.add-grade-table');
  const { own, books } = await app.read(city, async (db) => ({
    own: await cityGradeTables(db),
    books: await closableBooks(db, { today, scope }),
  }));
  return {
    own,
    known: gradeTables,
    today,
    mayAdd: maySee(actor, 'lending.add-grade-table'),
    lenders: books.map((book) => ({ value: book.institutionId, label: book.institutionName })),
    cityWide: scope.all,
    commandId: newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const whole = (name: string) => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : null);
    const lines = lineNames.flatMap((grade) =>
      text(`days-${grade}`) === ''
        ? []
        : [
            {
              grade,
              mostOverdueDays: whole(`days-${grade}`),
              mostDaysAfterMaturity: whole(`after-${grade}`),
            },
          ],
    );
    const whose = text('whose');
    const kind = ['bank', 'bpr', 'lkm'].includes(whose) ? whose : null;
    const percents = [1, 2, 3, 4, 5].map((grade) => text(`percent-${grade}`).replace(',', '.'));
    const body = {
      tableId: text('commandId'),
      lenderType: kind,
      institutionId: kind === null ? whose : null,
      repayUnit: text('repayUnit') || null,
      validFrom: text('validFrom'),
      sourceDocument: text('sourceDocument'),
      lines,
      provisionPercents: percents.every((percent) => percent === '') ? null : percents,
    };
    return runCommand(event, 'lending.add-grade-table', body, {
      values,
      flash: qualityWords.added,
      redirectTo: '/pembiayaan/kolektibilitas',
    });
  },
};
