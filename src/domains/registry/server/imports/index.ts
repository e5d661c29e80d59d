import type { AnyCommand } from '#platform/command/command.ts';
import type { Job } from '#platform/jobs/job.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport, decideImportRow } from './cancel-import.ts';
import { previewImport, readImport } from './import-jobs.ts';
import { mapImport } from './map-import.ts';
import { openRepairs } from './open-repairs.ts';
import { undoImport } from './undo-import.ts';
import { stageImport } from './stage-import.ts';
import { chooseImportSheet, startImport } from './start-import.ts';

export * from './import-pages.ts';
export { importableSheets } from './sample-sheets.ts';
export { tryImport } from './try-import.ts';
export type { ImportTrial, TrialTools } from './try-import.ts';
export { placesOf, placesOfCity } from './judge-batch.ts';
export { openCell } from './import-secrets.ts';

/** @param identitySealer seals NIK and KK */
export function importCommands(identitySealer: NumberSealer): AnyCommand[] {
  return [
    startImport,
    chooseImportSheet,
    stageImport(identitySealer),
    mapImport,
    decideImportRow,
    applyImport(identitySealer),
    cancelImport,
    undoImport,
    openRepairs,
  ];
}

export const importJobs: Job[] = [readImport, previewImport];
