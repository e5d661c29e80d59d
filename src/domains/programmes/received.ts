import type { ListService } from '#domains/registry/welfare/welfare-words.ts';
import type { ServiceKindName } from './service-words.ts';

/** What the city's own services are beside those of a department's list: the same kind of help. */
export const helpOf: Readonly<Partial<Record<ServiceKindName, ListService>>> = {
  trained: 'training',
  loan: 'capital',
  visited: 'mentoring',
  meeting: 'mentoring',
  permit: 'permit',
  market: 'market',
};

/** Kinds of a line of life that are no service: being written down gives her nothing. */
export const notServices: readonly ServiceKindName[] = ['registered', 'met'];

/** Months within which the same help from two givers counts as double. */
export const doubleWithinMonths = 12;
