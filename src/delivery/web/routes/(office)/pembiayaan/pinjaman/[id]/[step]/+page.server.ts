import { fail } from '@sveltejs/kit';
import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { seenMark } from '#domains/lending/life/loan-life.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import { findLoan, getLoanInHand, memberSeries } from '#domains/lending/server/index.ts';
import { isId, newId } from '#kernel/id.ts';
import type { Words } from '#kernel/words.ts';
import { readForm, runCommand } from '../../../../../../forms.ts';
import { mayWords } from '../../../../../../may-words.ts';
import { isRefusal } from '../../../../../../refusal.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { consequencesOf } from './consequences.ts';
import type { Consequences } from './consequences.ts';
import { rateInDoubt, stepWords } from './step-words.ts';
import { getStep } from './steps.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { today } = event.locals;
  const { loan, step, peers } = await opened(event);
  const asked = event.url.searchParams;
  const verdict = mayDo(actor, step.kind, { institution: loan.institutionId });
  const fields = step.fields(loan, today, peers).map((field) => ({
    ...field,
    value: asked.get(field.name) ?? field.value ?? '',
  }));
  const { consequences, problem } = preview(event, { loan, step, peers });
  return {
    loan: { id: loan.id, number: loan.number, name: loan.name },
    step: {
      name: event.params.step,
      title: step.title,
      does: step.does,
      button: step.button,
      danger: step.danger ?? false,
    },
    fields,
    consequences,
    problem,
    blocked:
      mayWords(verdict) ?? (step.applies(loan) ? null : lendingProblems.loanNotActive(loan).words),
    seen: seenMark(loan),
    commandId: newId(),
  };
};

type Opened = Awaited<ReturnType<typeof opened>>;

async function opened(event: RequestEvent) {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  const step = getStep(event.params.step);
  if (!isId(id)) throw lendingProblems.unknownLoan();
  return app.read(city, async (db) => {
    const reached = await findLoan(db, { id, on: today }, scopeOf(actor, 'see.loans'));
    if (!reached) throw lendingProblems.unknownLoan();
    const loan = await getLoanInHand(db, id);
    const group = loan.lendingGroupId ? await memberSeries(db, loan.lendingGroupId) : [];
    const peers = group.filter((peer) => peer.personId !== loan.personId);
    return { loan, step, peers };
  });
}

/** What the step would do, by the same pure plan that the command follows; nothing is recorded. */
function preview(
  event: RequestEvent,
  { loan, step }: Opened,
): { consequences: Consequences | null; problem: Words | null } {
  const asked = event.url.searchParams;
  if (![...asked.keys()].some((name) => name !== 'entryId' && name !== 'lang'))
    return { consequences: null, problem: null };
  const { today } = event.locals;
  const filled = (name: string) => {
    if (name === 'commandId') return newId();
    const typed = asked.get(name)?.trim() ?? '';
    return typed === '' && (name === 'reason' || name === 'document') ? 'pratinjau' : typed;
  };
  try {
    const entered = step.plan(loan, step.body(filled, loan, today), { today, newId });
    return { consequences: consequencesOf(loan, { entered, today }), problem: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { consequences: null, problem: error.words };
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { loan, step } = await opened(event);
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const doubt = step.doubt?.(text, loan);
    if (doubt) {
      const fields = { annualRatePercent: doubt };
      return fail(422, { problem: { code: rateInDoubt, words: doubt, fields }, values });
    }
    return runCommand(event, step.kind, step.body(text, loan, event.locals.today), {
      values,
      flash: (answer) =>
        typeof answer === 'object' && answer !== null && 'proposalId' in answer
          ? stepWords.waiting
          : step.done,
      redirectTo: `/pembiayaan/pinjaman/${loan.id}`,
    });
  },
};
