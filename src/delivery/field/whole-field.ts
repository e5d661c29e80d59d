import { getContext, setContext } from 'svelte';
import type { Field } from './field.svelte.ts';

const key = Symbol.for('naik.field.whole');

export function provideWholeField(field: Field): void {
  setContext(key, field);
}

/** For the app's own screens (tray, settings): the outbox, the lock and the storage too. */
export function useWholeField(): Field {
  return getContext<Field>(key);
}
