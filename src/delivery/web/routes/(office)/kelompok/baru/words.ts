import type { Words } from '#kernel/words.ts';

export const proposeWords = {
  title: { id: 'Usulkan kelompok', en: 'Propose a group' },
  sub: {
    id: 'Pilih anggotanya dari orang yang sudah terdaftar. Petugas lain akan memverifikasi, lalu kepala dinas mengukuhkan.',
    en: 'Choose its members from people who are registered. Another officer verifies, then the head of department recognises it.',
  },
  about: { id: 'Tentang kelompok', en: 'About the group' },
  name: { id: 'Nama kelompok', en: 'Name of the group' },
  nameHint: {
    id: 'Seperti akan tertulis di SK, misalnya Melati 2.',
    en: 'As it will stand in the decree, for instance Melati 2.',
  },
  sector: { id: 'Bidang usaha', en: 'Sector' },
  kelurahan: { id: 'Kelurahan kelompok', en: 'Kelurahan of the group' },
  choose: { id: 'Pilih kelurahan', en: 'Choose a kelurahan' },
  note: { id: 'Catatan usulan', en: 'Note on the proposal' },
  noteHint: {
    id: 'Misalnya siapa yang meminta dan kapan. Boleh kosong.',
    en: 'For instance who asked, and when. May be empty.',
  },
  ketua: { id: 'Ketua', en: 'Leader' },
  sekretaris: { id: 'Sekretaris', en: 'Secretary' },
  bendahara: { id: 'Bendahara', en: 'Treasurer' },
  nobody: { id: 'Belum ada', en: 'Nobody' },
  officersHint: {
    id: 'Tambahkan anggota dahulu, lalu pilih ketuanya.',
    en: 'Add members first, then choose the leader.',
  },
  send: { id: 'Kirim usulan', en: 'Send the proposal' },
  sent: {
    id: 'Usulan terkirim. Petugas lain akan memverifikasinya.',
    en: 'The proposal was sent. Another officer will verify it.',
  },
} satisfies Record<string, Words>;
