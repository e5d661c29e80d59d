import type { AnyCommand } from '#platform/command/command.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { missVisit, moveVisit } from './change-planned-visit.ts';
import { closeMeeting } from './close-meeting.ts';
import { countBag } from './count-bag.ts';
import { depositBag } from './deposit-bag.ts';
import {
  acceptMonthlyReport,
  returnMonthlyReport,
  sendMonthlyReport,
  writeMonthlyReport,
} from './monthly-report-commands.ts';
import { planGroupMeetings } from './plan-meetings.ts';
import { planVisits } from './plan-visits.ts';
import { recordVisit } from './record-visit.ts';
import { recordVisits } from './record-visits.ts';

export { standingPresence } from './attendance-correction.ts';
export * from './attendance-pages.ts';
export * from './passbook-rows.ts';
export { bagsOfMentor, listBags, listDeposits } from './bag-pages.ts';
export type { BagRow, DepositRow, OwnBag } from './bag-pages.ts';
export { cleanPhoto, isPhoto } from './clean-photo.ts';
export * from './closed-meeting-pages.ts';
export { mentoringFieldRules } from './field-rules.ts';
export { groupDocuments } from './group-documents.ts';
export { mentoringDocuments } from './mentoring-documents.ts';
export * from './meeting-pages.ts';
export { countOpenMeetings } from './open-meetings.ts';
export * from './passbook-pages.ts';
export { peopleOnPhone } from './people-on-phone.ts';
export * from './receipt-pages.ts';
export * from './schedule-pages.ts';
export * from './sheet-pages.ts';
export { mayChangePlanOf, planningScope } from './plan-visits.ts';
export { mayWriteReport } from './monthly-report-commands.ts';
export { printMonthlyReport } from './print-monthly-report.ts';
export * from './report-pages.ts';
export { visitFieldDocuments } from './visit-documents.ts';
export { visitFieldRules } from './visit-field-rules.ts';
export * from './visit-pages.ts';
export * from './visit-plan-pages.ts';
export { openWishes } from './wish-pages.ts';
export type { LoanWish } from './wish-pages.ts';

export const mentoringCommands: AnyCommand[] = [
  acceptMonthlyReport,
  cancelMeeting,
  closeMeeting,
  countBag,
  depositBag,
  missVisit,
  moveVisit,
  planGroupMeetings,
  planVisits,
  recordVisit,
  recordVisits,
  returnMonthlyReport,
  sendMonthlyReport,
  writeMonthlyReport,
];
export { verifyMeetings } from './verify-meetings.ts';
export { carriedPeople } from './people-documents.ts';
