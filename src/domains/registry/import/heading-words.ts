import { editDistance } from '../edit-distance.ts';
import { headerKey, importFieldNames, importFields } from './import-fields.ts';
import { otherHeaders } from './known-headings.ts';

/** Words of headings that mean the same, by how they are shortened or misspelt every day. */
const sameWord: Readonly<Record<string, string>> = {
  nm: 'nama',
  nomor: 'no',
  nomer: 'no',
  nmr: 'no',
  num: 'no',
  telp: 'telepon',
  tlp: 'telepon',
  tlpn: 'telepon',
  telpon: 'telepon',
  tel: 'telepon',
  tilpon: 'telepon',
  telephone: 'telepon',
  handphone: 'hp',
  hape: 'hp',
  ponsel: 'hp',
  selular: 'hp',
  seluler: 'hp',
  whatsapp: 'wa',
  whatsap: 'wa',
  tgl: 'tanggal',
  tglr: 'tanggal',
  thn: 'tahun',
  bln: 'bulan',
  jml: 'jumlah',
  jmlh: 'jumlah',
  jlh: 'jumlah',
  jns: 'jenis',
  almt: 'alamat',
  alm: 'alamat',
  jln: 'jalan',
  jl: 'jalan',
  kel: 'kelurahan',
  kec: 'kecamatan',
  kab: 'kabupaten',
  prov: 'provinsi',
  ush: 'usaha',
  omset: 'omzet',
  penghsln: 'penghasilan',
  tk: 'tenaga kerja',
  naker: 'tenaga kerja',
  lk: 'laki',
  addr: 'address',
  tempt: 'tempat',
  tpt: 'tempat',
};

function spread(text: string): string {
  return headerKey(text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}

function canonical(key: string): string {
  return key
    .split(' ')
    .map((word) => sameWord[word] ?? word)
    .join(' ');
}

const knownWords: ReadonlySet<string> = new Set(
  [...importFieldNames.flatMap((field) => importFields[field].headers), ...otherHeaders]
    .flatMap((header) => canonical(headerKey(header)).split(' '))
    .filter((word) => word.length >= 5),
);

const mended = new Map<string, string>();

/** A word one letter away from a known one (two, when it is long) is that one: `KELURHAN`, `Kecamtan`. */
function mend(word: string): string {
  if (word.length < 5 || word.length > 20 || knownWords.has(word)) return word;
  const before = mended.get(word);
  if (before !== undefined) return before;
  const limit = word.length >= 9 ? 2 : 1;
  let best = word;
  let least = limit + 1;
  for (const known of knownWords) {
    const distance = editDistance(word, known, limit);
    if (distance < least) [best, least] = [known, distance];
  }
  if (mended.size < 10_000) mended.set(word, best);
  return best;
}

/** A known heading as compared. */
export function plainHeading(header: string): string {
  return canonical(headerKey(header));
}

/**
 * A heading of a file as compared: words of one meaning made one, small misspellings mended, `namaPemilik` and
 * `nama_pemilik` taken apart, units in brackets left out.
 */
export function headingKey(title: string): string {
  const bare = title
    .replace(/\((?:[^)]*\b(?:rp|ribu|juta|idr)\b[^)]*)\)/gi, ' ')
    .replace(/\*/g, ' ');
  return canonical(canonical(spread(bare)).split(' ').map(mend).join(' '));
}
