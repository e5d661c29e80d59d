import { defineProblems } from '#platform/command/problem.ts';
import type { GroupEventKind, GroupRole, GroupState } from './group.ts';
import { groupRoles, groupStates } from './group-words.ts';

const needed: Partial<Record<GroupEventKind, { id: string; en: string }>> = {
  verified: { id: 'Hanya usulan yang dapat diverifikasi.', en: 'Only a proposal can be verified.' },
  refused: {
    id: 'Kelompok yang sudah dikukuhkan hanya dapat dicabut dengan SK pencabutan.',
    en: 'A recognised group can only be withdrawn by a withdrawing decree.',
  },
  recognised: {
    id: 'Mintalah petugas lain memverifikasinya lebih dahulu.',
    en: 'Ask another officer to verify it first.',
  },
  amended: {
    id: 'Hanya kelompok yang sudah dikukuhkan dapat diubah dengan SK perubahan.',
    en: 'Only a recognised group can be amended by decree.',
  },
  frozen: {
    id: 'Hanya kelompok aktif yang dapat dibekukan.',
    en: 'Only an active group can be frozen.',
  },
  unfrozen: { id: 'Kelompok ini tidak sedang dibekukan.', en: 'This group is not frozen.' },
  withdrawn: {
    id: 'Hanya pengukuhan yang masih berlaku dapat dicabut.',
    en: 'Only a recognition in force can be withdrawn.',
  },
};

/** Refusals about groups and their decrees. */
export const groupProblems = defineProblems('registry', {
  groupNotFound: {
    status: 404,
    say: () => ({
      id: 'Kelompok tidak ditemukan. Kembali ke daftar kelompok lalu pilih lagi.',
      en: 'The group was not found. Go back to the list of groups and choose again.',
    }),
  },
  wrongState: {
    status: 409,
    say: (d: { group: string; state: GroupState; kind: GroupEventKind }) => ({
      id: `Kelompok ${d.group} berstatus ${groupStates[d.state].id.toLowerCase()}. ${needed[d.kind]?.id ?? 'Muat ulang halaman.'}`,
      en: `The group ${d.group} is ${groupStates[d.state].en.toLowerCase()}. ${needed[d.kind]?.en ?? 'Reload the page.'}`,
    }),
  },
  groupNameTaken: {
    status: 409,
    field: 'name',
    say: (d: { name: string }) => ({
      id: `Sudah ada kelompok bernama ${d.name} di program ini. Beri nama lain, misalnya dengan nomor.`,
      en: `There is already a group called ${d.name} in this programme. Give it another name, for instance with a number.`,
    }),
  },
  unknownPlace: {
    status: 422,
    field: 'kelurahanCode',
    say: () => ({
      id: 'Kelurahan ini tidak ada di kota ini. Pilih dari daftar.',
      en: 'This kelurahan is not in this city. Choose from the list.',
    }),
  },
  unknownMember: {
    status: 422,
    field: 'members',
    say: () => ({
      id: 'Ada orang atau usaha yang tidak terdaftar atau tidak cocok. Cari lagi lalu pilih dari hasil pencarian.',
      en: 'A person or business is not registered or does not match. Search again and choose from the results.',
    }),
  },
  memberElsewhere: {
    status: 409,
    field: 'members',
    say: (d: { who: readonly { name: string; group: string }[] }) => ({
      id: `Masih tercatat di kelompok lain dalam program ini: ${listed(d.who)}. Keluarkan dahulu dari kelompok itu atau lepaskan dari usulan ini.`,
      en: `Still in another group of this programme: ${listed(d.who)}. Remove them there first, or take them off this proposal.`,
    }),
  },
  wrongSize: {
    status: 422,
    field: 'members',
    say: (d: { count: number; least: number; most: number }) => ({
      id: `Kelompok beranggota ${d.least} sampai ${d.most} orang; sekarang ${d.count}. Tambah atau kurangi anggota.`,
      en: `A group has ${d.least} to ${d.most} members; this one has ${d.count}. Add or remove members.`,
    }),
  },
  personTwice: {
    status: 422,
    field: 'members',
    say: () => ({
      id: 'Ada orang yang tercantum dua kali. Sisakan satu saja.',
      en: 'Somebody is listed twice. Keep one of the two.',
    }),
  },
  oneKetua: {
    status: 422,
    field: 'members',
    say: (d: { count: number }) => ({
      id: `Kelompok harus punya tepat satu ketua dari anggotanya; sekarang ${d.count}. Tetapkan ketuanya.`,
      en: `A group needs exactly one leader among its members; now ${d.count}. Choose the leader.`,
    }),
  },
  officeTwice: {
    status: 422,
    field: 'members',
    say: (d: { role: GroupRole }) => ({
      id: `Jabatan ${groupRoles[d.role].id.toLowerCase()} dipegang lebih dari satu orang. Sisakan satu.`,
      en: `More than one person is ${groupRoles[d.role].en.toLowerCase()}. Keep one.`,
    }),
  },
  ownProposal: {
    status: 403,
    say: () => ({
      id: 'Anda yang mengusulkan kelompok ini, jadi petugas lain yang harus memverifikasinya.',
      en: 'You proposed this group, so another officer has to verify it.',
    }),
  },
  ownSignature: {
    status: 403,
    say: (d: { group: string }) => ({
      id: `Anda ikut mengusulkan atau memverifikasi kelompok ${d.group}, jadi keputusannya harus ditetapkan pejabat lain.`,
      en: `You proposed or verified the group ${d.group}, so somebody else has to sign its decree.`,
    }),
  },
  nothingChanged: {
    status: 422,
    say: () => ({
      id: 'Belum ada yang diubah. Tambah, keluarkan, atau ganti jabatan setidaknya satu anggota.',
      en: 'Nothing is changed yet. Add, remove or change the office of at least one member.',
    }),
  },
  notAMember: {
    status: 422,
    field: 'members',
    say: () => ({
      id: 'Orang ini bukan anggota kelompok lagi. Muat ulang halaman.',
      en: 'This person is no longer a member. Reload the page.',
    }),
  },
  decreeNotFound: {
    status: 404,
    say: () => ({
      id: 'SK tidak ditemukan. Kembali ke halaman kelompok.',
      en: 'The decree was not found. Go back to the group’s page.',
    }),
  },
  noLetterhead: {
    status: 409,
    say: () => ({
      id: 'Kop surat kota belum diisi, jadi SK belum dapat dicetak. Mintalah pengelola sistem melengkapinya.',
      en: 'The city’s letterhead is not set, so a decree cannot be printed yet. Ask the administrator to complete it.',
    }),
  },
});

function listed(who: readonly { name: string; group: string }[]): string {
  const shown = who.slice(0, 5).map((each) => `${each.name} (${each.group})`);
  return who.length > 5 ? `${shown.join(', ')} +${who.length - 5}` : shown.join(', ');
}
