import type { Words } from '#kernel/words.ts';
import type { GroupEventKind, GroupRole, GroupState } from './group.ts';

export const groupStates: Record<GroupState, Words> = {
  proposed: { id: 'Usulan', en: 'Proposed' },
  verified: { id: 'Diverifikasi', en: 'Verified' },
  recognised: { id: 'Dikukuhkan', en: 'Recognised' },
  active: { id: 'Aktif', en: 'Active' },
  frozen: { id: 'Dibekukan', en: 'Frozen' },
  withdrawn: { id: 'Dicabut', en: 'Withdrawn' },
  ended: { id: 'Berakhir', en: 'Ended' },
  refused: { id: 'Ditolak', en: 'Refused' },
};

export const groupSteps: Record<GroupEventKind, Words> = {
  proposed: { id: 'mengusulkan kelompok ini', en: 'proposed this group' },
  verified: { id: 'memverifikasi kelompok ini', en: 'verified this group' },
  refused: { id: 'menolak usulan kelompok ini', en: 'refused this group’s proposal' },
  recognised: { id: 'mengukuhkan kelompok ini', en: 'recognised this group' },
  activated: { id: 'mulai memberlakukan pengukuhan', en: 'put the recognition into force' },
  amended: { id: 'mengubah susunan kelompok ini', en: 'amended this group' },
  frozen: { id: 'membekukan kelompok ini', en: 'froze this group' },
  unfrozen: { id: 'mengaktifkan kembali kelompok ini', en: 'released this group' },
  withdrawn: { id: 'mencabut pengukuhan kelompok ini', en: 'withdrew this group’s recognition' },
  ended: { id: 'mengakhiri kelompok ini', en: 'ended this group' },
};

export const groupRoles: Record<GroupRole, Words> = {
  ketua: { id: 'Ketua', en: 'Leader' },
  sekretaris: { id: 'Sekretaris', en: 'Secretary' },
  bendahara: { id: 'Bendahara', en: 'Treasurer' },
  anggota: { id: 'Anggota', en: 'Member' },
};
