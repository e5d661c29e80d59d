import { askLookAlikes, findLookAlikes, recordLookAlikes } from './find-look-alikes.ts';

export const lookAlikeCommands = [askLookAlikes, recordLookAlikes];
export const lookAlikeJobs = [findLookAlikes];
