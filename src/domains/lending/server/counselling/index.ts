import type { AnyCommand } from '#platform/command/command.ts';
import { closeCounselling } from './close-counselling.ts';
import { openCounselling } from './open-counselling.ts';
import { recordCounsellingStep } from './record-counselling-step.ts';

export { counsellingOf, listCounselling } from './counselling-list.ts';
export type { CounsellingMention, CounsellingRow } from './counselling-list.ts';
export { findCounselling } from './counselling-pages.ts';
export type { CounsellingDetail, CounsellingStep } from './counselling-pages.ts';
export { placeOfLoans } from './counselling-store.ts';

export const counsellingCommands: AnyCommand[] = [
  openCounselling,
  recordCounsellingStep,
  closeCounselling,
];
