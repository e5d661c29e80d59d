import { scopeOf } from '#domains/access/who-may.ts';
import { listBags, listDeposits } from '#domains/mentoring/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../forms.ts';
import { actorWhoSees } from '../../../see.ts';
import { bagWords } from './words.ts';
import type { Actions, PageServerLoad } from './$types';

/** The cashier's page: what each mentor still carries, and the cash just handed over. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'mentoring.deposit-bag');
  const scope = scopeOf(actor, 'mentoring.deposit-bag');
  const { app, city } = event.locals;
  const found = await app.read(city, async (db) => ({
    bags: await listBags(db, { scope, today: event.locals.today }),
    deposits: await listDeposits(db, { scope, limit: 20 }),
  }));
  return { ...found, commandId: newId() };
};

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event);
    const amount = String(values.amountRupiah ?? '').replace(/\D/g, '');
    // The form's id is the deposit's too: sent twice, it is one deposit.
    const body = {
      depositId: values.commandId,
      bagId: values.bagId,
      amountRupiah: amount || undefined,
      slipNumber: values.slipNumber,
      into: values.into,
    };
    return runCommand(event, 'mentoring.deposit-bag', body, {
      values,
      redirectTo: '/setoran',
      flash: bagWords.recorded,
    });
  },
};
