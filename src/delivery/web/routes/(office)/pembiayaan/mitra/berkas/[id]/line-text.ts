import type { PartnerLineRow } from '#domains/lending/server/index.ts';

/** What a line says, short: every value that is there, as it was read. */
export function lineText(reading: PartnerLineRow['reading']): string {
  return Object.values(reading)
    .filter((value) => value !== null)
    .join(' · ');
}
