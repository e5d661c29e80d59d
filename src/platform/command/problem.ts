import type { Words } from '#kernel/words.ts';

/** HTTP statuses a refusal may carry; nothing a person or partner sends is ever a 500. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

/** One catalogued refusal: what it is called over HTTP, what it says, and where it belongs on a form. */
export interface ProblemSpec<Details> {
  readonly status: ProblemStatus;
  /** The form field the sentence belongs to, as named in the command's input schema. */
  readonly field?: string;
  /** Says what happened and what to do next, in both languages. */
  readonly say: (details: Details) => Words;
}

// Method-style bivariance lets a catalogue hold problems with different details.
type AnySpec = { status: ProblemStatus; field?: string; say(details: never): Words };
type Catalogue = Record<string, AnySpec>;

type DetailsOf<Spec> = Spec extends { say: (details: infer D) => Words } ? D : never;

type Thrower<Spec> =
  unknown extends DetailsOf<Spec> ? () => Refusal : (details: DetailsOf<Spec>) => Refusal;

/**
 * A command refused. It is thrown, so it can't be dropped on the floor: the transaction rolls back and
 * the code, the sentence and the field reach whoever asked.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: ProblemStatus;
  readonly words: Words;
  readonly details: unknown;
  readonly field: string | undefined;

  constructor(problem: {
    code: string;
    status: ProblemStatus;
    words: Words;
    details?: unknown;
    field?: string | undefined;
  }) {
    super(`${problem.code}: ${problem.words.en}`);
    this.name = 'Refusal';
    this.code = problem.code;
    this.status = problem.status;
    this.words = problem.words;
    this.details = problem.details;
    this.field = problem.field;
  }

  /** The shape sent to forms, APIs and the command line. */
  toJSON() {
    return { code: this.code, status: this.status, words: this.words, field: this.field };
  }
}

/** `groupNotProposed` → `registry.group-not-proposed`. */
export function problemCode(domain: string, name: string): string {
  return `${domain}.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Makes one throwable refusal per catalogue entry.
 *
 * @example throw lendingProblems.alreadyDisbursed({ on: '2026-11-22' })
 */
export function defineProblems<T extends Catalogue>(
  domain: string,
  catalogue: T,
): { readonly [K in keyof T]: Thrower<T[K]> } {
  const entries = Object.entries(catalogue).map(([name, spec]) => [
    name,
    (details?: unknown) =>
      new Refusal({
        code: problemCode(domain, name),
        status: spec.status,
        words: spec.say(details as never),
        details,
        field: spec.field,
      }),
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof T]: Thrower<T[K]> };
}
