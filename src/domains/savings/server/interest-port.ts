import type { Reader } from '#platform/db/reader.ts';
import type { ShareBasis } from '../shu-shares.ts';

/**
 * What savings asks of lending, its neighbour on the shelf: how much interest each member paid in a year, which is what
 * she did for the cooperative. Wired in `domains.ts`.
 */
export type InterestPaid = (
  db: Reader,
  asked: { institutionId: string; year: number },
) => Promise<readonly ShareBasis[]>;
