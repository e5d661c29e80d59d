import type { AnyCommand } from '#platform/command/command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { applyPartnerFile } from './apply-partner-file.ts';
import { dropPartnerFile } from './drop-partner-file.ts';
import { makeCandidateFile } from './make-candidate-file.ts';
import { readPartnerFile } from './read-partner-file.ts';
import { resealFiles } from './reseal-files.ts';
import { recordSharingConsent } from './record-sharing-consent.ts';
import { takeCandidateFile } from './take-candidate-file.ts';

export { filesNotUnder } from './reseal-files.ts';
export { candidateGroups } from './candidate-source.ts';
export type { CandidateGroup } from './candidate-source.ts';
export * from './partner-loan-pages.ts';
export * from './partner-pages.ts';
export { listWithoutConsent } from './sharing-consent-pages.ts';
export type { WithoutConsentRow } from './sharing-consent-pages.ts';
export { verifyPartnerBooks } from './verify-partner-books.ts';
export { openCandidateFile } from './take-candidate-file.ts';
export type { OpenedCandidateFile } from './take-candidate-file.ts';

/** @param identitySealer opens the NIKs a lender's template asks for */
export function partnerBookCommands(identitySealer: Sealer): AnyCommand[] {
  return [
    recordSharingConsent,
    makeCandidateFile(identitySealer),
    takeCandidateFile,
    readPartnerFile,
    applyPartnerFile,
    dropPartnerFile,
    resealFiles(identitySealer),
  ];
}
