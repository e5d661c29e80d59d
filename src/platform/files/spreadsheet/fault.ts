/** What can be wrong with a file, as the parser knows it; `problems.ts` turns it into a sentence. */
export interface FaultDetails {
  empty: Record<string, never>;
  tooBig: { bytes: number; limit: number };
  zipBomb: { unpackedBytes: number; limit: number };
  tooManyRows: { sheet: string; limit: number };
  tooManyColumns: { sheet: string; row: number; limit: number };
  tooManyCells: { limit: number };
  tooSlow: { seconds: number };
  tooHeavy: Record<string, never>;
  passwordProtected: Record<string, never>;
  oldXls: Record<string, never>;
  unsupportedWorkbook: { format: string };
  notASpreadsheet: { looksLike: string };
  damaged: { part: string };
  noRows: Record<string, never>;
}

export type FaultName = keyof FaultDetails;

export type FaultReport = { [N in FaultName]: { name: N; details: FaultDetails[N] } }[FaultName];

/** Thrown inside the parser's thread, where only plain data can cross back. */
export class SpreadsheetFault extends Error {
  readonly report: FaultReport;

  constructor(report: FaultReport) {
    super(report.name);
    this.name = 'SpreadsheetFault';
    this.report = report;
  }
}
