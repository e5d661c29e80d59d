/** Exit codes of every `naik` command, so that scripts can tell the reasons apart. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  settings: 2,
  alreadyRunning: 3,
  database: 4,
  portTaken: 5,
  diskFull: 6,
} as const;

export type ExitReason = Exclude<keyof typeof exitCodes, 'ok'>;

/**
 * Why the programme cannot start, in words for the person at the terminal: what is wrong, then what to do.
 * It is printed without a stack; anything else that is thrown at start is a fault of ours and keeps its stack.
 */
export class StartProblem extends Error {
  override name = 'StartProblem';
  readonly reason: ExitReason;
  readonly exitCode: number;

  constructor(reason: ExitReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.exitCode = exitCodes[reason];
  }
}
