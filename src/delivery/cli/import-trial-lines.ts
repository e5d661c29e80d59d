import type { TrialCounts, TrialSheet } from '#domains/registry/import/trial.ts';
import type { ImportTrialAnswer } from './import-trial.ts';

/** The answer of a trial for reading in a terminal. */
export function trialLines({ file, city, counts, sheets }: ImportTrialAnswer): string[] {
  return [
    `${file}: ${countsLine(counts)}`,
    ...(city.founded
      ? []
      : [
          `  It speaks of ${city.name} (${city.code}), which is not founded here: read with its places, matched with nobody. Found it with: naik city found ${city.code}`,
        ]),
    ...sheets.flatMap(sheetLines),
  ];
}

function countsLine(counts: TrialCounts): string {
  return `${counts.new} new, ${counts.same} already here, ${counts.review} to review, ${counts.repair} to repair`;
}

function sheetLines({ sheet, counts, mapping, reasons, skipped, leftRows }: TrialSheet): string[] {
  if (skipped !== null) return [`  ${sheet}: left out. ${skipped.words.en}`];
  const columns = mapping.map(({ column, title, field }) => `${field}=${title || column}`);
  return [
    `  ${sheet}: ${countsLine(counts)}`,
    `    columns: ${columns.join('; ')}`,
    ...(leftRows > 0 ? [`    ${leftRows} rows of other tables on the sheet were left out`] : []),
    ...reasons
      .filter(({ level }) => level !== 'info')
      .map(({ code, count, says, rows }) => `    ${count} × ${code}: row ${rows[0]}: ${says.en}`),
  ];
}
