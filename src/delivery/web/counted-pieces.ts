import { denominations } from '#domains/mentoring/cash.ts';
import type { Denomination } from '#domains/mentoring/cash.ts';
import type { FormProblem } from '#delivery/ui/form-result.ts';
import type { Words } from '#kernel/words.ts';

/** Notes and coins as they were counted into a form, or which fields hold no number of pieces. */
export type CountedPieces =
  | { readonly pieces: readonly { denomination: Denomination; pieces: number }[] }
  | { readonly problem: FormProblem };

const most = 100_000;

const wrong: Words = {
  id: 'Isi jumlah lembar dengan angka bulat, dari 0 sampai 100.000.',
  en: 'Enter the number of pieces as a whole number, from 0 to 100,000.',
};

/**
 * Reads the fields `pieces.100000`, `pieces.50000` … of a form. An empty field is none; anything that is no whole number
 * is asked again, because a count that silently left it out would differ from the cash for no reason anybody sees.
 */
export function readPieces(data: FormData): CountedPieces {
  const typed = denominations.map((denomination) => {
    const text = data.get(`pieces.${denomination}`);
    return { denomination, text: typeof text === 'string' ? text.trim() : '' };
  });
  const bad = typed.filter(({ text }) => text !== '' && !(/^\d{1,6}$/.test(text) && +text <= most));
  if (bad.length > 0) {
    const fields = Object.fromEntries(
      bad.map(({ denomination }) => [`pieces.${denomination}`, wrong]),
    );
    return { problem: { code: 'web.pieces', words: wrong, fields } };
  }
  return {
    pieces: typed
      .map(({ denomination, text }) => ({ denomination, pieces: Number(text) }))
      .filter(({ pieces }) => pieces > 0),
  };
}
