import { defineProblems } from '#platform/command/problem.ts';

export const savingsProblems = defineProblems('savings', {
  accountMissing: {
    status: 409,
    say: (d: { name: string }) => ({
      id: `${d.name} belum punya rekening simpanan di lembaga ini. Rekening dibuka saat pencairan pembiayaan pertamanya.`,
      en: `${d.name} has no savings account at this institution yet. One is opened when her first loan is disbursed.`,
    }),
  },
  accountClosed: {
    status: 409,
    say: (d: { number: string }) => ({
      id: `Rekening simpanan ${d.number} sudah ditutup. Pakailah rekening lain milik anggota ini.`,
      en: `The savings account ${d.number} is closed. Use another account of this member.`,
    }),
  },
});
