import { editDistance } from './edit-distance.ts';

export type PlaceLevel = 'kecamatan' | 'kelurahan';

export interface Place {
  /** Kemendagri code. */
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: string;
  /** Code of the kecamatan, for a kelurahan. */
  readonly parent: string | null;
}

export type PlaceMatch =
  | { readonly kind: 'exact'; readonly place: Place }
  /** Written differently, but only one place can be meant. */
  | { readonly kind: 'spelling'; readonly place: Place }
  /** Several places bear the name, or one comes near without being certain. */
  | { readonly kind: 'unsure'; readonly places: readonly Place[] }
  | { readonly kind: 'unknown' };

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/^(kelurahan|kel|kecamatan|kec|desa|ds)\b/, ' '],
  [/\b(gn|gng|gg)\b/g, ' gunung '],
  [/\b(sei|sg|sng|s)\b/g, ' sungai '],
  [/\b(tj|tjg|tg)\b/g, ' tanjung '],
  [/\b(tl|tlk)\b/g, ' teluk '],
  [/\b(ps|psr)\b/g, ' pasar '],
  [/\b(kp|kamp|kpg)\b/g, ' kampung '],
  [/\b(sp|spg|simp)\b/g, ' simpang '],
  [/\b(bpp|bpn|blpp)\b/g, ' balikpapan '],
  [/\b(jbi)\b/g, ' jambi '],
  [/\b(sel|slt)\b/g, ' selatan '],
  [/\b(utr|ut)\b/g, ' utara '],
  [/\b(tim|tmr)\b/g, ' timur '],
  [/\b(brt|bar)\b/g, ' barat '],
  [/\b(tgh|teng)\b/g, ' tengah '],
  [/\b(4)\b/g, ' iv '],
  [/\b(3)\b/g, ' iii '],
  [/\b(2)\b/g, ' ii '],
];

/** A place name as compared: abbreviations written out, no marks, no spaces, doubled letters single. */
export function placeKey(text: string): string {
  let key = ` ${text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `.trim();
  for (const [pattern, long] of abbreviations) key = key.replace(pattern, long);
  return key
    .replace(/\s+/g, '')
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/([a-z])\1+/g, '$1');
}

/** A city's name with or without what it is: `KOTA BALIKPAPAN`, `Balikpapan`. */
function aroundKey(text: string): string {
  return placeKey(text.replace(/^\s*(?:kota|kabupaten|kab\.?|provinsi|prov\.?|propinsi)\s+/i, ''));
}

/** The regions of one city, found under the spellings departments use. */
export class PlaceIndex {
  readonly #byKey = new Map<string, Place[]>();
  readonly #byCode = new Map<string, Place>();
  readonly #remembered = new Map<string, PlaceMatch>();
  readonly #around: ReadonlySet<string>;

  /** @param around names of what the places lie in, city and province, which people write into narrower columns */
  constructor(places: readonly Place[], around: readonly string[] = []) {
    this.#around = new Set(around.map(aroundKey));
    for (const place of places) {
      this.#byCode.set(place.code, place);
      const key = placeKey(place.name);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), place]);
    }
  }

  get(code: string): Place | undefined {
    return this.#byCode.get(code);
  }

  /** The kelurahan of a kecamatan, by name. */
  within(kecamatan: string): Place[] {
    return [...this.#byCode.values()]
      .filter(({ parent }) => parent === kecamatan)
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** Whether a text names only the city or its province, and so no kecamatan or kelurahan. */
  isAround(text: string): boolean {
    return this.#around.has(aroundKey(text));
  }

  /** Finds a kecamatan or kelurahan by name; `within` is the code of the kecamatan it should lie in. */
  find(text: string, level: PlaceLevel, within?: string): PlaceMatch {
    const key = placeKey(text);
    if (key === '') return { kind: 'unknown' };
    const asked = `${level} ${within ?? ''} ${key}`;
    const known = this.#remembered.get(asked);
    if (known !== undefined) return known;
    const match = this.#search(key, level, within);
    this.#remembered.set(asked, match);
    return match;
  }

  #search(key: string, level: PlaceLevel, within: string | undefined): PlaceMatch {
    const same = (this.#byKey.get(key) ?? []).filter((place) => place.level === level);
    const inside = same.filter((place) => within === undefined || place.parent === within);
    const named = inside.length > 0 ? inside : same;
    if (named.length === 1) return { kind: 'exact', place: named[0]! };
    if (named.length > 1) return { kind: 'unsure', places: named };
    const shortened = level === 'kecamatan' ? this.#partOf(key) : [];
    if (shortened.length === 1) return { kind: 'spelling', place: shortened[0]! };
    return this.#near(key, level, within);
  }

  /** `Pasar` for Pasar Jambi, `Selatan` for Jambi Selatan. */
  #partOf(key: string): Place[] {
    if (key.length < 5) return [];
    return [...this.#byCode.values()].filter((place) => {
      const name = placeKey(place.name);
      return place.level === 'kecamatan' && (name.startsWith(key) || name.endsWith(key));
    });
  }

  #near(key: string, level: PlaceLevel, within: string | undefined): PlaceMatch {
    const limit = Math.max(1, Math.floor(key.length / 4));
    const near: { place: Place; distance: number }[] = [];
    for (const [name, places] of this.#byKey) {
      const distance = editDistance(key, name, limit);
      if (distance > limit) continue;
      for (const place of places) {
        if (place.level === level) near.push({ place, distance });
      }
    }
    near.sort((a, b) => a.distance - b.distance);
    const inside = near.filter(({ place }) => within === undefined || place.parent === within);
    const candidates = inside.length > 0 ? inside : near;
    const best = candidates[0];
    if (best === undefined) return this.#holding(key, level, within);
    const alone = candidates.length === 1 || candidates[1]!.distance > best.distance;
    const certain = best.distance <= (key.length >= 9 ? 2 : 1) && key.length >= 5;
    if (alone && certain) return { kind: 'spelling', place: best.place };
    return { kind: 'unsure', places: candidates.slice(0, 3).map(({ place }) => place) };
  }

  /** `Gunung Sari` where there are Gunung Sari Ilir and Ulu, `Sipin` for Solok Sipin, `Manggar Balikpapan` for Manggar: the longest first. */
  #holding(key: string, level: PlaceLevel, within: string | undefined): PlaceMatch {
    const holds = (name: string) => name.includes(key) || key.includes(name);
    const places = [...this.#byKey]
      .filter(([name]) => Math.min(name.length, key.length) >= 5 && holds(name))
      .sort(([one], [other]) => other.length - one.length || (one < other ? -1 : 1))
      .flatMap(([, named]) => named.filter((place) => place.level === level));
    const inside = places.filter((place) => within === undefined || place.parent === within);
    const likely = (inside.length > 0 ? inside : places).slice(0, 3);
    return likely.length === 0 ? { kind: 'unknown' } : { kind: 'unsure', places: likely };
  }
}
