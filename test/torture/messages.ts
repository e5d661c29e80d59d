import type { CommandEnvelope, Json } from '#platform/command/command.ts';

/** What the driver asks of the server it is about to kill. */
export type Asked =
  | { readonly kind: 'found'; readonly members: number; readonly weeks: number }
  | { readonly kind: 'execute'; readonly envelope: CommandEnvelope }
  | { readonly kind: 'query'; readonly sql: string; readonly values: readonly Json[] };

/** Its answer: what came back, or the code of the refusal. */
export type Answered =
  | { readonly ok: true; readonly value: Json; readonly already?: boolean }
  | { readonly ok: false; readonly code: string; readonly status: number };

export interface Question {
  readonly n: number;
  readonly asked: Asked;
}

export interface Reply {
  readonly n: number;
  readonly answered: Answered;
}
