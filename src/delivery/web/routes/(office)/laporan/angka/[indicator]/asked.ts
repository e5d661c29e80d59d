import { error } from '@sveltejs/kit';
import { scopeOf } from '#domains/access/who-may.ts';
import { isIndicatorName } from '#domains/reporting/indicator.ts';
import type { IndicatorName } from '#domains/reporting/indicator.ts';
import type { ListRules } from '#delivery/ui/list-state.ts';
import type { Actor } from '#platform/command/command.ts';

export const rowRules = {
  sorts: ['row'],
  filters: ['kecamatan'],
  size: 50,
} as const satisfies ListRules;

/** The indicator an address names; 404 for anything else. */
export function askedIndicator(text: string): IndicatorName {
  if (!isIndicatorName(text)) error(404);
  return text;
}

/** Where the reader may see who somebody is: where she may open people. */
export function namesFor(actor: Actor) {
  return scopeOf(actor, 'see.people');
}
