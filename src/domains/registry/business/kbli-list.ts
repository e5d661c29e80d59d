/** A line of business that small businesses have, in words its owner would use. */
export interface KbliEntry {
  readonly code: string;
  readonly title: string;
  /** Plain words, several spellings; written from how owners call what they do. */
  readonly words: string;
  /**
   * What the code is in KBLI 2025: `same` where it goes on, `other` where it was given to another activity, `gone`
   * where there is none of that number, null where its scope changed or nobody has looked it up. The official concordance is BPS's; nothing here is guessed.
   */
  readonly in2025: 'same' | 'other' | 'gone' | null;
}

/** Codes of KBLI 2020 (Peraturan BPS 2/2020), with titles shortened. */
const lines: readonly (readonly [string, string, string, KbliEntry['in2025']])[] = [
  [
    '10794',
    'Kerupuk, keripik, peyek dan sejenisnya',
    'keripik kripik singkong pisang ubi tempe talas kerupuk krupuk rempeyek peyek opak emping rengginang basreng makaroni pedas',
    'same',
  ],
  [
    '10710',
    'Roti dan kue',
    'roti bakeri bakery donat kue kering nastar bolu brownies cake biskuit kukis',
    'same',
  ],
  [
    '10792',
    'Kue basah',
    'kue basah jajanan pasar lapis lemper klepon dadar gulung risol pastel bika',
    'same',
  ],
  ['10796', 'Dodol', 'dodol jenang lempok wajik', 'same'],
  [
    '10750',
    'Makanan dan masakan olahan',
    'masakan olahan rendang kemasan lauk beku frozen food nugget bakso pempek tekwan abon siap saji',
    'same',
  ],
  ['10740', 'Makaroni, mi dan sejenisnya', 'mi mie bihun kwetiau makaroni', 'same'],
  ['10761', 'Pengolahan kopi', 'kopi bubuk sangrai roasting giling', 'same'],
  ['10772', 'Bumbu masak dan penyedap', 'bumbu sambal rempah giling penyedap', 'other'],
  [
    '10793',
    'Makanan dari kedelai dan kacang-kacangan',
    'kacang kedelai olahan kacang goreng bukan tahu tempe',
    'other',
  ],
  ['10773', 'Produk masak dari kelapa', 'kelapa santan serundeng', 'other'],
  ['10391', 'Tempe kedelai', 'tempe', 'gone'],
  ['10392', 'Tahu kedelai', 'tahu', 'gone'],
  ['10722', 'Gula merah', 'gula merah aren kelapa semut', 'same'],
  ['10733', 'Manisan buah dan sayuran kering', 'manisan buah asinan kering', 'same'],
  ['10739', 'Kembang gula lainnya', 'permen gula gulali', 'same'],
  ['10799', 'Produk makanan lainnya', 'makanan lain tepung olahan madu', 'same'],
  ['10212', 'Pengasapan dan pemanggangan ikan', 'ikan asap salai', 'same'],
  ['10214', 'Pemindangan ikan', 'ikan pindang', 'same'],
  ['10531', 'Es krim', 'es krim', 'gone'],
  ['11040', 'Minuman ringan', 'minuman ringan sirup teh kemasan sari buah', 'other'],
  ['10763', 'Pengolahan teh', 'teh', 'gone'],
  ['21022', 'Obat tradisional untuk manusia', 'jamu herbal obat tradisional', 'same'],
  ['13134', 'Batik', 'batik tulis cap canting', 'gone'],
  ['13122', 'Tenun bukan karung', 'tenun songket kain', null],
  ['13912', 'Bordir dan sulaman', 'bordir sulam', 'other'],
  [
    '14111',
    'Pakaian jadi dari tekstil',
    'konveksi konfeksi baju kaos seragam garmen gamis hijab jilbab mukena',
    'same',
  ],
  [
    '14120',
    'Penjahitan pakaian sesuai pesanan',
    'jahit penjahit tailor modiste permak vermak',
    'same',
  ],
  ['15201', 'Alas kaki untuk sehari-hari', 'sepatu sandal alas kaki', 'same'],
  ['16291', 'Anyaman rotan dan bambu', 'anyam anyaman rotan bambu tikar keranjang pandan', 'same'],
  ['31001', 'Furnitur dari kayu', 'mebel meubel furnitur kayu lemari meja kursi', 'gone'],
  [
    '45407',
    'Reparasi dan perawatan sepeda motor',
    'bengkel motor servis motor tambal ban ganti oli',
    'gone',
  ],
  [
    '47112',
    'Eceran berbagai barang: makanan dan minuman (toko, warung)',
    'warung kelontong sembako toko kebutuhan harian',
    'same',
  ],
  ['47241', 'Eceran beras', 'beras agen beras', 'same'],
  ['47711', 'Eceran pakaian', 'butik toko baju jual pakaian', 'same'],
  ['56101', 'Restoran', 'restoran', 'other'],
  ['56102', 'Rumah makan', 'rumah makan warung makan nasi padang ampera', 'other'],
  ['56103', 'Kedai makanan', 'kedai warung nasi bakso mie ayam sate soto lontong', 'gone'],
  [
    '56104',
    'Penyediaan makanan keliling',
    'gerobak keliling gorengan batagor siomay pecel lele kaki lima',
    'gone',
  ],
  [
    '56210',
    'Jasa boga untuk acara tertentu',
    'katering catering nasi kotak pesanan hajatan',
    'same',
  ],
  ['56303', 'Kafe', 'kafe cafe kedai kopi angkringan', 'same'],
  ['56304', 'Kedai minuman', 'jus es buah teh es dawet cendol minuman kedai', 'same'],
  ['18111', 'Pencetakan umum', 'percetakan sablon undangan spanduk', 'same'],
  ['96111', 'Pangkas rambut', 'cukur pangkas barbershop rambut', 'gone'],
  ['96112', 'Salon kecantikan', 'salon rias pengantin make up', 'gone'],
  ['96200', 'Binatu', 'laundry cuci setrika binatu', 'gone'],
];

export const kbliList: readonly KbliEntry[] = lines.map(([code, title, words, in2025]) => ({
  code,
  title,
  words,
  in2025,
}));
