import { getContext, setContext } from 'svelte';
import type { Words } from '#kernel/words.ts';

/** A refusal as it reaches a page: what happened, where it belongs, what to do. */
export interface FormProblem {
  code: string;
  words: Words;
  /** One sentence per field that could not be accepted. */
  fields: Record<string, Words>;
}

/** What a form action answers when it was refused: the problem, and everything the person had typed. */
export interface FormResult {
  problem?: FormProblem | undefined;
  values?: Record<string, string | string[]> | undefined;
}

interface FormContext {
  result: () => FormResult | null | undefined;
  /** Set where a page holds several forms, so that their fields keep different ids. */
  formId: string | undefined;
}

const key = Symbol.for('naik.form');

export function provideForm(context: FormContext): void {
  setContext(key, context);
}

/** What the surrounding Form knows about one field: its id, the sentence refused, and what was typed. */
export interface FieldState {
  id: string;
  problem: Words | undefined;
  typed: string | undefined;
  /** Every value that was ticked or typed under the name; undefined while nothing was refused. */
  ticked: readonly string[] | undefined;
}

export function fieldId(formId: string | undefined, name: string): string {
  return formId ? `${formId}-${name}` : `field-${name}`;
}

/** Reads the surrounding Form; a field also works outside one. */
export function useField(): (name: string) => FieldState {
  const form = getContext<FormContext | undefined>(key);
  return (name) => fieldStateOf(name, { formId: form?.formId, result: form?.result() });
}

/** Whether the surrounding Form was refused for a field whose name begins so; what is folded opens then. */
export function useRefused(): (beginnings: readonly string[]) => boolean {
  const form = getContext<FormContext | undefined>(key);
  return (beginnings) =>
    Object.keys(form?.result()?.problem?.fields ?? {}).some((name) =>
      beginnings.some((beginning) => name.startsWith(beginning)),
    );
}

/** One field as a refused form left it. */
export function fieldStateOf(
  name: string,
  form: { readonly formId: string | undefined; readonly result: FormResult | null | undefined },
): FieldState {
  const { formId, result } = form;
  const typed = result?.values?.[name];
  const all = typed === undefined ? [] : [typed].flat();
  return {
    id: fieldId(formId, name),
    problem: result?.problem?.fields[name],
    typed: all[0],
    ticked: result?.values && all,
  };
}
