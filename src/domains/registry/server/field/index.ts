import { proposeOwnCorrection } from './propose-own-correction.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { confirmPerson } from './confirm-person.ts';
import { correctProfile } from './correct-profile.ts';
import { decidePair } from './decide-pair.ts';
import type { HasMoney } from './decide-pair.ts';
import { decideProfileProposal } from './decide-profile-proposal.ts';
import { registerInField } from './register-in-field.ts';
import type { RecordMet } from './register-in-field.ts';
import { reopenPair } from './reopen-pair.ts';

export { fieldsWaiting } from './propose-own-correction.ts';
export { profileOf } from './profile-store.ts';
export { findCurrentBusiness, findCurrentPerson } from './current-record.ts';
export { peopleDocuments } from './people-documents.ts';
export * from './review-pages.ts';
export { recordSnapshots } from './encounter-store.ts';
export type { NewSnapshot } from './encounter-store.ts';

/** What the registry asks of shelves above it; joined in `domains.ts`. */
export interface FieldPorts {
  readonly recordMet: RecordMet;
  readonly hasMoney: HasMoney;
}

/** @param identitySealer seals NIK and KK */
export function fieldCommands(identitySealer: NumberSealer, ports: FieldPorts): AnyCommand[] {
  return [
    registerInField(identitySealer, ports.recordMet),
    correctProfile(identitySealer),
    proposeOwnCorrection,
    confirmPerson,
    decidePair(ports.hasMoney),
    reopenPair,
    decideProfileProposal,
  ];
}
