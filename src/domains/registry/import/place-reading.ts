import { cleanText } from '#kernel/text.ts';
import type { Place, PlaceIndex } from '../place-matching.ts';
import type { CandidatePlace } from './candidate.ts';
import type { ImportField } from './import-fields.ts';
import { repair, type Reason, warn } from './reason.ts';

export interface PlaceTexts {
  readonly kelurahan: string;
  readonly kecamatan: string;
  readonly address: string;
}

/**
 * Reads where a row is. A place of another city is kept as written, with a warning; a kelurahan nearly but not surely
 * one of this city is for a person to repair, with the likely name as the fix.
 */
export function readPlace(
  texts: PlaceTexts,
  places: PlaceIndex,
  reasons: Reason[],
): CandidatePlace {
  const typed = places.isAround(texts.kecamatan) ? '' : texts.kecamatan;
  const { kecamatan, unsure, elsewhere } = readKecamatan(typed, places, reasons);
  const kelurahan = elsewhere
    ? undefined
    : readKelurahan(texts.kelurahan, { places, kecamatan, reasons });
  if (unsure.length > 0) sayUnsure(typed, { unsure, kelurahan }, reasons);
  if (kelurahan !== undefined && kecamatan !== undefined && kelurahan.parent !== kecamatan.code) {
    const home = places.get(kelurahan.parent ?? '')?.name ?? '';
    reasons.push(
      warn({
        code: 'place.kecamatan-differs',
        field: 'kecamatan',
        says: {
          id: `Kelurahan ${kelurahan.name} ada di Kecamatan ${home}, bukan ${kecamatan.name}; kelurahannya yang dipakai.`,
          en: `Kelurahan ${kelurahan.name} lies in Kecamatan ${home}, not ${kecamatan.name}; the kelurahan was used.`,
        },
      }),
    );
  }
  const written = [texts.kelurahan, texts.kecamatan].map(cleanText).filter((text) => text !== '');
  return {
    kelurahanCode: kelurahan?.code ?? null,
    kecamatanCode: kelurahan?.parent ?? kecamatan?.code ?? null,
    text: kelurahan === undefined && written.length > 0 ? written.join(', ') : null,
    address: texts.address === '' ? null : cleanText(texts.address),
  };
}

interface KecamatanReading {
  readonly kecamatan: Place | undefined;
  /** Which of this city's it may be, where that is not certain. */
  readonly unsure: readonly Place[];
  /** It is one of another city. */
  readonly elsewhere: boolean;
}

function readKecamatan(text: string, places: PlaceIndex, reasons: Reason[]): KecamatanReading {
  const none = { kecamatan: undefined, unsure: [], elsewhere: false };
  if (text === '') return none;
  const match = places.find(text, 'kecamatan');
  if (match.kind === 'exact') return { ...none, kecamatan: match.place };
  if (match.kind === 'spelling') {
    reasons.push(readAs('kecamatan', text, match.place));
    return { ...none, kecamatan: match.place };
  }
  if (match.kind === 'unsure') return { ...none, unsure: match.places };
  reasons.push(
    warn({
      code: 'place.other-city',
      field: 'kecamatan',
      says: {
        id: `“${text}” bukan kecamatan di kota ini; tempatnya disimpan seperti tertulis.`,
        en: `“${text}” is not a kecamatan of this city; the place is kept as written.`,
      },
    }),
  );
  return { ...none, elsewhere: true };
}

/** A kecamatan that may be one of several is settled by the kelurahan beside it; else a person settles it. */
function sayUnsure(
  text: string,
  { unsure, kelurahan }: { unsure: readonly Place[]; kelurahan: Place | undefined },
  reasons: Reason[],
): void {
  const meant = unsure.find(({ code }) => code === kelurahan?.parent);
  if (meant !== undefined) {
    reasons.push(readAs('kecamatan', text, meant));
    return;
  }
  const names = unsure.map(({ name }) => name).join(' / ');
  reasons.push(
    repair({
      code: 'place.kecamatan-unsure',
      field: 'kecamatan',
      says: {
        id: `Kecamatan “${text}” bisa berarti ${names}. Pilih salah satu, atau kosongkan bila tidak tahu.`,
        en: `Kecamatan “${text}” may mean ${names}. Choose one, or leave it empty if unknown.`,
      },
      fix: unsure[0]!.name,
    }),
  );
}

function readKelurahan(
  text: string,
  {
    places,
    kecamatan,
    reasons,
  }: { places: PlaceIndex; kecamatan: Place | undefined; reasons: Reason[] },
): Place | undefined {
  if (text === '') return undefined;
  const match = places.find(text, 'kelurahan', kecamatan?.code);
  if (match.kind === 'exact') return match.place;
  if (match.kind === 'spelling') {
    reasons.push(readAs('kelurahan', text, match.place));
    return match.place;
  }
  if (match.kind === 'unsure') {
    const names = match.places.map((place) => nameWithin(place, places)).join(' / ');
    reasons.push(
      repair({
        code: 'place.kelurahan-unsure',
        field: 'kelurahan',
        says: {
          id: `Kelurahan “${text}” bisa berarti ${names}. Pilih salah satu atau isi kecamatannya.`,
          en: `Kelurahan “${text}” may mean ${names}. Choose one or fill in the kecamatan.`,
        },
        fix: match.places[0]!.name,
      }),
    );
    return undefined;
  }
  reasons.push(unknownKelurahan(text, kecamatan, places));
  return undefined;
}

/**
 * Unknown within a known kecamatan is a mistake to repair, and those it has are told; without one it may simply be another
 * city.
 */
function unknownKelurahan(text: string, kecamatan: Place | undefined, places: PlaceIndex): Reason {
  if (kecamatan === undefined) {
    return warn({
      code: 'place.kelurahan-elsewhere',
      field: 'kelurahan',
      says: {
        id: `Kelurahan “${text}” tidak ada di kota ini; tempatnya disimpan seperti tertulis.`,
        en: `There is no kelurahan “${text}” in this city; the place is kept as written.`,
      },
    });
  }
  const there = places.within(kecamatan.code).map(({ name }) => name);
  const told = there.length === 0 ? '–' : there.join(', ');
  return repair({
    code: 'place.kelurahan-unknown',
    field: 'kelurahan',
    says: {
      id: `Tidak ada kelurahan “${text}” di Kecamatan ${kecamatan.name}; yang ada: ${told}. Perbaiki namanya, atau kosongkan bila tidak tahu.`,
      en: `There is no kelurahan “${text}” in Kecamatan ${kecamatan.name}; there are: ${told}. Correct the name, or leave it empty if unknown.`,
    },
  });
}

function readAs(field: ImportField, text: string, place: Place): Reason {
  return warn({
    code: 'place.read-as',
    field,
    says: {
      id: `“${text}” dibaca sebagai ${place.name}.`,
      en: `“${text}” was read as ${place.name}.`,
    },
    fix: place.name,
  });
}

function nameWithin(place: Place, places: PlaceIndex): string {
  const parent = places.get(place.parent ?? '');
  return parent === undefined ? place.name : `${place.name} (${parent.name})`;
}
