import type { AnyCommand } from '#platform/command/command.ts';
import { acceptSubsidisedLoans } from './accept-subsidised-loans.ts';
import { accrueSubsidyCommand } from './accrue-subsidy.ts';
import { answerClaim, draftClaim, payClaim } from './claim-commands.ts';
import { endSubsidy } from './end-subsidy.ts';
import { offerSubsidy } from './offer-subsidy.ts';
import { sendClaim } from './send-claim.ts';

export { verifySubsidy } from './verify-subsidy.ts';
export { accrueSubsidy } from './accrue-subsidy.ts';
export { printClaimLetter } from './print-claim-letter.ts';
export { claimLines } from './send-claim.ts';

export * from './subsidy-pages.ts';

export const subsidyCommands: AnyCommand[] = [
  offerSubsidy,
  acceptSubsidisedLoans,
  accrueSubsidyCommand,
  endSubsidy,
  draftClaim,
  sendClaim,
  answerClaim,
  payClaim,
];
