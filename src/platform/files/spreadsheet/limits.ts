/** What one uploaded spreadsheet may cost before it is refused. */
export interface SpreadsheetLimits {
  /** Size of the uploaded file. */
  readonly bytes: number;
  /** Sum of the sizes the parts of an XLSX claim to have once unpacked. */
  readonly unpackedBytes: number;
  /** How many times larger one part may become when unpacked; real workbooks stay under 60. */
  readonly unpackRatio: number;
  /** Rows that hold anything, per sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold anything, over all sheets. */
  readonly cells: number;
  /** Processor time of the parser; waiting for whoever takes the rows does not count, nor a machine busy with other things. */
  readonly milliseconds: number;
  /** Memory of the parser's own thread. */
  readonly megabytes: number;
}

export const defaultLimits: SpreadsheetLimits = {
  bytes: 25_000_000,
  unpackedBytes: 400_000_000,
  unpackRatio: 200,
  rows: 100_000,
  columns: 256,
  cells: 4_000_000,
  milliseconds: 60_000,
  megabytes: 384,
};
