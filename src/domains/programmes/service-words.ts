import type { Words } from '#kernel/words.ts';

/** How each kind of service reads on a person's line of life. */
export const serviceKinds = {
  registered: { id: 'Terdaftar', en: 'Registered' },
  met: { id: 'Ditemui dan dicatat lagi di tempat', en: 'Met and written down again on the spot' },
  'group-joined': { id: 'Masuk kelompok', en: 'Joined a group' },
  visited: { id: 'Dikunjungi pendamping', en: 'Visited by a mentor' },
  meeting: { id: 'Hadir di pertemuan kelompok', en: 'Came to the group meeting' },
  trained: { id: 'Mengikuti pelatihan', en: 'Took part in training' },
  permit: { id: 'Izin terbit', en: 'Permit issued' },
  loan: { id: 'Menerima pembiayaan', en: 'Received a loan' },
  market: { id: 'Difasilitasi pemasaran', en: 'Helped to market' },
  answered: { id: 'Temuannya dijawab dinas', en: 'Her finding was answered' },
} as const satisfies Record<string, Words>;

export type ServiceKindName = keyof typeof serviceKinds;
