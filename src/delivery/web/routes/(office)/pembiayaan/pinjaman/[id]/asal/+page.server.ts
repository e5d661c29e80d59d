import { scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findLoan, getLoanInHand } from '#domains/lending/server/index.ts';
import { isBusinessDate } from '#kernel/date.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { explainDay } from './figures.ts';
import type { PageServerLoad } from './$types';

/**
 * Where a loan's figures come from, on any past day: `?tanggal=` the day, `?ke=` an instalment, `?catatan=` an entry by
 * its number on the statement, `?angka=` the main figure that is open (`sisa-pokok`, `tunggakan`, `hari`, `lunas`).
 */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  const query = event.url.searchParams;
  const typed = query.get('tanggal') ?? '';
  const scope = scopeOf(actor, 'see.loans');
  return app.read(city, async (db) => {
    const seen = isId(id) ? await findLoan(db, { id, on: today }, scope) : null;
    if (!seen) throw lendingProblems.unknownLoan();
    const loan = await getLoanInHand(db, id);
    const on = isBusinessDate(typed) && typed >= loan.disbursedOn && typed <= today ? typed : today;
    const instalment = Number(query.get('ke') ?? '') || null;
    return {
      loan: { id, number: seen.number, name: seen.name, disbursedOn: loan.disbursedOn },
      on,
      today,
      outside: typed !== '' && typed !== on,
      figure: query.get('angka') ?? '',
      entry: Number(query.get('catatan') ?? '') || null,
      explained: explainDay(loan, { on, instalment }),
    };
  });
};
