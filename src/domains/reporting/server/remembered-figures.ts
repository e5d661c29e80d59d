import { lastAuditSequence } from '#domains/access/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { LeadershipFigures } from '../figures.ts';
import type { Cut } from './cut.ts';
import { leadershipFigures } from './leadership-figures.ts';
import { measureFieldData } from './sync-figures.ts';

interface Remembered {
  readonly today: string;
  /** The city's last audit line when the figures were counted. */
  readonly sequence: bigint;
  readonly figures: Promise<LeadershipFigures>;
}

/** By whose memory it is (one running programme), then by city. */
const memories = new WeakMap<object, Map<string, Remembered>>();

/**
 * The leadership's figures, counted once for as long as nothing happened: every change is a command and every command
 * ends in an audit line, so figures of the same last line and day are the same figures. Whoever asks while they are
 * being counted waits for that count. What phones say of themselves is no command and is asked for every time.
 *
 * @param programme the running programme that remembers
 */
export async function currentFigures(
  programme: object,
  db: Reader,
  cut: Cut,
): Promise<LeadershipFigures> {
  const figures = await rememberedFigures(programme, db, cut);
  return { ...figures, fieldData: await measureFieldData(db, cut) };
}

async function rememberedFigures(
  programme: object,
  db: Reader,
  cut: Cut,
): Promise<LeadershipFigures> {
  const remembered = memories.get(programme) ?? new Map<string, Remembered>();
  memories.set(programme, remembered);
  const sequence = await lastAuditSequence(db);
  const known = remembered.get(db.city);
  if (known?.today === cut.today && known.sequence === sequence) return known.figures;
  const figures = leadershipFigures(db, cut);
  // A reader whose snapshot is older must not put its figures before newer ones.
  if (known?.today !== cut.today || known.sequence < sequence) {
    remembered.set(db.city, { today: cut.today, sequence, figures });
  }
  try {
    return await figures;
  } catch (error) {
    if (remembered.get(db.city)?.figures === figures) remembered.delete(db.city);
    throw error;
  }
}
