import { mayDo, scopeOf } from '#domains/access/who-may.ts';
import { lendingProblems } from '#domains/lending/problems.ts';
import {
  findBorrowingGroup,
  findLoan,
  listClosures,
  listLoans,
  loansById,
  termsOfLoans,
} from '#domains/lending/server/index.ts';
import { changedSchedule, outlookOf } from '#domains/lending/what-if.ts';
import type { Outlook } from '#domains/lending/what-if.ts';
import type { LoanDue } from '#domains/lending/repayment-sheet.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import { listLenders } from '#domains/partners/server/index.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { isId, newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../forms.ts';
import { mayWords } from '../../../../may-words.ts';
import { isRefusal } from '../../../../refusal.ts';
import { actorWhoSees } from '../../../../see.ts';
import { changeOf, isAsked, readAsked } from './asked.ts';
import { commitBodyOf } from './commit-body.ts';
import type { Actions, PageServerLoad } from './$types';
import { whatIfWords } from './words.ts';

/** As many members as a group has; a page of them all. */
const mostLoans = 100;

/** A group's loans, or one, side by side with what they would be. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.loans');
  const { app, city, today } = event.locals;
  const scope = scopeOf(actor, 'see.loans');
  const [groupId, loanId] = ['kelompok', 'pinjaman'].map((name) =>
    event.url.searchParams.get(name),
  );
  return app.read(city, async (db) => {
    const closures = await listClosures(db, today);
    const asked = readAsked(event.url.searchParams, closures);
    const group = isId(groupId) ? await findBorrowingGroup(db, groupId) : null;
    const loan = isId(loanId) ? await findLoan(db, { id: loanId, on: today }, scope) : null;
    if (!group && !loan) throw lendingProblems.unknownGroup();
    const ids = loan
      ? [loan.id]
      : (
          await listLoans(
            db,
            {
              q: '',
              sort: 'nama',
              direction: 'asc',
              size: mostLoans,
              offset: 0,
              on: today,
              filters: { kelompok: group?.id ?? '', status: 'active' },
            },
            scope,
          )
        ).rows.map((row) => row.id);
    const lenders = await listLenders(db, today);
    const loans = await loansById(db, { loanIds: ids, on: today });
    const terms = await termsOfLoans(db, ids);
    const lines = loans.flatMap((one) => {
      const own = terms.get(one.loanId);
      return own ? [lineOf(one, { terms: own, asked, closures, today })] : [];
    });
    return {
      group: group ? { id: group.id, name: group.name } : null,
      loan: loan ? { id: loan.id, number: loan.number, name: loan.name } : null,
      closures,
      asked,
      isAsked: isAsked(asked),
      lines,
      today,
      skip: changeOf(asked, closures, 0).skip,
      lenders: lenders
        .filter((one) => lines.some((line) => line.institutionId === one.id && line.after))
        .map(({ id: institution, shortName }) => ({
          id: institution,
          name: shortName,
          blocked: mayWords(mayDo(actor, 'lending.commit-what-if', { institution })),
          commandId: newId(),
        })),
      blocked: mayWords(mayDo(actor, 'lending.write-closure', {})),
      commandId: newId(),
    };
  });
};

interface About {
  readonly terms: ProductTerms;
  readonly asked: ReturnType<typeof readAsked>;
  readonly closures: Parameters<typeof changeOf>[1];
  readonly today: BusinessDate;
}

/** One member: how it is, and how it would be; `after` is null where nothing can be changed. */
function lineOf(loan: LoanDue, { terms, asked, closures, today }: About) {
  const before = outlookOf(loan.schedule, loan.paid, today);
  const change = changeOf(asked, closures, before.count);
  const { schedule, paid } = loan;
  let after: Outlook | null = null;
  try {
    const changed = changedSchedule({ schedule, paid, terms }, change, today);
    after = changed && outlookOf(changed, paid, today);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  const { loanId: id, name, number, institutionId } = loan;
  return { id, name, number, institutionId, before, after, extra: change.extra };
}

export const actions: Actions = {
  /** What was shown, proposed for every member whose tick stayed. */
  berlakukan: async (event) => {
    const { data, values } = await readForm(event);
    const body = commitBodyOf(data);
    const loanId = event.url.searchParams.get('pinjaman');
    const groupId = event.url.searchParams.get('kelompok');
    return runCommand(event, 'lending.commit-what-if', body, {
      values,
      flash: whatIfWords.proposed,
      redirectTo: isId(loanId) ? `/pembiayaan/pinjaman/${loanId}` : `/kelompok/${groupId ?? ''}`,
    });
  },
  /** A closure that is not on the list yet. */
  libur: async (event) => {
    const { data, values } = await readForm(event);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const closureId = text('commandId');
    const query = new URLSearchParams(event.url.search);
    query.delete('/libur');
    query.set('libur', closureId);
    return runCommand(
      event,
      'lending.write-closure',
      {
        closureId,
        name: text('name'),
        from: text('from'),
        to: text('to'),
        sourceDocument: text('sourceDocument'),
      },
      {
        values,
        flash: whatIfWords.closureWritten,
        redirectTo: `/pembiayaan/andai?${query.toString()}`,
      },
    );
  },
};
