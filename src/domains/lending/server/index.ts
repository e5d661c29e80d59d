import type { AnyCommand } from '#platform/command/command.ts';
import { apply } from './apply.ts';
import { applyForPerson } from './apply-for-person.ts';
import { approveApplication } from './approve-application.ts';
import { counsellingCommands } from './counselling/index.ts';
import { dayCloseCommands, dayCloseJobs } from './day-close/commands.ts';
import { commitWhatIf } from './commit-what-if.ts';
import { writeClosure } from './write-closure.ts';
import { disburseApplication } from './disburse-application.ts';
import { forgiveClaim } from './forgive-claim.ts';
import { offerProduct } from './offer-product.ts';
import { orderClaims } from './order-claims.ts';
import { endOffer } from './end-offer.ts';
import { publishOffer } from './publish-offer.ts';
import { recommendApplication } from './recommend-application.ts';
import { chargeLoan } from './charge-loan.ts';
import { forgiveDebt } from './forgive-debt.ts';
import { disburseTranche, topUpLoan } from './lend-more.ts';
import { payOffLoan } from './pay-off-loan.ts';
import { recordRecovery } from './record-recovery.ts';
import { refundOverpayment } from './refund-overpayment.ts';
import { restructureLoan } from './restructure-loan.ts';
import { reverseEntry } from './reverse-entry.ts';
import { waive } from './waive.ts';
import { writeOffLoan } from './write-off-loan.ts';
import { recordRepayment } from './record-repayment.ts';
import { refuseApplication } from './refuse-application.ts';
import { repayClaimsCommand } from './repay-claims.ts';
import { reverseClaimEntry } from './reverse-claim-entry.ts';
import type { SavingsPort } from './savings-port.ts';

export { planRepayments } from '../repayment-sheet.ts';
export type { LoanAfter, LoanDue, RepaymentPlan, RepaymentSheet } from '../repayment-sheet.ts';
export { findApplication, listApplications } from './application-pages.ts';
export type {
  ApplicationDetail,
  ApplicationMemberRow,
  ApplicationRow,
  StepTaken,
} from './application-pages.ts';
export { claimsOfPerson, journalLinesOf, marksOf, repaymentsOf } from './loan-history.ts';
export type { ClaimLine, JournalLine, MarkLine, RepaymentLine } from './loan-history.ts';
export { printCard, printPayoffQuotes, printStatement } from './documents/loan-paper.ts';
export type { LoanPaper } from './documents/loan-paper.ts';
export {
  claimEntries,
  findJointLiabilityGroup,
  lendingGroupsOf,
  memberSeries,
} from './joint-liability-pages.ts';
export type {
  ClaimEntry,
  JointLiabilityGroup,
  LendingGroupLink,
  MemberSeries,
} from './joint-liability-pages.ts';
export { findLoanIdByNumber, lifeOf, scheduleVersionsOf, takenOverBy } from './life-pages.ts';
export type { LifeLine, ScheduleVersion, TakenOver } from './life-pages.ts';
export { getLoanInHand, getLoansInHand } from './loan-in-hand.ts';
export { claimsOf, lockClaims } from './claim-store.ts';
export { payBackClaims } from './pay-back-claims.ts';
export { fieldLoansOf } from './field-loans.ts';
export { countsFromClosedDay, lookAlikesOf } from './field-money.ts';
export type { LookAlike } from './field-money.ts';
export type { FieldLoanOfGroup } from './field-loans.ts';
export type { StoredClaim } from './claim-store.ts';
export { findLoans } from './find-loans.ts';
export type { FoundLoan } from './find-loans.ts';
export { findLoan, listLoans } from './loan-pages.ts';
export type { LoanDetail, LoanRow, LoanState } from './loan-pages.ts';
export { loansById, loansOfGroup, lockLoansOfGroup } from './loans-due.ts';
export type { GroupDay } from './loans-due.ts';
export { findBorrowingGroup, groupMembers } from './member-facts.ts';
export type { BorrowingGroup, GroupMember } from './member-facts.ts';
export { findBorrower } from './person-facts.ts';
export type { Borrower } from './person-facts.ts';
export { hasBorrowed, placeOfPerson } from './person-place.ts';
export { closedDaysFrom } from './closed-days.ts';
export { listClosures } from './closure-store.ts';
export type { Closure } from './closure-store.ts';
export { termsOfLoans } from './loan-terms.ts';
export { comparableOffers, listWrittenOffers } from './offer-pages.ts';
export type { WrittenOffer } from './offer-pages.ts';
export { interestPaidByMember } from './interest-paid.ts';
export { portfolioByBook } from './portfolio.ts';
export type { Portfolio } from './portfolio.ts';
export { nextLoansOf } from './next-loans.ts';
export type { NextLoan } from './next-loans.ts';
export { listProducts } from './product-pages.ts';
export type { ProductRow } from './product-pages.ts';
export { getProduct } from './product-store.ts';
export type { Product } from './product-store.ts';
export * from './counselling/index.ts';
export * from './partner/index.ts';
export { recordRepayments } from './repayment-store.ts';
export * from './subsidy/index.ts';
export type { SavingsPort } from './savings-port.ts';

/** @param savings where a disbursement sets the compulsory part aside */
export function lendingCommands(savings: SavingsPort): AnyCommand[] {
  return [
    offerProduct,
    publishOffer,
    writeClosure,
    endOffer,
    apply,
    applyForPerson,
    recommendApplication,
    approveApplication,
    refuseApplication,
    disburseApplication(savings),
    recordRepayment(savings),
    payOffLoan,
    refundOverpayment(savings),
    chargeLoan,
    waive,
    reverseEntry(savings),
    restructureLoan,
    commitWhatIf,
    topUpLoan,
    disburseTranche,
    writeOffLoan,
    forgiveDebt,
    recordRecovery,
    repayClaimsCommand,
    forgiveClaim,
    orderClaims,
    reverseClaimEntry,
    ...counsellingCommands,
    ...dayCloseCommands,
  ];
}
export { verifyLoans } from './verify-loans.ts';

export {
  closableBooks,
  closeProgress,
  listCloses,
  portfolioSeries,
} from './day-close/day-close-pages.ts';
export type { CloseLine, CloseProgress, ClosableBook } from './day-close/day-close-pages.ts';
export type { PortfolioDay } from './day-close/day-close-store.ts';
export { cityGradeTables } from './day-close/grade-rules.ts';
export type { CityGradeTable } from './day-close/grade-rules.ts';
export { verifyDayClose } from './day-close/verify-day-close.ts';
export { booksToClose } from './day-close/day-close-store.ts';

export const lendingJobs = [...dayCloseJobs];
