import type { Words } from '#kernel/words.ts';

export const retentionWords = {
  title: { id: 'Masa simpan', en: 'Retention' },
  sub: {
    id: 'Berapa lama tiap data disimpan, dan apa yang berakhir malam ini (UU 27/2022 pasal 43–44).',
    en: 'How long each kind of data is kept, and what ends tonight (UU 27/2022 art. 43–44).',
  },
  summary: (due: number, held: number): Words => ({
    id:
      due === 0 && held === 0
        ? 'Tidak ada yang lewat masa simpannya.'
        : `${due} lewat masa simpannya dan berakhir malam ini; ${held} ditahan.`,
    en:
      due === 0 && held === 0
        ? 'Nothing is past its period.'
        : `${due} past their period end tonight; ${held} are held.`,
  }),
  what: { id: 'Data', en: 'Data' },
  period: { id: 'Disimpan', en: 'Kept' },
  months: (months: number, from: Words): Words => ({
    id: `${months % 12 === 0 ? `${months / 12} tahun` : `${months} bulan`} ${from.id}`,
    en: `${months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} months`} ${from.en}`,
  }),
  ground: { id: 'Dasarnya', en: 'Ground' },
  then: { id: 'Lalu', en: 'Then' },
  due: { id: 'Malam ini', en: 'Tonight' },
  heldBack: { id: 'Ditahan', en: 'Held' },
  last: { id: 'Terakhir dijalankan', en: 'Last run' },
  lastRun: (at: string, gone: number): Words => ({
    id: `${at}: ${gone} diakhiri`,
    en: `${at}: ${gone} ended`,
  }),
  never: { id: 'belum pernah', en: 'never yet' },
  runNow: { id: 'Jalankan sekarang', en: 'Run it now' },
  ran: { id: 'Sudah dijalankan.', en: 'It was run.' },
  kept: {
    id: 'Pinjaman, simpanan, dan buku disimpan sepuluh tahun (UU 8/1997), SK dan jejak audit sebagai arsip negara (UU 43/2009): keduanya tidak berakhir di sini.',
    en: 'Loans, savings and books are kept ten years (UU 8/1997), decrees and the audit trail as state records (UU 43/2009): neither ends here.',
  },
  holds: { id: 'Penghapusan yang ditahan', en: 'Erasures that are held' },
  holdsNone: {
    id: 'Tidak ada. Penahanan dipasang dari halaman orangnya: Permintaan data.',
    en: 'None. A hold is set on the person’s page: Data requests.',
  },
  holdLine: (until: string, by: string, at: string): Words => ({
    id: `sampai ${until}, dipasang ${by} pada ${at}`,
    en: `until ${until}, set by ${by} on ${at}`,
  }),
  hold: { id: 'Tahan penghapusan', en: 'Hold from erasure' },
  holdSub: {
    id: 'Selama ditahan, datanya tidak dihapus: tidak karena lama, tidak juga bila ia meminta.',
    en: 'While held, nothing of hers is erased: not by age, and not at her own asking.',
  },
  holdWhy: { id: 'Mengapa', en: 'Why' },
  holdWhyHint: {
    id: 'Pemeriksaan, perkara, atau surat yang memintanya.',
    en: 'The audit, case or letter that asks for it.',
  },
  holdUntil: { id: 'Sampai', en: 'Until' },
  holdDone: { id: 'Datanya ditahan.', en: 'Her data is held.' },
  lift: { id: 'Cabut penahanan', en: 'Lift the hold' },
  liftWhy: { id: 'Mengapa dicabut', en: 'Why it is lifted' },
  lifted: { id: 'Penahanan dicabut.', en: 'The hold is lifted.' },
};
