import type { Words } from '#kernel/words.ts';
import type { GroupState } from '#domains/registry/group.ts';
import type { Tone } from '#delivery/ui/tag.svelte';

export const groupWords = {
  title: { id: 'Kelompok', en: 'Groups' },
  search: {
    id: 'Cari nama kelompok, ketua, kelurahan…',
    en: 'Search a group, its leader, kelurahan…',
  },
  name: { id: 'Kelompok', en: 'Group' },
  state: { id: 'Status', en: 'State' },
  allStates: { id: 'Semua status', en: 'All states' },
  kecamatan: { id: 'Kecamatan', en: 'Kecamatan' },
  allKecamatan: { id: 'Semua kecamatan', en: 'All kecamatan' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  ketua: { id: 'Ketua', en: 'Leader' },
  members: { id: 'Anggota', en: 'Members' },
  sector: { id: 'Bidang usaha', en: 'Sector' },
  mentor: { id: 'Pendamping', en: 'Mentor' },
  decree: { id: 'SK', en: 'Decree' },
  validTo: { id: 'Berlaku sampai', en: 'Valid until' },
  propose: { id: 'Usulkan kelompok', en: 'Propose a group' },
  recognise: { id: 'Kukuhkan', en: 'Recognise' },
  empty: { id: 'Belum ada kelompok', en: 'No groups yet' },
  emptyText: {
    id: 'Usulkan kelompok pertama dari orang yang sudah terdaftar. Bila belum ada orangnya, impor dahulu berkas anggota.',
    en: 'Propose the first group from people who are registered. If there are none yet, import a members’ file first.',
  },
} satisfies Record<string, Words>;

/** The conclusion the list opens with. */
export function groupsInWords(
  counts: readonly { state: GroupState; groups: number; members: number }[],
): Words {
  const of = (...states: GroupState[]) => counts.filter((count) => states.includes(count.state));
  const sum = (rows: typeof counts, key: 'groups' | 'members') =>
    rows.reduce((total, row) => total + row[key], 0);
  const inForce = of('recognised', 'active');
  const groups = sum(inForce, 'groups');
  const members = sum(inForce, 'members');
  const waiting = sum(of('proposed'), 'groups');
  const verified = sum(of('verified'), 'groups');
  return {
    id: `${groups} kelompok berlaku dengan ${members} anggota. ${waiting} menunggu verifikasi, ${verified} menunggu pengukuhan.`,
    en: `${groups} groups in force with ${members} members. ${waiting} wait for verification, ${verified} for recognition.`,
  };
}

export const stateTones: Record<GroupState, Tone> = {
  proposed: 'info',
  verified: 'info',
  recognised: 'good',
  active: 'good',
  frozen: 'watch',
  withdrawn: 'bad',
  ended: 'plain',
  refused: 'bad',
};
