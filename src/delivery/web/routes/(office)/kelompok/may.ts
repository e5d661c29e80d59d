import { mayDo, maySee } from '#domains/access/who-may.ts';
import type { Actor } from '#platform/command/command.ts';

/** Proposing depends on the kelurahan, which is chosen later; here, whether there is any she may propose in. */
export function mayPropose(actor: Actor): 'yes' | 'no' {
  return maySee(actor, 'registry.propose-group') ? 'yes' : 'no';
}

export type Verdict = ReturnType<typeof mayDo>;
