/**
 * How a word is spelled today and how it sounds, for Indonesian names first and those of other languages tolerably.
 * Sources of the variants: Ejaan Yang Disempurnakan (1972) for oe, dj, tj, nj, sj, ch; and what spreadsheets hold.
 */

const muhammad = /^(m|mo?h|muh|mhd|mhmd|moch|much|mohd|muhd|m[ou](h|ch|kh)am+[ae]d|moham+[ae]t)$/;

/** The same words come again and again; what was found for them is kept, up to so many. */
function remembering(find: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) {
      if (known.size >= 100_000) known.clear();
      known.set(word, (found = find(word)));
    }
    return found;
  };
}

/** One spelling for the variants of a name: Soekarno = Sukarno, Moh. = Muhammad, Yanti = Janti = Janty. */
export const modernSpelling = remembering(modern);

function modern(word: string): string {
  if (word.length < 2) return word === 'm' ? 'muhammad' : word;
  if (muhammad.test(word)) return 'muhammad';
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/nj/g, 'ny')
    .replace(/s[jyh]/g, 's')
    .replace(/[ck]h/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/v/g, 'f')
    .replace(/z/g, 's')
    .replace(/q/g, 'k')
    .replace(/ie|y/g, 'i')
    .replace(/(.)\1+/g, '$1');
}

const classes: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  f: 'p',
  c: 'k',
  k: 'k',
  g: 'k',
  x: 'k',
  s: 's',
  j: 'j',
  d: 't',
  t: 't',
  l: 'l',
  m: 'm',
  n: 'm',
  r: 'r',
};

/** The consonants of a word by how they are made, and whether it begins with a vowel: what most slips of spelling leave. */
export const soundOf = remembering(sounded);

function sounded(word: string): string {
  const spelled = modernSpelling(word);
  let sound = '';
  for (const letter of spelled) {
    const group = classes[letter];
    if (group !== undefined) {
      if (!sound.endsWith(group)) sound += group;
    } else if (sound === '' && 'aeiou'.includes(letter)) sound = 'a';
    else if (letter > '\u007f' || (letter >= '0' && letter <= '9')) sound += letter;
  }
  return sound === '' ? spelled : sound;
}
