import { mayDo, maySee, scopeOf } from '#domains/access/who-may.ts';
import { claimLeft } from '#domains/lending/life/loan-life.ts';
import { chargesDue, nextDue, openOf, wholeDebt } from '#domains/lending/life/plans.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import {
  claimsOfPerson,
  counsellingOf,
  findLoan,
  getLoanInHand,
  journalLinesOf,
  lifeOf,
  marksOf,
  scheduleVersionsOf,
  takenOverBy,
} from '#domains/lending/server/index.ts';
import { isId } from '#kernel/id.ts';
import { actorWhoSees } from '../../../../../see.ts';
import type { PageServerLoad } from './$types';
import { steps } from './[step]/steps.ts';
import { chargesByDay, lookBack } from './look-back.ts';

export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const { id } = event.params;
  if (!isId(id)) throw lendingProblems.unknownLoan();
  const found = await app.read(city, async (db) => {
    const loan = await findLoan(db, { id, on: today }, scopeOf(actor, 'see.loans'));
    if (!loan) throw lendingProblems.unknownLoan();
    return {
      loan,
      hand: await getLoanInHand(db, id),
      life: await lifeOf(db, id),
      versions: await scheduleVersionsOf(db, id),
      marks: await marksOf(db, id),
      takenOver: await takenOverBy(db, id),
      claims: await claimsOfPerson(db, loan.personId),
      cases: (await counsellingOf(db, loan.personId)).filter((one) => one.loanId === id),
      // The books themselves are for those who may see books; the rest of the page says the same in words.
      journal: maySee(actor, 'see.books') ? await journalLinesOf(db, id) : null,
    };
  });
  const { hand, ...rest } = found;
  const place = { institution: hand.institutionId };
  const back = lookBack(event.url.searchParams.get('per'), { ...found, today });
  return {
    ...rest,
    today,
    back,
    charges: chargesByDay(hand, back.on),
    open: {
      next: hand.state === 'active' ? nextDue(hand, today) : 0n,
      payoff: hand.state === 'active' ? wholeDebt(hand, today) : 0n,
      charges: hand.state === 'active' ? openOf(hand, 'fee') + openOf(hand, 'penalty') : 0n,
      chargesDue: hand.state === 'active' ? chargesDue(hand, today) : 0n,
      overpaid: hand.paid.overpaid,
      claimed: claimLeft(hand),
    },
    lendingGroupId: hand.lendingGroupId,
    mayCounsel: maySee(actor, 'lending.open-counselling'),
    mayReverse: mayDo(actor, 'lending.reverse-entry', place) === 'yes',
    steps: Object.entries(steps)
      .filter(([, step]) => step.applies(hand) && mayDo(actor, step.kind, place) !== 'no')
      .map(([name, step]) => ({ name, title: step.title })),
  };
};
