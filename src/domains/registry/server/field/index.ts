import type { AnyCommand } from '#platform/command/command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { registerInField } from './register-in-field.ts';
import type { RecordMet } from './register-in-field.ts';

export { findCurrentBusiness, findCurrentPerson, idsOfPerson } from './current-record.ts';
export { recordSnapshots } from './encounter-store.ts';
export type { NewSnapshot } from './encounter-store.ts';

/** What the registry asks of shelves above it; joined in `domains.ts`. */
export interface FieldPorts {
  readonly recordMet: RecordMet;
}

/** @param identitySealer seals NIK and KK */
export function fieldCommands(identitySealer: Sealer, ports: FieldPorts): AnyCommand[] {
  return [registerInField(identitySealer, ports.recordMet)];
}
