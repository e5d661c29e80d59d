import { editDistance } from '../edit-distance.ts';
import type { AskedWord } from './asked.ts';

/** What can be compared with what was typed. */
export interface Ranked {
  /** Its name without titles, in the spelling of keys. */
  readonly key: string;
  /** Everything it is found by: its name again, product, owners, places. */
  readonly words: readonly string[];
}

/**
 * The likeliest first. Of each word typed its best place is counted: the same word in the name or its beginning 0,
 * a slip or two from it 2 or 3, elsewhere than in the name 2 more, nowhere 6; and a half where the name does not begin
 * with it. Of equals the shorter name comes first, then by alphabet.
 */
export function rankHits<Hit extends Ranked>(
  asked: readonly AskedWord[],
  hits: readonly Hit[],
): Hit[] {
  const counted = hits.map((hit) => ({ hit, points: pointsOf(asked, hit) }));
  counted.sort(
    (a, b) =>
      a.points - b.points ||
      a.hit.key.length - b.hit.key.length ||
      (a.hit.key < b.hit.key ? -1 : a.hit.key > b.hit.key ? 1 : 0),
  );
  return counted.map(({ hit }) => hit);
}

const nowhere = 6;

function pointsOf(asked: readonly AskedWord[], hit: Ranked): number {
  const own = hit.key.split(' ');
  let points = hit.key.startsWith(asked[0]?.key ?? '') ? 0 : 0.5;
  for (const [at, word] of asked.entries()) {
    const goesOn = at === asked.length - 1;
    const inName = nearest(word, own, goesOn);
    points +=
      inName <= 2 ? inName : Math.min(inName, 2 + nearest(word, hit.words, goesOn), nowhere);
  }
  return points;
}

function nearest({ key, plain }: AskedWord, others: readonly string[], goesOn: boolean): number {
  let best = nowhere;
  for (const other of others) {
    if (other === key || other === plain) return 0;
    if (goesOn && (other.startsWith(key) || other.startsWith(plain))) return 0;
    const distance = Math.min(
      editDistance(other, key, 2),
      goesOn ? editDistance(other.slice(0, key.length), key, 2) : nowhere,
    );
    if (distance <= 2) best = Math.min(best, 1 + distance);
  }
  return best;
}
