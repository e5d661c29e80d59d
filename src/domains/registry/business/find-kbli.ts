import type { Words } from '#kernel/words.ts';
import { editDistance } from '../edit-distance.ts';
import { fold, wordsOf } from '../linkage/fold.ts';
import { modernSpelling } from '../linkage/sound.ts';
import { kbliList } from './kbli-list.ts';
import type { KbliEntry } from './kbli-list.ts';

/** A line of business offered for plain words, with the words it was offered for. */
export interface KbliOffer {
  readonly entry: KbliEntry;
  readonly why: Words;
}

/**
 * Lines of business for what somebody makes or does, the likeliest first: by the code or its beginning, else by how
 * many of the words typed are among its plain words or its title. A word counts full when it is spelled alike, half
 * with a slip; the words nobody else uses count more. Words nobody knows are passed over.
 */
export function findKbli(typed: string, most = 6): KbliOffer[] {
  const text = fold(typed);
  if (/^\d{2,5}$/.test(text))
    return kbliList
      .filter(({ code }) => code.startsWith(text))
      .slice(0, most)
      .map((entry) => ({ entry, why: byCode }));
  const words = wordsOf(text).filter((word) => word.length > 1 && !plain.has(word));
  const offers = kbliList.flatMap((entry) => {
    const met = words.map((word) => meet(word, entry));
    const points = met.reduce((sum, one) => sum + one.points, 0);
    if (points === 0) return [];
    const found = met.flatMap((one) => (one.with === null ? [] : [one.with]));
    return [{ entry, points, why: becauseOf(found) }];
  });
  offers.sort((a, b) => b.points - a.points || (a.entry.code < b.entry.code ? -1 : 1));
  return offers.slice(0, most).map(({ entry, why }) => ({ entry, why }));
}

/** What the code of a business is in the other edition; said when nobody looked it up. */
export function otherEdition(version: '2020' | '2025', code: string): Words {
  const entry = kbliList.find((one) => one.code === code);
  if (version === '2020' && entry?.in2025 === 'same')
    return { id: `2025: ${code}, tetap`, en: `2025: ${code}, unchanged` };
  if (version === '2020' && entry?.in2025 === 'other')
    return {
      id: `2025: kode ${code} kini kegiatan lain. Pilih kode 2025 dari tabel kesesuaian BPS`,
      en: `2025: the code ${code} is another activity now. Choose the 2025 code from the BPS concordance`,
    };
  if (version === '2020' && entry?.in2025 === 'gone')
    return {
      id: `2025: kode ${code} dihapus. Pilih kode 2025 dari tabel kesesuaian BPS`,
      en: `2025: the code ${code} was removed. Choose the 2025 code from the BPS concordance`,
    };
  if (version === '2025' && entry?.in2025 === 'same')
    return { id: `2020: ${code}, sama`, en: `2020: ${code}, the same` };
  const other = version === '2020' ? '2025' : '2020';
  return {
    id: `${other}: belum diketahui, lihat tabel kesesuaian BPS`,
    en: `${other}: not known, see the BPS concordance`,
  };
}

/** The title of a code of 2020, or of one that goes on in 2025; null for codes the list has not. */
export function kbliTitle(version: '2020' | '2025', code: string): string | null {
  const entry = kbliList.find((one) => one.code === code);
  return entry && (version === '2020' || entry.in2025 === 'same') ? entry.title : null;
}

/** Words everybody uses for everything. */
const plain = new Set([
  'usaha',
  'jual',
  'jualan',
  'dagang',
  'produksi',
  'buat',
  'bikin',
  'jasa',
  'dan',
  'dari',
  'industri',
  'aneka',
  'olahan',
  'toko',
]);

const spelledWords = new Map(
  kbliList.map((entry) => {
    const own = (words: string) => wordsOf(fold(words)).map(modernSpelling);
    return [entry.code, { words: own(entry.words), title: own(entry.title) }] as const;
  }),
);

const uses = new Map<string, number>();
for (const { words, title } of spelledWords.values())
  for (const word of new Set([...words, ...title])) uses.set(word, (uses.get(word) ?? 0) + 1);

function meet(typed: string, entry: KbliEntry): { points: number; with: string | null } {
  const word = modernSpelling(typed);
  const { words = [], title = [] } = spelledWords.get(entry.code) ?? {};
  let best: { points: number; with: string | null } = { points: 0, with: null };
  for (const [list, weight] of [
    [words, 1],
    [title, 1.2],
  ] as const) {
    for (const other of list) {
      const slips = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
      const near = other === word ? 1 : editDistance(other, word, slips) <= slips ? 0.5 : 0;
      const points = (near * weight) / Math.sqrt(uses.get(other) ?? 1);
      if (points > best.points) best = { points, with: typed };
    }
  }
  return best;
}

const byCode: Words = { id: 'dari kodenya', en: 'by its code' };

function becauseOf(words: readonly string[]): Words {
  const said = words.map((word) => `“${word}”`).join(', ');
  return { id: `karena ${said}`, en: `because of ${said}` };
}
