import { formatRupiah } from '#kernel/money.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { Lang } from '#kernel/words.ts';
import { credit, debit } from './journal.ts';
import type { Entry } from './journal.ts';

/** A line as an officer writes it: an account by its number, and one of two amounts. */
export interface JournalLine {
  readonly number: string;
  readonly debitRupiah: Rupiah;
  readonly creditRupiah: Rupiah;
}

/** An account of the chart as a journal's line meets it. */
export interface PostableAccount {
  readonly number: string;
  readonly name: string;
  readonly keptBy: 'office' | 'programme';
  readonly closed: boolean;
  /** The leaf to post to; null where leaves belong to loans, savings or bags. */
  readonly leafId: string | null;
}

/** What is wrong with a line, as a form shows it: `Indonesian | English`. */
export interface LineIssue {
  readonly field: string;
  readonly message: string;
}

/**
 * Everything wrong with the lines of a journal: unknown, closed and programme accounts, a line with both amounts or
 * none, fewer than two lines, and debits that differ from credits. Empty when it can be posted.
 */
export function checkLines(
  lines: readonly JournalLine[],
  accounts: ReadonlyMap<string, PostableAccount>,
): LineIssue[] {
  const issues = lines.flatMap((line, index) => [
    ...accountIssue(line.number, accounts.get(line.number), `lines.${index}.number`),
    ...amountIssue(line, `lines.${index}.debitRupiah`),
  ]);
  if (issues.length > 0) return issues;
  const { debitRupiah, creditRupiah } = totalsOf(lines);
  if (debitRupiah === creditRupiah) return [];
  const say = (lang: Lang) => [formatRupiah(debitRupiah, lang), formatRupiah(creditRupiah, lang)];
  const [debitId, creditId] = say('id');
  const [debitEn, creditEn] = say('en');
  return [
    {
      field: 'lines',
      message: `Debit ${debitId} dan kredit ${creditId} belum sama. | Debit ${debitEn} and credit ${creditEn} differ.`,
    },
  ];
}

function accountIssue(
  number: string,
  account: PostableAccount | undefined,
  field: string,
): LineIssue[] {
  if (!account) {
    return [
      {
        field,
        message: `Akun ${number} tidak ada di bagan akun. | Account ${number} is not in the chart.`,
      },
    ];
  }
  if (account.closed) {
    return [
      { field, message: `Akun ${number} sudah ditutup. | Account ${number} has been closed.` },
    ];
  }
  if (account.keptBy === 'programme' || account.leafId === null) {
    return [
      {
        field,
        message: `Akun ${number} ${account.name} diisi otomatis oleh pinjaman, simpanan, dan tas. | Account ${number} ${account.name} is kept by loans, savings and bags.`,
      },
    ];
  }
  return [];
}

function amountIssue(line: JournalLine, field: string): LineIssue[] {
  const both = line.debitRupiah > 0n && line.creditRupiah > 0n;
  const none = line.debitRupiah === 0n && line.creditRupiah === 0n;
  if (!both && !none) return [];
  return [
    {
      field,
      message: both
        ? 'Isi debit atau kredit, jangan keduanya. | Enter debit or credit, not both.'
        : 'Isi debit atau kredit. | Enter debit or credit.',
    },
  ];
}

export function totalsOf(lines: readonly JournalLine[]): {
  debitRupiah: Rupiah;
  creditRupiah: Rupiah;
} {
  return lines.reduce(
    (sum, line) => ({
      debitRupiah: sum.debitRupiah + line.debitRupiah,
      creditRupiah: sum.creditRupiah + line.creditRupiah,
    }),
    { debitRupiah: 0n, creditRupiah: 0n },
  );
}

/** The entries of lines that were checked. @param leafOf the leaf of an account's number */
export function entriesOf(
  lines: readonly JournalLine[],
  leafOf: (number: string) => string,
): Entry[] {
  return lines.map((line) =>
    line.debitRupiah > 0n
      ? debit(leafOf(line.number), line.debitRupiah)
      : credit(leafOf(line.number), line.creditRupiah),
  );
}
