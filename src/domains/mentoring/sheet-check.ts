import { formatRupiah, type Rupiah, sum } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';
import {
  coveredOn,
  denominations,
  paidOn,
  type SheetBody,
  type SheetCover,
  type SheetMember,
  shortfallOf,
  totalsOf,
} from './sheet.ts';

export type SheetProblemCode =
  | 'member-missing'
  | 'member-twice'
  | 'not-a-member'
  | 'reason-missing'
  | 'unknown-loan'
  | 'loan-twice'
  | 'more-than-debt'
  | 'cover-not-agreed'
  | 'covers-herself'
  | 'payer-absent'
  | 'payer-without-loan'
  | 'cover-exceeds-shortfall'
  | 'no-savings-account'
  | 'unknown-denomination'
  | 'count-differs';

/** Why a meeting cannot be closed yet, and about whom. */
export interface SheetProblem {
  readonly code: SheetProblemCode;
  readonly says: Words;
  readonly personId?: string;
  readonly loanId?: string;
}

/**
 * Everything that keeps a sheet from being closed; empty when it can be. The phone shows the list, the
 * server refuses by its first line, so that both say the same.
 */
export function checkSheet(sheet: SheetBody, members: readonly SheetMember[]): SheetProblem[] {
  const roll = new Roll(members);
  return [
    ...checkAttendance(sheet, members, roll),
    ...checkRepayments(sheet, roll),
    ...sheet.covers.flatMap((cover) => checkCover(cover, sheet, roll)),
    ...checkSavings(sheet, roll),
    ...checkCash(sheet, members),
  ];
}

/** The members by person and by loan. */
class Roll {
  readonly byPerson: ReadonlyMap<string, SheetMember>;
  readonly byLoan: ReadonlyMap<string, SheetMember>;

  constructor(members: readonly SheetMember[]) {
    this.byPerson = new Map(members.map((member) => [member.personId, member]));
    this.byLoan = new Map(
      members.flatMap((member) => (member.loan ? [[member.loan.loanId, member]] : [])),
    );
  }

  nameOf(personId: string): string {
    return this.byPerson.get(personId)?.name ?? '?';
  }
}

function checkAttendance(
  sheet: SheetBody,
  members: readonly SheetMember[],
  roll: Roll,
): SheetProblem[] {
  const marked = sheet.attendance.map((line) => line.personId);
  const missing = members
    .filter((member) => !marked.includes(member.personId))
    .map(({ personId, name }) => ({
      code: 'member-missing' as const,
      personId,
      says: { id: `Kehadiran ${name} belum ditandai.`, en: `${name}’s attendance is not marked.` },
    }));
  const twice = repeated(marked).map((personId) => ({
    code: 'member-twice' as const,
    personId,
    says: {
      id: `${roll.nameOf(personId)} ditandai dua kali.`,
      en: `${roll.nameOf(personId)} is marked twice.`,
    },
  }));
  const strangers = marked.filter((personId) => !roll.byPerson.has(personId)).map(notAMember);
  const unexplained = sheet.attendance
    .filter((line) => line.presence === 'excused' && !line.reason?.trim())
    .map(({ personId }) => ({
      code: 'reason-missing' as const,
      personId,
      says: {
        id: `Tulis alasan izin ${roll.nameOf(personId)}.`,
        en: `Write why ${roll.nameOf(personId)} was excused.`,
      },
    }));
  return [...missing, ...twice, ...strangers, ...unexplained];
}

function checkRepayments(sheet: SheetBody, roll: Roll): SheetProblem[] {
  const touched = [
    ...sheet.repayments.map((line) => line.loanId),
    ...sheet.covers.map((cover) => cover.obligorLoanId),
  ];
  const unknown = [...new Set(touched)]
    .filter((loanId) => !roll.byLoan.has(loanId))
    .map(unknownLoan);
  const twice = [
    ...repeated(sheet.repayments.map((line) => line.loanId)),
    ...repeated(sheet.covers.map((cover) => cover.obligorLoanId)),
  ].map((loanId) => ({
    code: 'loan-twice' as const,
    loanId,
    says: {
      id: `Setoran ${roll.byLoan.get(loanId)?.name ?? '?'} tercatat dua kali.`,
      en: `${roll.byLoan.get(loanId)?.name ?? '?'}’s repayment is entered twice.`,
    },
  }));
  return [
    ...unknown,
    ...twice,
    ...[...roll.byLoan.values()].flatMap((member) => checkDebt(sheet, member)),
  ];
}

function checkDebt(sheet: SheetBody, { loan, name, personId }: SheetMember): SheetProblem[] {
  if (!loan || paidOn(sheet, loan.loanId) + coveredOn(sheet, loan.loanId) <= loan.payoff) return [];
  return [
    {
      code: 'more-than-debt',
      personId,
      loanId: loan.loanId,
      says: {
        id: `Setoran ${name} lebih dari sisa utangnya, ${formatRupiah(loan.payoff, 'id')}. Masukkan kelebihannya ke tabungan.`,
        en: `${name} pays more than she owes, ${formatRupiah(loan.payoff, 'en')}. Put the rest into savings.`,
      },
    },
  ];
}

function checkCover(cover: SheetCover, sheet: SheetBody, roll: Roll): SheetProblem[] {
  const obligor = roll.byLoan.get(cover.obligorLoanId);
  if (!obligor?.loan) return [];
  const { loanId } = obligor.loan;
  const problems = cover.payers.flatMap((payer) =>
    checkPayer(payer.personId, { obligor, sheet, roll }),
  );
  if (!cover.agreed) {
    problems.push({
      code: 'cover-not-agreed',
      loanId,
      says: {
        id: `Kelompok belum sepakat menanggung ${obligor.name}.`,
        en: `The group has not agreed to cover ${obligor.name}.`,
      },
    });
  }
  const shortfall = shortfallOf(sheet, obligor.loan);
  if (sum(cover.payers.map((payer) => payer.amount)) > shortfall) {
    problems.push({
      code: 'cover-exceeds-shortfall',
      loanId,
      personId: obligor.personId,
      says: {
        id: `Kekurangan ${obligor.name} hanya ${formatRupiah(shortfall, 'id')}. Kurangi tanggungannya.`,
        en: `${obligor.name} is only ${formatRupiah(shortfall, 'en')} short. Cover less.`,
      },
    });
  }
  return problems;
}

function checkPayer(
  personId: string,
  { obligor, sheet, roll }: { obligor: SheetMember; sheet: SheetBody; roll: Roll },
): SheetProblem[] {
  const payer = roll.byPerson.get(personId);
  if (!payer) return [notAMember(personId)];
  const loanId = obligor.loan?.loanId ?? '';
  const { name } = payer;
  if (personId === obligor.personId) {
    return [
      {
        code: 'covers-herself',
        personId,
        loanId,
        says: {
          id: `${name} tidak bisa menanggung dirinya sendiri. Catat sebagai setorannya.`,
          en: `${name} cannot cover herself. Record it as her own repayment.`,
        },
      },
    ];
  }
  const problems: SheetProblem[] = [];
  if (sheet.attendance.find((line) => line.personId === personId)?.presence !== 'present') {
    problems.push({
      code: 'payer-absent',
      personId,
      loanId,
      says: {
        id: `${name} tidak hadir, jadi tidak bisa menanggung ${obligor.name}. Pilih yang hadir.`,
        en: `${name} is not here and cannot cover ${obligor.name}. Choose someone present.`,
      },
    });
  }
  if (!payer.loan) {
    problems.push({
      code: 'payer-without-loan',
      personId,
      loanId,
      says: {
        id: `${name} tidak ikut tanggung renteng pinjaman ini. Pilih anggota yang juga meminjam.`,
        en: `${name} does not share this liability. Choose a member who borrows too.`,
      },
    });
  }
  return problems;
}

function checkSavings(sheet: SheetBody, roll: Roll): SheetProblem[] {
  return sheet.savings.flatMap(({ personId, amount }): SheetProblem[] => {
    const member = roll.byPerson.get(personId);
    if (!member) return [notAMember(personId)];
    if (amount === 0n || member.savingsAccountId) return [];
    return [
      {
        code: 'no-savings-account',
        personId,
        says: {
          id: `${member.name} belum punya rekening tabungan. Kosongkan tabungannya atau bukakan dulu di koperasi.`,
          en: `${member.name} has no savings account. Clear her savings or open one at the cooperative first.`,
        },
      },
    ];
  });
}

function checkCash(sheet: SheetBody, members: readonly SheetMember[]): SheetProblem[] {
  const known: readonly number[] = denominations;
  const unknown = sheet.cashCount.filter((line) => !known.includes(line.denomination));
  if (unknown.length > 0) {
    const listed = unknown.map((line) => formatRupiah(BigInt(line.denomination))).join(', ');
    return [
      {
        code: 'unknown-denomination',
        says: { id: `Tidak ada uang ${listed}.`, en: `There is no note or coin of ${listed}.` },
      },
    ];
  }
  const { difference, received, counted } = totalsOf(sheet, members);
  return difference === 0n ? [] : [countDiffers({ difference, received, counted })];
}

function countDiffers(cash: {
  difference: Rupiah;
  received: Rupiah;
  counted: Rupiah;
}): SheetProblem {
  const { difference, received, counted } = cash;
  const off = difference < 0n ? -difference : difference;
  const [word, wordEn] = difference < 0n ? ['kurang', 'short by'] : ['lebih', 'over by'];
  return {
    code: 'count-differs',
    says: {
      id: `Uang ${word} ${formatRupiah(off, 'id')}: dihitung ${formatRupiah(counted, 'id')}, di lembar ${formatRupiah(received, 'id')}. Hitung lagi atau betulkan setorannya.`,
      en: `The cash is ${wordEn} ${formatRupiah(off, 'en')}: counted ${formatRupiah(counted, 'en')}, on the sheet ${formatRupiah(received, 'en')}. Count again or correct the payments.`,
    },
  };
}

function notAMember(personId: string): SheetProblem {
  return {
    code: 'not-a-member',
    personId,
    says: {
      id: 'Ada orang di lembar yang bukan anggota kelompok ini. Muat ulang lembarnya.',
      en: 'Someone on the sheet is not a member of this group. Reload the sheet.',
    },
  };
}

function unknownLoan(loanId: string): SheetProblem {
  return {
    code: 'unknown-loan',
    loanId,
    says: {
      id: 'Ada setoran untuk pinjaman yang tidak ada di lembar ini. Muat ulang lembarnya.',
      en: 'There is a repayment for a loan that is not on this sheet. Reload the sheet.',
    },
  };
}

function repeated(items: readonly string[]): string[] {
  return [...new Set(items.filter((item, index) => items.indexOf(item) !== index))];
}
