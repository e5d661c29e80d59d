import { Refusal } from '#platform/command/problem.ts';

/**
 * The code a command was refused with, or `accepted`.
 *
 * @throws whatever is not a refusal
 */
export async function refusedAs(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
