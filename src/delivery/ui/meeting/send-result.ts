import type { Words } from '#kernel/words.ts';

/** How handing a sheet over ended: the server has it, refused it with a reason, or never answered. */
export type SendResult =
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly words: Words }
  | { readonly kind: 'lost' };
