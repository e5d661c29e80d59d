import type { KnownUser } from './store/known-users.ts';

/** What the app can show at all, before any screen. */
export type Phase =
  | { readonly name: 'starting' }
  /** The browser cannot keep work safely: too old, or private browsing. */
  | { readonly name: 'unsupported' }
  /** No store here. `lost` names the one the browser threw away. */
  | { readonly name: 'new'; readonly lost: KnownUser | null }
  | { readonly name: 'locked'; readonly passkey: boolean }
  /** What the PIN opens is gone, or given up; what was entered is still here. */
  | { readonly name: 'keyless' }
  | { readonly name: 'open' }
  /** A newer version took the store over in another tab. */
  | { readonly name: 'superseded' }
  /** This version needs a store upgrade and an older tab holds on. */
  | { readonly name: 'blocked' };
