import { statfsSync } from 'node:fs';

const smallestFreeBytes = 64 * 1024 * 1024;

/** Whether the disk that holds a folder has room to work in; PostgreSQL takes new log files of 16 MB at a time. */
export function hasRoom(dir: string): boolean {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize >= smallestFreeBytes;
}
