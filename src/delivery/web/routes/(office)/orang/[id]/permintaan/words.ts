import type { Words } from '#kernel/words.ts';

export const askWords = {
  title: { id: 'Permintaan data', en: 'Data requests' },
  sub: {
    id: 'Setiap orang boleh melihat, membetulkan, membatasi, atau meminta dihapus datanya. Dijawab paling lambat 3×24 jam.',
    en: 'Everybody may see, correct, restrict or ask to erase what is kept about them. Answered within 3×24 hours.',
  },
  record: { id: 'Catat permintaannya', en: 'Write the request down' },
  kind: { id: 'Yang diminta', en: 'What is asked' },
  choose: { id: 'Pilih…', en: 'Choose…' },
  field: { id: 'Isian yang salah', en: 'The field that is wrong' },
  fieldHint: { id: 'Hanya untuk “Membetulkan data”.', en: 'For “Correct her data” only.' },
  value: { id: 'Seharusnya', en: 'It should be' },
  channel: { id: 'Diterima lewat', en: 'Received by' },
  proof: { id: 'Dikenali dari', en: 'Known by' },
  proofHint: {
    id: 'Berkas seseorang tidak diserahkan kepada orang lain tanpa kuasa tertulis.',
    en: 'Nobody’s file is handed to somebody else without a written power of attorney.',
  },
  on: { id: 'Diterima tanggal', en: 'Received on' },
  onHint: {
    id: 'Hari sebelum hari ini dihitung sejak menit pertamanya.',
    en: 'A day before today counts from its first minute.',
  },
  words: { id: 'Dengan kata-katanya sendiri', en: 'In her own words' },
  send: { id: 'Catat permintaan', en: 'Write it down' },
  done: { id: 'Permintaan dicatat. Jamnya mulai berjalan.', en: 'Written down. The clock runs.' },
  past: { id: 'Yang pernah diminta', en: 'What she asked before' },
  incidents: { id: 'Insiden yang mengenai datanya', en: 'Incidents that touched her data' },
  told: (on: string): Words => ({ id: `diberi tahu ${on}`, en: `told on ${on}` }),
  untold: { id: 'belum diberi tahu', en: 'not told yet' },
  none: { id: 'Belum pernah meminta apa pun.', en: 'Nothing was ever asked.' },
} as const;
