import { noteScope, noteSight } from '#domains/access/server/index.ts';
import type { SightOfDevice } from '#domains/access/server/index.ts';
import { writeIn } from '#platform/db/tx.ts';
import type { App } from '../../../app.ts';

/**
 * Signs of life of a phone: when it was here, what it still holds, how much it carries. As with a session they change
 * nothing but what is known of the phone itself, and so are no commands.
 */
export function seePhone(app: App, city: string, sight: SightOfDevice) {
  return writeIn(app.pools.app, city, (tx) => noteSight(tx, sight));
}

export function seeScope(
  app: App,
  city: string,
  scope: { deviceId: string; rows: number; held: readonly string[]; now: Date },
): Promise<void> {
  return writeIn(app.pools.app, city, (tx) => noteScope(tx, scope));
}
