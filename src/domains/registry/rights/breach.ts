import type { Words } from '#kernel/words.ts';
import { breachProblems } from './breach-problems.ts';

/** How data of people got away, and what its reach is reckoned from. */
export const breachKinds = {
  'lost-phone': { id: 'HP petugas hilang', en: 'An officer’s phone is lost' },
  'wrong-export': {
    id: 'Unduhan sampai ke orang yang salah',
    en: 'A download reached the wrong hands',
  },
  'group-papers': { id: 'Kertas kelompok hilang', en: 'A group’s papers are lost' },
} as const satisfies Record<string, Words>;

export type BreachKind = keyof typeof breachKinds;
export const breachKindNames = Object.keys(breachKinds) as BreachKind[];

/** What of people each kind lays open; numbers are masked on phones, in downloads and on paper. */
export const breachData: Readonly<Record<BreachKind, Words>> = {
  'lost-phone': {
    id: 'nama, telepon, alamat, usaha, pinjaman dan simpanan kelompok; NIK hanya empat angka terakhir; disandikan di bawah PIN petugas',
    en: 'names, phones, addresses, businesses, loans and savings of the group; only the last four digits of the NIK; encrypted under the officer’s PIN',
  },
  'wrong-export': {
    id: 'nama, telepon, alamat dan usaha; NIK tidak ada di dalamnya',
    en: 'names, phones, addresses and businesses; no NIK in it',
  },
  'group-papers': {
    id: 'nama, kehadiran, pinjaman, angsuran dan simpanan anggota',
    en: 'names, attendance, loans, repayments and savings of the members',
  },
};

/** Who is told in writing (UU 27/2022 art. 46). */
export const toldParties = {
  people: { id: 'Orang-orangnya', en: 'The people concerned' },
  authority: { id: 'Lembaga pelindungan data pribadi', en: 'The data protection authority' },
} as const satisfies Record<string, Words>;

export type ToldParty = keyof typeof toldParties;
export const toldPartyNames = Object.keys(toldParties) as ToldParty[];

/**
 * Whether a breach found then may be written down now.
 *
 * @throws Refusal found-in-future, found-before-it-happened
 */
export function decideFound(
  found: { foundAt: Date; foundOn: string; happenedOn: string },
  now: Date,
): void {
  if (found.foundAt > now) throw breachProblems.foundInFuture();
  if (found.happenedOn > found.foundOn) throw breachProblems.foundBeforeItHappened();
}

/**
 * Whether it may be noted that somebody was told then.
 *
 * @throws Refusal breach-withdrawn, told-already, told-in-future, told-before-found
 */
export function decideTold(
  breach: { foundAt: Date; withdrawn: boolean; told: readonly ToldParty[] },
  told: { party: ToldParty; at: Date },
  now: Date,
): void {
  if (breach.withdrawn) throw breachProblems.breachWithdrawn();
  if (breach.told.includes(told.party)) throw breachProblems.toldAlready();
  if (told.at > now) throw breachProblems.toldInFuture();
  if (told.at < breach.foundAt) throw breachProblems.toldBeforeFound();
}

/**
 * Whether a breach may be taken back as a mistake.
 *
 * @throws Refusal breach-withdrawn, told-stays-told
 */
export function decideWithdrawal(breach: { withdrawn: boolean; told: readonly ToldParty[] }): void {
  if (breach.withdrawn) throw breachProblems.breachWithdrawn();
  if (breach.told.length > 0) throw breachProblems.toldStaysTold();
}
