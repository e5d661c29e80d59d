import { createHash } from 'node:crypto';
import { formatId } from '#kernel/id.ts';

/**
 * The id of one step of a job: the same each time the job runs, so that a job tried again sends the same commands and
 * repeats nothing.
 *
 * @param jobId UUIDv7 of the job
 */
export function stepId(jobId: string, step: string): string {
  const hash = createHash('sha256').update(`${jobId} ${step}`).digest();
  const millis = Number.parseInt(jobId.replaceAll('-', '').slice(0, 12), 16);
  return formatId(millis, hash.readUInt16BE(8), hash.subarray(0, 8));
}
