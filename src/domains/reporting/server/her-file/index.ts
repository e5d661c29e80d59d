export { everythingHeld } from './everything-held.ts';
export type { HeldOfHer } from './everything-held.ts';
export { heldTables } from './held-tables.ts';
