import type { Refusal } from '#platform/command/problem.ts';

/**
 * Whether something thrown is a refusal. By its name, not its class: pages are bundled apart from the programme,
 * so the class exists twice in one process.
 */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return (
    thrown instanceof Error && thrown.name === 'Refusal' && 'words' in thrown && 'status' in thrown
  );
}
