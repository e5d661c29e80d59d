import type { AnyCommand } from '#platform/command/command.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';
import { loadRegions } from './load-regions.ts';
import { registerPeople } from './register-people.ts';

export type { NewBusiness, Sector } from './business-store.ts';
export { regionsOf } from './region-data.ts';
export { listRegions } from './region-store.ts';
export type { Region } from './region-store.ts';

/** @param identitySealer seals NIK, KK and NPWP */
export function registryCommands(identitySealer: Sealer): AnyCommand[] {
  return [loadRegions, registerPeople(identitySealer)];
}
