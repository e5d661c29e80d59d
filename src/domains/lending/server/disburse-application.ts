import { takeNumbers } from '#domains/access/server/index.ts';
import { getBook, openAccounts, postJournals } from '#domains/ledger/server/index.ts';
import type { Book } from '#domains/ledger/server/index.ts';
import { recordServices } from '#domains/programmes/server/index.ts';
import { newId } from '#kernel/id.ts';
import { formatRupiah, sum } from '#kernel/money.ts';
import type { CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { Tx } from '#platform/db/tx.ts';
import { decideDisbursement } from '../application.ts';
import { assertFirstDue } from '../first-due.ts';
import { disburseApplicationInput } from '../input.ts';
import { disbursementJournal } from '../postings.ts';
import { keptBack, spreadFees } from '../product-conditions.ts';
import { lifeProblems } from '../life/life-problems.ts';
import { lendingProblems } from '../problems.ts';
import { computedSchedule, loanTermsJson } from '../stored-terms.ts';
import { compulsorySavings } from '../terms.ts';
import { lockApplication, markDisbursed, placeOfApplication } from './application-store.ts';
import type { Application } from './application-store.ts';
import { closuresFor } from './closed-days.ts';
import { chargeSpreadFees, keptAccounts, keptRupiah } from './disbursement-fees.ts';
import type { LoanFees } from './disbursement-fees.ts';
import { insertLoans, membersToDisburse } from './loan-store.ts';
import type { NewLoan } from './loan-store.ts';
import { getProduct } from './product-store.ts';
import type { Product } from './product-store.ts';
import type { SavingsPort } from './savings-port.ts';
import { assertTakeOvers, recordTakeOvers } from './take-over.ts';

/** A loan about to exist, with the leaves and the set-aside part it needs. */
interface PreparedLoan extends NewLoan, LoanFees {
  readonly accountId: string;
  readonly journalId: string;
  readonly compulsoryRupiah: bigint;
}

/**
 * Hands an approved application's money out, once: one loan a member with its schedule, cash from the
 * till, the compulsory part into her savings, all in one posting.
 *
 * Refused a second time, before approval, with a first instalment not after today, and when the till is short.
 */
export function disburseApplication(savings: SavingsPort) {
  return defineCommand({
    kind: 'lending.disburse-application',
    version: 1,
    input: disburseApplicationInput,
    place: (tx, body) => placeOfApplication(tx, body.applicationId),
    async handle(tx, body, context) {
      const application = await lockApplication(tx, body.applicationId);
      decideDisbursement(application);
      const firstDueOn = body.firstDueOn ?? application.firstDueOn;
      assertFirstDue(firstDueOn, context.today);
      const product = await getProduct(tx, application.productId);
      const book = await getBook(tx, product.institutionId);
      const loans = await prepareLoans(tx, {
        application,
        product,
        firstDueOn,
        context,
        firstTranches: body.firstTranches,
      });
      assertTakeOvers(loans, body.takeOvers);
      await openLeaves(tx, { application, book, product, loans });
      await insertLoans(
        tx,
        { ...headOf(application), disbursedOn: context.today, at: context.now },
        loans,
      );
      await chargeSpreadFees(tx, loans, { context, bookId: book.id });
      await payOut(tx, { savings, product, book, loans, context });
      await recordTakeOvers(tx, { takeOvers: body.takeOvers, loans, on: context.today });
      await recordServices(
        tx,
        loans.map((loan) => ({
          personId: loan.personId,
          businessId: loan.businessId,
          kind: 'loan' as const,
          on: context.today,
          source: { kind: 'loan', id: loan.id },
          byName: product.institutionName,
        })),
      );
      await markDisbursed(tx, { id: application.id, at: context.now });
      const total = sum(loans.map((loan) => loan.amountRupiah));
      return {
        answer: {
          applicationId: application.id,
          loanIds: loans.map((loan) => loan.id),
          totalRupiah: total.toString(),
        },
        audit: {
          subject: { kind: 'application', id: application.id },
          says: {
            id: `Mencairkan ${application.number}: ${loans.length} pembiayaan, ${formatRupiah(total, 'id')}, untuk ${application.applicant}`,
            en: `Disbursed ${application.number}: ${loans.length} loans, ${formatRupiah(total, 'en')}, to ${application.applicant}`,
          },
          data: { firstDueOn, loans: loans.map((loan) => loan.number) },
        },
      };
    },
  });
}

function headOf(application: Application) {
  const { id: applicationId, institutionId, productId, lendingGroupId } = application;
  return { applicationId, institutionId, productId, lendingGroupId };
}

async function prepareLoans(
  tx: Tx,
  given: {
    application: Application;
    product: Product;
    firstDueOn: string;
    context: CommandContext;
    firstTranches: readonly { readonly personId: string; readonly amountRupiah: bigint }[];
  },
): Promise<PreparedLoan[]> {
  const { product, firstDueOn, context } = given;
  const members = await membersToDisburse(tx, given.application.id);
  const year = Number(context.today.slice(0, 4));
  const closures = await closuresFor(tx, product.terms, context.today);
  const firstNumber = await takeNumbers(tx, { name: 'loan', year, count: members.length });
  return members.map((approved, i) => {
    const first = given.firstTranches.find((one) => one.personId === approved.personId);
    if (first && first.amountRupiah > approved.amountRupiah)
      throw lifeProblems.overProduct({ most: approved.amountRupiah });
    const inTranches = first !== undefined && first.amountRupiah < approved.amountRupiah;
    const member = first ? { ...approved, amountRupiah: first.amountRupiah } : approved;
    const terms = {
      product: product.terms,
      principal: member.amountRupiah,
      disbursedOn: context.today,
      firstDueOn,
      closures,
    };
    // Of all that was approved, also where it is handed out in parts: the rest then costs nothing more.
    const kept = keptBack(product.terms, approved.amountRupiah);
    const schedule = computedSchedule(terms);
    return {
      ...member,
      approvedRupiah: inTranches ? approved.amountRupiah : null,
      id: newId(),
      number: `PJ-${year}-${String(firstNumber + i).padStart(6, '0')}`,
      terms: loanTermsJson(terms, kept),
      schedule,
      kept,
      spread: spreadFees(product.terms, { principal: approved.amountRupiah, ...schedule }),
      accountId: newId(),
      journalId: newId(),
      compulsoryRupiah: compulsorySavings(member.amountRupiah, product.compulsorySavingsPercent),
    };
  });
}

/**
 * A leaf for each loan, one for the group's interest (were it one for all, every meeting of the city would wait for
 * every other), and, under joint liability, each member's leaves for claims between members. One person's loan needs its
 * own leaf only: it is repaid at the counter.
 */
async function openLeaves(
  tx: Tx,
  given: {
    application: Application;
    book: Book;
    product: Product;
    loans: readonly PreparedLoan[];
  },
): Promise<void> {
  const { application, book, loans } = given;
  const { lendingGroupId } = application;
  const leaf = (loan: PreparedLoan) => ({ bookId: book.id, leaf: loan.number });
  await openAccounts(tx, [
    ...(lendingGroupId === null
      ? []
      : [
          {
            id: newId(),
            bookId: book.id,
            control: 'interestIncome' as const,
            leaf: application.number,
            owner: { kind: 'lending-group' as const, id: lendingGroupId },
          },
        ]),
    ...loans.map((loan) => ({
      ...leaf(loan),
      id: loan.accountId,
      control: 'loan' as const,
      owner: { kind: 'loan' as const, id: loan.id },
    })),
    ...(given.product.jointLiability && lendingGroupId !== null ? loans : []).flatMap((loan) => [
      {
        ...leaf(loan),
        id: newId(),
        control: 'memberClaim' as const,
        owner: { kind: 'claim' as const, id: loan.personId },
      },
      {
        ...leaf(loan),
        id: newId(),
        control: 'memberDebt' as const,
        owner: { kind: 'debt' as const, id: loan.personId },
      },
    ]),
  ]);
}

async function payOut(
  tx: Tx,
  given: {
    savings: SavingsPort;
    product: Product;
    book: Book;
    loans: readonly PreparedLoan[];
    context: CommandContext;
  },
): Promise<void> {
  const { savings, book, loans, context } = given;
  const compulsory = await savingsOf(tx, given);
  const setAsideOf = (loan: PreparedLoan) => {
    const account = compulsory.get(loan.personId);
    if (loan.compulsoryRupiah === 0n) return null;
    if (!account) throw new Error(`no compulsory savings account was opened for ${loan.number}`);
    return { ...account, rupiah: loan.compulsoryRupiah };
  };
  const moment = {
    on: context.today,
    businessDate: context.today,
    cashAccountId: book.accounts.till,
  };
  const keptIn = await keptAccounts(tx, book.id, loans);
  const journals = loans.map((loan) =>
    disbursementJournal(moment, {
      id: loan.journalId,
      number: loan.number,
      accountId: loan.accountId,
      principalRupiah: loan.amountRupiah,
      setAside: setAsideOf(loan),
      kept: keptIn ? loan.kept.map((one) => ({ ...one, accountId: keptIn[one.kind] })) : [],
    }),
  );
  try {
    await postJournals(tx, { bookId: book.id, commandId: context.id, journals });
  } catch (error) {
    // Only the till can fall short here: every other leaf grows.
    if (!(error instanceof Refusal) || error.code !== 'ledger.overdrawn') throw error;
    throw lendingProblems.tillTooSmall({
      needed: sum(loans.map((l) => l.amountRupiah - l.compulsoryRupiah - keptRupiah(l))),
    });
  }
  await savings.recordMovements(
    tx,
    loans.flatMap((loan) => {
      const setAside = setAsideOf(loan);
      return setAside
        ? {
            id: newId(),
            accountId: setAside.id,
            on: context.today,
            amountRupiah: setAside.rupiah,
            source: 'disbursement' as const,
            sourceId: loan.id,
            journalId: loan.journalId,
          }
        : [];
    }),
  );
}

/**
 * The borrowers' accounts at their lender, compulsory by person; none where the lender only lends, unless an older product
 * says that something is set aside: then it is refused.
 */
async function savingsOf(
  tx: Tx,
  given: {
    savings: SavingsPort;
    product: Product;
    book: Book;
    loans: readonly PreparedLoan[];
    context: CommandContext;
  },
) {
  const { savings, product, book, loans, context } = given;
  const wanted = product.keepsSavings || loans.some((loan) => loan.compulsoryRupiah > 0n);
  const accounts = await savings.openSavingsAccounts(tx, {
    bookId: book.id,
    institutionId: book.institutionId,
    openedOn: context.today,
    personIds: wanted ? loans.map((loan) => loan.personId) : [],
    kinds: ['compulsory', 'voluntary'],
  });
  return new Map(accounts.filter((a) => a.kind === 'compulsory').map((a) => [a.personId, a]));
}
