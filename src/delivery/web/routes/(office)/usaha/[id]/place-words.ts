import type { Words } from '#kernel/words.ts';

interface Lies {
  /** Where it is registered. */
  readonly kelurahan: string | null;
  /** Where the point lies; null outside all borders drawn. */
  readonly lies: string | null;
}

const somewhere: Words = {
  id: 'di luar kelurahan yang digambar',
  en: 'outside the kelurahan drawn',
};

export const placeWords = {
  title: { id: 'Tempat usaha', en: 'Where it works' },
  unknown: { id: 'Alamat belum dicatat.', en: 'No address recorded.' },
  noBoundaries: {
    id: 'Peta muncul setelah kota memuat berkas batas kelurahannya (naik regions import-boundaries).',
    en: 'The map appears once the city has loaded its kelurahan borders (naik regions import-boundaries).',
  },
  source: { id: 'Batas wilayah:', en: 'Borders:' },
  noPoint: { id: 'Titiknya belum ditandai.', en: 'Its point is not marked yet.' },
  setPoint: { id: 'Tandai titik usaha', en: 'Mark its point' },
  movePoint: { id: 'Pindahkan titik', en: 'Move its point' },
  keys: {
    id: 'Tunjuk tempatnya di peta, atau pilih peta lalu geser titik dengan tombol panah (Shift untuk langkah besar).',
    en: 'Point at its place on the map, or focus the map and move the point with the arrow keys (Shift for large steps).',
  },
  here: { id: 'Pakai tempat saya sekarang (GPS)', en: 'Use where I am (GPS)' },
  gpsFailed: {
    id: 'HP ini tidak memberi tahu tempatnya. Izinkan lokasi, atau tunjuk di peta.',
    en: 'This device did not say where it is. Allow location, or point on the map.',
  },
  latitude: { id: 'Lintang', en: 'Latitude' },
  latitudeHint: { id: 'Misalnya -1,610100', en: 'Such as -1.610100' },
  longitude: { id: 'Bujur', en: 'Longitude' },
  longitudeHint: { id: 'Misalnya 103,613100', en: 'Such as 103.613100' },
  addPremises: { id: 'Catat tempat usaha', en: 'Record a place' },
  kind: { id: 'Jenis tempat', en: 'Kind of place' },
  tenure: { id: 'Milik siapa', en: 'Whose it is' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  address: { id: 'Alamat', en: 'Address' },
  since: { id: 'Sejak', en: 'Since' },
  premisesDone: { id: 'Tempat usaha tercatat.', en: 'The place is recorded.' },
  leaveDone: { id: 'Tempat itu tidak dipakai lagi.', en: 'The place is no longer used.' },
  notDegrees: {
    id: 'Tulis derajat dengan angka, misalnya -1,610100.',
    en: 'Write degrees in digits, such as -1.610100.',
  },
  mapSays: ({ kelurahan, lies, has }: Lies & { has: boolean }): Words => {
    const where = kelurahan ?? '–';
    if (!has) return { id: `Peta ${where}, tanpa titik`, en: `Map of ${where}, without a point` };
    return {
      id: `Titik usaha berada ${lies ? `di ${lies}` : somewhere.id}`,
      en: `The business lies ${lies ? `in ${lies}` : somewhere.en}`,
    };
  },
  outside: ({ kelurahan, lies }: Lies): Words => ({
    id: `Titik ini berada ${lies ? `di ${lies}` : somewhere.id}, sedangkan usaha ini tercatat di ${kelurahan ?? '–'}. Periksa mana yang keliru: titiknya atau kelurahannya.`,
    en: `This point lies ${lies ? `in ${lies}` : somewhere.en}, but the business is registered in ${kelurahan ?? '–'}. Check which is wrong: the point or the kelurahan.`,
  }),
  pointDone: { id: 'Titik usaha tercatat.', en: 'The point is recorded.' },
  photos: { id: 'Foto usaha', en: 'Photographs' },
  photosNone: {
    id: 'Belum ada. Foto produk dan tempatnya membantu pembeli dan petugas mengenalinya.',
    en: 'None yet. Photographs of products and the place help buyers and officers to know it.',
  },
  addPhoto: { id: 'Tambah foto', en: 'Add a photograph' },
  photo: { id: 'Foto', en: 'Photograph' },
  photoHint: {
    id: 'JPEG, PNG, atau WebP sampai 5 MB. Tempat dan waktu di dalam foto tidak ikut disimpan.',
    en: 'JPEG, PNG or WebP up to 5 MB. Place and time inside the photograph are not kept.',
  },
  photoMissing: { id: 'Pilih fotonya dulu.', en: 'Choose the photograph first.' },
  shows: { id: 'Apa yang terlihat', en: 'What is to be seen' },
  showsHint: {
    id: 'Dibacakan kepada yang tidak melihat, misalnya keripik balado dalam kemasan.',
    en: 'Read out to whoever does not see it, such as balado crisps in their bags.',
  },
  takenOn: { id: 'Tanggal foto', en: 'Taken on' },
  photoDone: { id: 'Foto tersimpan.', en: 'The photograph is kept.' },
  removePhoto: { id: 'Hapus foto ini', en: 'Remove this photograph' },
  photoGone: { id: 'Foto dihapus.', en: 'The photograph is removed.' },
} satisfies Record<string, Words | ((about: never) => Words)>;
