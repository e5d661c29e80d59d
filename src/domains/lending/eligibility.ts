import { ageOn, type BusinessDate, formatDate } from '#kernel/date.ts';
import { formatRupiah, type Rupiah } from '#kernel/money.ts';
import type { Words } from '#kernel/words.ts';

export type CheckCode =
  | 'group-member'
  | 'business'
  | 'age'
  | 'consent'
  | 'no-active-loan'
  | 'no-arrears'
  | 'attendance'
  | 'amount';

/**
 * One line of a pre-check. Nobody is refused by it: people decide, and see what it found. The sentence and
 * the remedy are kept with the application as they stood.
 */
export interface MemberCheck {
  readonly code: CheckCode;
  readonly result: 'pass' | 'fail' | 'unknown';
  readonly says: Words;
  /** What to do about it; null when it passed. */
  readonly remedy: Words | null;
}

/** A lender's rules for whoever applies, as data. */
export interface BorrowerRules {
  /** Completed years, both included. */
  readonly leastAge: number;
  readonly mostAge: number;
  readonly minimumRupiah: Rupiah;
  readonly maximumRupiah: Rupiah;
  readonly stepRupiah: Rupiah;
}

/** The same for a group product. */
export interface EligibilityRules extends BorrowerRules {
  /** Attended at least so many of the last meetings looked at. */
  readonly leastAttended: number;
  readonly meetingsLookedAt: number;
}

/** What is known of whoever applies; null where nothing is. */
export interface BorrowerFacts {
  /** The day of the check. */
  readonly on: BusinessDate;
  readonly birthDate: BusinessDate | null;
  /** Consent to hand her data to this lender stands. */
  readonly consent: boolean;
  /** Loans running at this institution. */
  readonly activeLoans: number | null;
  /** Overdue at lenders we know of, whole rupiah. */
  readonly overdueRupiah: Rupiah | null;
  /** Since when somebody helps her out of them; null when nobody does. */
  readonly counselledSince: BusinessDate | null;
  readonly amountRupiah: Rupiah;
}

/** The same of a member of a group. */
export interface MemberFacts extends BorrowerFacts {
  /** Active member, on that day, of a group that is recognised or active. */
  readonly inRecognisedGroup: boolean;
  /** Of the last meetings looked at: how many were held while she was a member, and how many she attended. */
  readonly meetings: { readonly held: number; readonly attended: number } | null;
}

/** The same of one person who applies for herself. */
export interface PersonFacts extends BorrowerFacts {
  /** An active business of hers in the register. */
  readonly businessName: string | null;
}

/** Ages 18–63 as Mekaar lends (domain notes §1.8); three of the last four meetings, a rule of this programme. */
export const groupLoanRules = {
  leastAge: 18,
  mostAge: 63,
  leastAttended: 3,
  meetingsLookedAt: 4,
} as const;

/** Checks a member for a group product: one line per rule, always in the same order. */
export function checkMember(facts: MemberFacts, rules: EligibilityRules): MemberCheck[] {
  return [
    checkGroup(facts),
    checkAge(facts, rules),
    checkConsent(facts),
    checkActiveLoans(facts),
    checkArrears(facts),
    checkAttendance(facts, rules),
    checkAmount(facts, rules),
  ];
}

/** The same ages for one person; she needs no group, so no meetings are looked at. */
export const personLoanRules = { leastAge: 18, mostAge: 63 } as const;

/** Checks one person who applies for herself. */
export function checkPerson(facts: PersonFacts, rules: BorrowerRules): MemberCheck[] {
  return [
    checkBusiness(facts),
    checkAge(facts, rules),
    checkConsent(facts),
    checkActiveLoans(facts),
    checkArrears(facts),
    checkAmount(facts, rules),
  ];
}

/** The whole pre-check in one word: a failure outweighs what is unknown. */
export function summaryOf(checks: readonly MemberCheck[]): MemberCheck['result'] {
  if (checks.some((check) => check.result === 'fail')) return 'fail';
  return checks.some((check) => check.result === 'unknown') ? 'unknown' : 'pass';
}

function checkGroup({ inRecognisedGroup }: MemberFacts): MemberCheck {
  if (inRecognisedGroup) {
    return pass(
      'group-member',
      'Anggota aktif kelompok yang sudah dikukuhkan.',
      'An active member of a recognised group.',
    );
  }
  return fail('group-member', {
    says: {
      id: 'Bukan anggota aktif kelompok yang dikukuhkan.',
      en: 'Not an active member of a recognised group.',
    },
    remedy: {
      id: 'Masukkan ia ke kelompok yang dikukuhkan, atau tunggu SK kelompoknya.',
      en: 'Add her to a recognised group, or wait for the group’s decree.',
    },
  });
}

function checkBusiness({ businessName }: PersonFacts): MemberCheck {
  if (businessName !== null)
    return pass('business', `Usaha: ${businessName}.`, `Business: ${businessName}.`);
  return fail('business', {
    says: {
      id: 'Belum ada usaha atas namanya di daftar.',
      en: 'No business of hers is in the register.',
    },
    remedy: {
      id: 'Daftarkan usahanya lebih dulu, lewat kunjungan atau impor data.',
      en: 'Enter her business first, by a visit or an import.',
    },
  });
}

function checkAge(
  { birthDate, on }: BorrowerFacts,
  { leastAge, mostAge }: BorrowerRules,
): MemberCheck {
  if (birthDate === null) {
    return unknown('age', {
      says: { id: 'Tanggal lahir belum diketahui.', en: 'The birth date is not known.' },
      remedy: {
        id: 'Lengkapi tanggal lahir dari KTP.',
        en: 'Enter the birth date from her identity card.',
      },
    });
  }
  const age = ageOn(birthDate, on);
  if (age >= leastAge && age <= mostAge)
    return pass('age', `Umur ${age} tahun.`, `${age} years old.`);
  return fail('age', {
    says: {
      id: `Umur ${age} tahun; produk ini untuk ${leastAge} sampai ${mostAge} tahun.`,
      en: `${age} years old; this product is for ages ${leastAge} to ${mostAge}.`,
    },
    remedy: {
      id: 'Periksa tanggal lahirnya, atau pilih produk dengan batas umur lain.',
      en: 'Check her birth date, or choose a product with other age limits.',
    },
  });
}

function checkConsent({ consent }: BorrowerFacts): MemberCheck {
  if (consent) {
    return pass(
      'consent',
      'Sudah setuju datanya dipakai lembaga ini.',
      'Has agreed that this lender uses her data.',
    );
  }
  return fail('consent', {
    says: {
      id: 'Belum ada persetujuan pemakaian data.',
      en: 'No consent to the use of her data is recorded.',
    },
    remedy: {
      id: 'Bacakan pernyataan persetujuan kepadanya lalu catat jawabannya.',
      en: 'Read her the consent statement and record her answer.',
    },
  });
}

function checkActiveLoans({ activeLoans }: BorrowerFacts): MemberCheck {
  if (activeLoans === null) {
    return unknown('no-active-loan', {
      says: {
        id: 'Belum diketahui apakah ada pembiayaan berjalan.',
        en: 'It is not known whether she has a running loan.',
      },
      remedy: { id: 'Tanyakan kepada lembaganya.', en: 'Ask the lender.' },
    });
  }
  if (activeLoans === 0) {
    return pass(
      'no-active-loan',
      'Tidak ada pembiayaan berjalan di lembaga ini.',
      'No running loan with this lender.',
    );
  }
  return fail('no-active-loan', {
    says: {
      id: `Masih ada ${activeLoans} pembiayaan berjalan di lembaga ini.`,
      en: `${activeLoans} loan${activeLoans === 1 ? ' is' : 's are'} still running with this lender.`,
    },
    remedy: { id: 'Ajukan lagi setelah lunas.', en: 'Apply again once it is paid off.' },
  });
}

function checkArrears({ overdueRupiah, counselledSince }: BorrowerFacts): MemberCheck {
  if (overdueRupiah === null) {
    return unknown('no-arrears', {
      says: { id: 'Tunggakannya belum diketahui.', en: 'Her arrears are not known.' },
      remedy: {
        id: 'Mintalah ia membawa hasil cek SLIK sendiri, atau surat lunas dari lembaga lamanya.',
        en: 'Ask her for her own SLIK result, or for a paid-off letter from her earlier lender.',
      },
    });
  }
  if (overdueRupiah === 0n)
    return pass('no-arrears', 'Tidak ada tunggakan.', 'Nothing is overdue.');
  const [overdue, overdueEn] = [
    formatRupiah(overdueRupiah, 'id'),
    formatRupiah(overdueRupiah, 'en'),
  ];
  if (counselledSince !== null) {
    return fail('no-arrears', {
      says: {
        id: `Ada tunggakan ${overdue}; dibina sejak ${formatDate(counselledSince, 'id')}.`,
        en: `${overdueEn} is overdue; counselled since ${formatDate(counselledSince, 'en')}.`,
      },
      remedy: {
        id: 'Lihat di pembinaan tunggakannya apa yang sudah dijanjikan dan apakah ditepati.',
        en: 'See in the counselling of her arrears what she promised and whether she kept it.',
      },
    });
  }
  return fail('no-arrears', {
    says: { id: `Ada tunggakan ${overdue}.`, en: `${overdueEn} is overdue.` },
    remedy: {
      id: 'Buka pembinaan tunggakan: sepakati bersamanya cara mengejar, menyusun ulang, atau melunasi.',
      en: 'Open counselling: agree with her how to catch up, to restructure or to pay it off.',
    },
  });
}

function checkAttendance({ meetings }: MemberFacts, rules: EligibilityRules): MemberCheck {
  const { leastAttended, meetingsLookedAt } = rules;
  const { held, attended } = meetings ?? { held: 0, attended: 0 };
  // She passes, or fails, as soon as no meeting still to come within the window can change it.
  if (attended >= leastAttended) {
    return pass(
      'attendance',
      `Hadir ${attended} dari ${held} pertemuan terakhir.`,
      `Attended ${attended} of the last ${held} meetings.`,
    );
  }
  if (held < meetingsLookedAt) {
    return unknown('attendance', {
      says: {
        id: `Baru ada ${held} pertemuan; yang dilihat ${meetingsLookedAt} pertemuan terakhir.`,
        en: `Only ${held} meetings were held so far; the last ${meetingsLookedAt} count.`,
      },
      remedy: {
        id: 'Tunggu sampai cukup pertemuan, atau tanyakan kehadirannya kepada ketua.',
        en: 'Wait until enough meetings were held, or ask the group leader about her attendance.',
      },
    });
  }
  return fail('attendance', {
    says: {
      id: `Hadir ${attended} dari ${held} pertemuan terakhir; perlu ${leastAttended}.`,
      en: `Attended ${attended} of the last ${held} meetings; ${leastAttended} are needed.`,
    },
    remedy: { id: 'Ajak hadir pada pertemuan berikutnya.', en: 'Invite her to the next meetings.' },
  });
}

function checkAmount({ amountRupiah }: BorrowerFacts, rules: BorrowerRules): MemberCheck {
  const { minimumRupiah, maximumRupiah, stepRupiah } = rules;
  const within = amountRupiah >= minimumRupiah && amountRupiah <= maximumRupiah;
  if (within && amountRupiah % stepRupiah === 0n) {
    return pass('amount', 'Jumlahnya sesuai produk.', 'The amount fits the product.');
  }
  const limits = (lang: 'id' | 'en') =>
    [minimumRupiah, maximumRupiah, stepRupiah].map((one) => formatRupiah(one, lang));
  const [least, most, step] = limits('id');
  const [leastEn, mostEn, stepEn] = limits('en');
  return fail('amount', {
    says: {
      id: `${formatRupiah(amountRupiah, 'id')} di luar ketentuan produk.`,
      en: `${formatRupiah(amountRupiah, 'en')} does not fit the product.`,
    },
    remedy: {
      id: `Pilih ${least} sampai ${most}, kelipatan ${step}.`,
      en: `Choose ${leastEn} to ${mostEn}, in steps of ${stepEn}.`,
    },
  });
}

function pass(code: CheckCode, id: string, en: string): MemberCheck {
  return { code, result: 'pass', says: { id, en }, remedy: null };
}

function fail(code: CheckCode, words: { says: Words; remedy: Words }): MemberCheck {
  return { code, result: 'fail', ...words };
}

function unknown(code: CheckCode, words: { says: Words; remedy: Words }): MemberCheck {
  return { code, result: 'unknown', ...words };
}
