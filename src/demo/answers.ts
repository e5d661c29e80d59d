import type { Json } from '#platform/command/command.ts';

/** A text in a command's answer. @throws Error when it is not there */
export function textOf(answer: Json, name: string): string {
  const value =
    typeof answer === 'object' && answer !== null && !Array.isArray(answer)
      ? (answer as Record<string, Json>)[name]
      : null;
  if (typeof value !== 'string') throw new Error(`the answer has no ${name}`);
  return value;
}
