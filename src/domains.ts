import { findDevice, heldOnPhone } from '#domains/access/server/index.ts';
import { ledgerCommands } from '#domains/ledger/server/index.ts';
import {
  filesNotUnder,
  hasBorrowed,
  interestPaidByMember,
  lendingCommands,
  lendingJobs,
  partnerBookCommands,
  subsidyCommands,
} from '#domains/lending/server/index.ts';
import { mentoringCommands, peopleOnPhone } from '#domains/mentoring/server/index.ts';
import { partnerCommands } from '#domains/partners/server/index.ts';
import { programmeCommands, recordServices } from '#domains/programmes/server/index.ts';
import { numbersNotUnder, registryCommands, registryJobs } from '#domains/registry/server/index.ts';
import { reportingCommands } from '#domains/reporting/server/index.ts';
import {
  hasSavings,
  openSavingsAccounts,
  savedBy,
  recordMovements,
  savingsCommands,
} from '#domains/savings/server/index.ts';
import { voiceCommands } from '#domains/voice/server/index.ts';
import type { AnyCommand } from '#platform/command/command.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { fieldDocuments } from './documents.ts';

/**
 * Every domain's commands but access's own, which guards the others.
 *
 * @param identitySealer seals NIK, KK and NPWP
 */
export function domainCommands(identitySealer: NumberSealer): AnyCommand[] {
  return [
    ...ledgerCommands,
    ...partnerCommands,
    ...registryCommands(identitySealer, {
      recordMet: recordServices,
      hasMoney: async (db, personId) =>
        (await hasBorrowed(db, personId)) || (await hasSavings(db, personId)),
      peopleOnPhone: async (db, { deviceId, today, now }) => {
        const held = await heldOnPhone(db, deviceId);
        if (held) return peopleOnPhone(db, held);
        // A phone that fetched nothing since fetches are noted: what it would be sent now.
        const device = await findDevice(db, { deviceId, now });
        if (!device) return null;
        const { userId, userName: name, roles } = device;
        const actor = { userId, name, roles, secondFactor: false };
        const documents = await fieldDocuments(db, { actor, today, now });
        return peopleOnPhone(db, { keys: documents.map(({ key }) => key), at: now });
      },
    }),
    ...programmeCommands,
    ...lendingCommands({ openSavingsAccounts, recordMovements, savedBy }),
    ...savingsCommands(interestPaidByMember),
    ...partnerBookCommands(identitySealer),
    ...subsidyCommands,
    ...voiceCommands,
    ...mentoringCommands,
    ...reportingCommands,
  ];
}

/** How many values that any domain but access keeps sealed were sealed with another key than this. */
export async function sealedElsewhere(db: Reader, key: string): Promise<number> {
  return (await numbersNotUnder(db, key)) + (await filesNotUnder(db, key));
}

/** Every background job of every domain. */
export function domainJobs(): Job[] {
  return [...registryJobs, ...lendingJobs];
}
