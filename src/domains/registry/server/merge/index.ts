import { mergePeople } from './merge-people.ts';
import { unmergePeople } from './unmerge-people.ts';

export { mergesInto } from './merge-store.ts';
export type { MergeLine } from './merge-store.ts';

export const mergeCommands = [mergePeople, unmergePeople];
