/** Words that say nothing about who or where somebody is, or that are written in several ways. */

const titles = new Set(
  (
    'bu ibu pak bapak bpk sdr sdri saudara saudari ny nyonya tn tuan nn nona hj h haji hajjah hajah dr drs dra drg ir prof ' +
    'almh alm almarhum almarhumah ust ustadz ustadzah kh nyai mr mrs ms miss sir mas mbak kak bin binti ' +
    'se sh spd st skom ssos mm msi mpd amd amdkeb skep skm sag sp stp shut mkes mkn mh mt phd spog sip sikom'
  ).split(' '),
);

/** The words of a name that are hers: without titles, honorifics and degrees, unless there is nothing else. */
export function ownWords(words: readonly string[]): readonly string[] {
  if (!words.some((word) => titles.has(word))) return words;
  const own = words.filter((word) => !titles.has(word));
  return own.length > 0 ? own : words;
}

const addressWords: Readonly<Record<string, string>> = {
  jl: 'jalan',
  jln: 'jalan',
  gg: 'gang',
  no: '',
  nomor: '',
  nmr: '',
  rt: 'rt',
  rw: 'rw',
  kel: '',
  kelurahan: '',
  desa: '',
  kec: '',
  kecamatan: '',
  kab: '',
  kabupaten: '',
  kota: '',
  prov: '',
  provinsi: '',
  perum: 'perumahan',
  perumh: 'perumahan',
  komp: 'kompleks',
  komplek: 'kompleks',
  kompl: 'kompleks',
  blk: 'blok',
  dsn: 'dusun',
  kp: 'kampung',
  kpg: 'kampung',
  lr: 'lorong',
  lrg: 'lorong',
  ds: '',
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ct: 'court',
  crt: 'court',
  cres: 'crescent',
  cr: 'crescent',
  pl: 'place',
  dr: 'drive',
  apt: 'apartment',
  apmnt: 'apartment',
  vlge: 'village',
  mt: 'mount',
};

/** An address's words with one writing for each abbreviation: Jln., Jl. and Jalan are the same. */
export function addressWordsOf(words: readonly string[]): string[] {
  return words.map((word) => addressWords[word] ?? word).filter((word) => word !== '');
}

const placeWords: Readonly<Record<string, string>> = {
  kec: '',
  kecamatan: '',
  kel: '',
  kelurahan: '',
  desa: '',
  ds: '',
  kota: '',
  kotamadya: '',
  kodya: '',
  kab: '',
  kabupaten: '',
  prov: '',
  provinsi: '',
  propinsi: '',
  dki: '',
  jkt: 'jakarta',
  jaksel: 'jakarta selatan',
  jakpus: 'jakarta pusat',
  jakut: 'jakarta utara',
  jakbar: 'jakarta barat',
  jaktim: 'jakarta timur',
  sby: 'surabaya',
  bdg: 'bandung',
  smg: 'semarang',
  jogja: 'yogyakarta',
  yogya: 'yogyakarta',
  jogjakarta: 'yogyakarta',
  mlg: 'malang',
  bpp: 'balikpapan',
  bppn: 'balikpapan',
  plg: 'palembang',
  mdn: 'medan',
  tng: 'tangerang',
  tangsel: 'tangerang selatan',
  bks: 'bekasi',
  dpk: 'depok',
  bgr: 'bogor',
  sel: 'selatan',
  utr: 'utara',
  brt: 'barat',
  tmr: 'timur',
  tgh: 'tengah',
  tj: 'tanjung',
  tjg: 'tanjung',
  tg: 'tanjung',
  sei: 'sungai',
  sg: 'sungai',
  gn: 'gunung',
  gng: 'gunung',
  psr: 'pasar',
  st: 'saint',
  mt: 'mount',
  mnt: 'mount',
};

/** A place's words: Kec., Kota and Kab. left out, abbreviations written in full. */
export function placeWordsOf(words: readonly string[]): string[] {
  const own = words.map((word) => placeWords[word] ?? word).filter((word) => word !== '');
  return own.length > 0 ? own : [...words];
}

const sexWords: Readonly<Record<string, string>> = {
  l: 'm',
  lk: 'm',
  laki: 'm',
  lakilaki: 'm',
  'laki laki': 'm',
  pria: 'm',
  cowok: 'm',
  m: 'm',
  male: 'm',
  man: 'm',
  '1': 'm',
  p: 'f',
  pr: 'f',
  perempuan: 'f',
  wanita: 'f',
  f: 'f',
  female: 'f',
  woman: 'f',
  w: 'f',
  '2': 'f',
};

/** `L`, `Laki-laki`, `Pria`, `male`, `1` → `m`; the others likewise; unknown words stay. */
export function sexOf(folded: string): string {
  return sexWords[folded] ?? folded;
}

/** What people write where they know nothing. */
export function saysNothing(folded: string): boolean {
  return nothing.has(folded);
}

const nothing = new Set(
  'nan|null|none|na|n a|nil|unknown|unk|undefined|tidak ada|tidak diketahui|tdk ada|belum ada|kosong|xx|xxx'.split(
    '|',
  ),
);
