import { spawnSync } from 'node:child_process';
import { inject } from 'vitest';

/** A city of one's own in a folder that is not there yet. */
export function copyDemoCity(dataDir: string): void {
  // `cp -a` keeps the folders' modes, which the database insists on.
  const { status } = spawnSync('cp', ['-a', inject('demoCity'), dataDir]);
  if (status !== 0) throw new Error(`the demo city could not be copied to ${dataDir}`);
}
