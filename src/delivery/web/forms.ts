import { fail, redirect } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import type { Words } from '#kernel/words.ts';
import { isId } from '#kernel/id.ts';
import type { FormProblem, FormResult } from '#delivery/ui/form-result.ts';
import type { Json } from '#platform/command/command.ts';
import type { Refusal } from '#platform/command/problem.ts';
import { setFlash } from './flash.ts';
import { isRefusal } from './refusal.ts';
import { wordsOfIssue } from './input-words.ts';

export interface RunOptions {
  version?: number;
  /** Where to go once it is done; a function reads the answer, for the page of something just made. */
  redirectTo?: string | ((answer: Json) => string);
  /** The sentence the next page opens with. */
  flash?: Words | ((answer: Json) => Words);
  /** Text of the form, given back when the command is refused; read it before with `readForm`. */
  values?: Record<string, string | string[]>;
  /** The id made in `load`; without it, the field `commandId` of `values`. */
  commandId?: string;
}

/** What a page's action answers when its command was done and it stays where it is. */
export interface FormDone {
  done: true;
  answer: Json;
  problem?: undefined;
  values?: undefined;
}

/** Reads a posted form's text; files are left out, and passwords, PINs and codes are never given back to a page. */
export async function readForm(
  event: RequestEvent,
): Promise<{ data: FormData; values: Record<string, string | string[]> }> {
  const data = await event.request.formData();
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (/password|^(pin|code)$/i.test(name)) continue;
    const texts = data.getAll(name).filter((entry) => typeof entry === 'string');
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { data, values };
}

/**
 * Runs one command for a form action. Done: redirects, or answers `{done, answer}`. Refused: answers `fail` with the
 * problem in both languages, one sentence per field, and everything typed. Faults are thrown on.
 *
 * @example return runCommand(event, 'registry.verify-group', { groupId }, { values, redirectTo: `/kelompok/${groupId}` })
 */
export async function runCommand(
  event: RequestEvent,
  kind: string,
  body: unknown,
  options: RunOptions = {},
): Promise<FormDone | ActionFailure<FormResult>> {
  const { locals } = event;
  const values = options.values ?? {};
  if (!locals.actor) redirect(303, signInPath(event.url));
  const id = options.commandId ?? values.commandId;
  if (typeof id !== 'string' || !isId(id)) return fail(400, { problem: incomplete, values });
  let answer: Json;
  try {
    ({ answer } = await locals.app.execute({
      id,
      kind,
      version: options.version ?? 1,
      actor: locals.actor,
      city: locals.city,
      body,
    }));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refused(error, values);
  }
  if (options.flash) {
    const words = typeof options.flash === 'function' ? options.flash(answer) : options.flash;
    setFlash(event.cookies, words, event.url.protocol === 'https:');
  }
  if (options.redirectTo !== undefined) {
    redirect(
      303,
      typeof options.redirectTo === 'function' ? options.redirectTo(answer) : options.redirectTo,
    );
  }
  return { done: true, answer };
}

/** A refusal as a form action answers it. */
export function refused(
  refusal: Refusal,
  values: Record<string, string | string[]> = {},
): ActionFailure<FormResult> {
  return fail(refusal.status, { problem: problemOf(refusal), values });
}

/** Where a person who is not signed in is sent, to come back afterwards. */
export function signInPath(url: URL): string {
  return `/masuk?next=${encodeURIComponent(url.pathname + url.search)}`;
}

function problemOf(refusal: Refusal): FormProblem {
  const fields: Record<string, Words> = {};
  for (const issue of issuesOf(refusal.details)) {
    if (issue.field) fields[issue.field] ??= wordsOfIssue(issue.message);
  }
  if (refusal.field) fields[refusal.field] = refusal.words;
  return { code: refusal.code, words: refusal.words, fields };
}

function issuesOf(details: unknown): { field: string; message: string }[] {
  if (typeof details !== 'object' || details === null || !('issues' in details)) return [];
  return Array.isArray(details.issues) ? details.issues.filter(isIssue) : [];
}

function isIssue(value: unknown): value is { field: string; message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    'message' in value &&
    typeof value.field === 'string' &&
    typeof value.message === 'string'
  );
}

const incomplete: FormProblem = {
  code: 'web.form-incomplete',
  words: {
    id: 'Formulir tidak lengkap. Muat ulang halaman lalu kirim lagi.',
    en: 'The form is incomplete. Reload the page and send it again.',
  },
  fields: {},
};
