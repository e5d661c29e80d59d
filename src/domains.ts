import type { AnyCommand } from '#platform/command/command.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { Sealer } from '#platform/secrets/sealing.ts';

/**
 * Every domain's commands but access's own, which guards the others.
 *
 * @param _identitySealer seals NIK, KK and NPWP
 */
export function domainCommands(_identitySealer: Sealer): AnyCommand[] {
  return [];
}

/** Every background job of every domain. */
export function domainJobs(): Job[] {
  return [];
}
