export { linkFile } from './link-file.ts';
export type { LinkedFile } from './link-file.ts';
export { withThreads } from './threads.ts';
export { readLinkMap, readThreshold } from '../../linkage/link-map.ts';
export { linkProblems } from '../../linkage/link-problems.ts';
