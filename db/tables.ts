// Made by `npm run db:generate` from the database; the comments are its COMMENT ON. Never edited by hand.
import type { ColumnType } from 'kysely';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Filled in by the database when left out. */
export type Default<T> = T extends ColumnType<infer R, infer I, infer U>
  ? ColumnType<R, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<bigint, bigint | number, bigint | number>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
/** Computed by the database and never written. */
export type Computed<T> = T extends ColumnType<infer R, unknown, unknown>
  ? ColumnType<R, never, never>
  : ColumnType<T, never, never>;
/** Read as a value, written as JSON text: a bare array would be taken for a PostgreSQL array. */
export type JsonColumn = ColumnType<Json, string, string>;

/** The end of each city's audit chain; locked while a line is appended. */
export interface AccessAuditHead {
  city_id: string;
  last_seq: Int8;
  last_hash: Buffer;
}

/** Every change of state: who, when, what, on whom; each line carries the hash of the one before. */
export interface AccessAuditLine {
  city_id: string;
  seq: Int8;
  at: Timestamp;
  command_id: string;
  kind: string;
  actor_id: string;
  actor_name: string;
  subject_kind: string;
  subject_id: string;
  says: JsonColumn;
  data: JsonColumn;
  previous_hash: Buffer;
  hash: Buffer;
}

/** One tenant: a kabupaten or kota, named by its Kemendagri code on the day it joined; the code then stays. */
export interface AccessCity {
  city_id: string;
  name: string;
  province: string;
  time_zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  /** What decrees and letters carry: office, address, signatory title, place. */
  letterhead: Default<JsonColumn>;
  /** Set when the demo city was loaded here; null for a real city. */
  is_demo_since: Timestamp | null;
  created_at: Default<Timestamp>;
}

/** What the command answered; written in its transaction and never changed. */
export interface AccessCommandAnswer {
  city_id: string;
  command_id: string;
  answer: JsonColumn;
}

/** One row a command id, written first, so that a second sender of the same id waits and then reads the answer. */
export interface AccessCommandReceipt {
  city_id: string;
  id: string;
  kind: string;
  version: number;
  body_hash: Buffer;
  actor_id: string;
  received_at: Default<Timestamp>;
}

/** Human numbers (decrees, receipts, loans) counted per city and year, without gaps inside a committed transaction. */
export interface AccessCounter {
  city_id: string;
  name: string;
  year: number;
  last_number: Int8;
}

/** A phone on which somebody works without signal; its two secrets are kept as SHA-256. A lost or sold phone is revoked. */
export interface AccessDevice {
  city_id: string;
  id: string;
  user_id: string;
  name: string;
  /** Of the secret that hands work in; it opens nothing that the city keeps. */
  push_secret_hash: Buffer;
  /** Of the secret that fetches; on the phone it lies under the PIN. */
  read_secret_hash: Buffer;
  enrolled_at: Timestamp;
  last_seen_at: Timestamp;
  /** Commands the phone had not handed in when it was last here, as it said itself. */
  pending_count: Default<number>;
  pending_oldest_at: Timestamp | null;
  /** Numbers that never arrived and that the phone says it no longer holds: an alarm. */
  lost_numbers: Default<number[]>;
  /** Rows of the register on the phone at its last fetch: budget 5,000, refused above 10,000. */
  scope_rows: Default<number>;
  /** Every number up to this one has arrived; gaps are looked for only above it. */
  whole_until: Default<Int8>;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  revoked_why: string | null;
  /** Keys of the documents on the phone after its last fetch: those it said it has and those it was sent. Null for a phone that has fetched nothing since this is noted. */
  held: string[] | null;
  held_at: Timestamp | null;
}

/** What a phone handed in, by the number it gave each command: without gaps, so that loss is provable, and so is no loss. */
export interface AccessDeviceCommand {
  city_id: string;
  device_id: string;
  seq: Int8;
  command_id: string;
  kind: string;
  /** SHA-256 of the opened content; null where the number was given away (discarded, replaced) before anything arrived. */
  body_hash: Buffer | null;
  status: 'applied' | 'needs-review' | 'refused' | 'quarantined' | 'discarded' | 'replaced';
  code: string | null;
  /** What the phone was answered: sentence in both languages, field; for discarded ones the reason given. */
  problem: JsonColumn | null;
  flags: Default<string[]>;
  /** By the phone's clock: evidence, not order. */
  made_at: Timestamp;
  received_at: Timestamp;
}

/** What happened, told to neighbours on the same shelf in the same transaction. */
export interface AccessDomainEvent {
  city_id: string;
  id: string;
  command_id: string;
  kind: string;
  body: JsonColumn;
  at: Timestamp;
}

/** A photo by the hash the phone names it by, and the file it became here: drawn anew, without place and camera. */
export interface AccessFieldPhoto {
  city_id: string;
  sha256: string;
  kept_sha256: string;
  device_id: string;
  received_at: Timestamp;
}

/** What came from the field and disagrees with what is there: kept whole until somebody else than its author has said which counts. */
export interface AccessFieldReview {
  city_id: string;
  id: string;
  kind: 'two-marks' | 'look-alike-money' | 'proposal' | 'impossible-step' | 'quarantined';
  subject_kind: string;
  subject_id: string;
  says: JsonColumn;
  /** Both sides as shown to the reviewer, without anybody's NIK. */
  facts: Default<JsonColumn>;
  /** The command as it arrived, sealed with the installation's key. */
  kept: Buffer | null;
  command_id: string;
  command_kind: string;
  device_id: string | null;
  seq: Int8 | null;
  made_by: string;
  made_at: Timestamp;
  raised_at: Timestamp;
  kecamatan_code: string | null;
  kelurahan_code: string | null;
  group_id: string | null;
  state: Default<'open' | 'settled'>;
  answer: 'first' | 'second' | 'both' | 'neither' | null;
  reason: string | null;
  settled_by: string | null;
  settled_at: Timestamp | null;
}

/** A member looking at her own page after card and PIN; short-lived. */
export interface AccessMemberSession {
  city_id: string;
  id: string;
  card_id: string;
  token_hash: Buffer;
  created_at: Timestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
}

/** Installation keys by name, never the keys: introduced (everything is being sealed anew), in force (numbers are found by its hashes), left for another, retired (nothing is sealed with it any more). A city without a row has the oldest key. */
export interface AccessNumberKey {
  city_id: string;
  name: string;
  introduced_at: Timestamp;
  /** When the hashes of all numbers became this key's, in one transaction. */
  in_force_at: Timestamp | null;
  left_at: Timestamp | null;
  retired_at: Timestamp | null;
}

/** A command that asks for four eyes, parked until a second person approves or refuses it. */
export interface AccessProposal {
  city_id: string;
  id: string;
  kind: string;
  version: number;
  body: JsonColumn;
  place: JsonColumn;
  says: JsonColumn;
  proposed_by: string;
  proposed_at: Timestamp;
  state: Default<'proposed' | 'approved' | 'refused' | 'expired'>;
  decided_by: string | null;
  decided_at: Timestamp | null;
  decided_why: string | null;
  answer: JsonColumn | null;
  expires_at: Timestamp;
}

/** A role within a jurisdiction for a time; one person may hold several. */
export interface AccessRoleAssignment {
  city_id: string;
  id: string;
  user_id: string;
  role: 'pendamping' | 'koordinator-pendamping' | 'petugas-dinas' | 'verifikator' | 'kepala-dinas' | 'wali-kota' | 'petugas-opd' | 'konsultan-plut' | 'petugas-lembaga' | 'penyetuju-lembaga' | 'kasir' | 'pelatih' | 'mitra' | 'tkpk' | 'auditor' | 'dpo' | 'admin';
  jurisdiction: 'city' | 'kecamatan' | 'kelurahan' | 'department' | 'institution' | 'group';
  /** A Kemendagri code for kecamatan and kelurahan, else the id of the department, institution or group. */
  jurisdiction_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

/** Each time somebody opened a NIK or KK number in clear: who, whose, why (UU 27/2022 art. 32). */
export interface AccessSecretReading {
  city_id: string;
  id: string;
  person_id: string;
  what: 'nik' | 'kk' | 'npwp';
  read_by: string;
  reason: string;
  at: Timestamp;
}

/** A sign-in that one can see and end; the cookie holds the token, the row only its SHA-256. */
export interface AccessSession {
  city_id: string;
  id: string;
  user_id: string;
  token_hash: Buffer;
  created_at: Timestamp;
  last_seen_at: Timestamp;
  expires_at: Timestamp;
  second_factor_at: Timestamp | null;
  ended_at: Timestamp | null;
  ended_why: 'signed-out' | 'ended-elsewhere' | 'expired' | 'password-changed' | 'closed' | null;
  user_agent: Default<string>;
  ip: Default<string>;
}

/** Attempts by login or card (hashed, so that a mistyped password in the login box is not kept) for rate limits and lock-out. */
export interface AccessSignInAttempt {
  city_id: string;
  id: string;
  subject_hash: Buffer;
  ip: string;
  at: Timestamp;
  succeeded: boolean;
}

/** Somebody who signs in: an officer, a mentor, a lender's clerk. Members use their card and PIN instead. */
export interface AccessUserAccount {
  city_id: string;
  id: string;
  login: string;
  name: string;
  nip: string | null;
  title: string | null;
  /** argon2id, with its parameters and salt in the PHC string. */
  password_hash: string;
  password_set_at: Timestamp;
  /** Sealed with the installation's key (AES-256-GCM). */
  totp_secret: Buffer | null;
  totp_confirmed_at: Timestamp | null;
  /** The 30-second step last accepted, so that a code works once. */
  totp_last_step: Int8 | null;
  closed_at: Timestamp | null;
  created_at: Default<Timestamp>;
}

/** A leaf account: one loan, one member's savings, one officer's bag. Debit is positive. */
export interface LedgerAccount {
  city_id: string;
  id: string;
  book_id: string;
  /** The account it rolls up to, e.g. Aset:Piutang Pinjaman; control totals are sums over it. */
  control: string;
  leaf: string | null;
  class: 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memorandum';
  owner_kind: 'loan' | 'savings' | 'bag' | 'bank' | 'claim' | 'debt' | 'lending-group' | null;
  owner_id: string | null;
  /** The balance may not fall under this: 0 on a bag or a loan, so that no one is overpaid in silence. */
  floor_rupiah: Int8 | null;
  /** The balance may not rise over this: 0 on a member's savings, so that nobody withdraws what she does not have. */
  ceiling_rupiah: Int8 | null;
  balance: Default<Int8>;
  entry_count: Default<Int8>;
  opened_at: Default<Timestamp>;
}

/** An account of the institution at a bank, and the ledger leaf that mirrors it. */
export interface LedgerBankAccount {
  city_id: string;
  id: string;
  book_id: string;
  account_id: string;
  bank: string;
  number: string;
  holder: string;
  registered_at: Timestamp;
  registered_by: string;
}

/** Cash brought to the bank against a slip: on its way until the bank statement shows it. Two people. */
export interface LedgerBankDeposit {
  city_id: string;
  id: string;
  book_id: string;
  bank_account_id: string;
  on_day: string;
  amount_rupiah: Int8;
  slip_number: string;
  photo_sha256: string | null;
  journal_id: string;
  deposited_by: string;
  confirmed_by: string;
}

/** What a statement line was: a slip that arrived, an entry the books had, or something booked because of it. */
export interface LedgerBankMatch {
  city_id: string;
  line_id: string;
  kind: 'deposit' | 'entry' | 'booked';
  how: 'automatic' | 'by-hand';
  deposit_id: string | null;
  journal_id: string;
  matched_at: Timestamp;
  matched_by: string;
}

/** A statement file of a bank account; the same file twice changes nothing. */
export interface LedgerBankStatement {
  city_id: string;
  id: string;
  bank_account_id: string;
  file_name: string;
  sha256: string;
  from_day: string;
  to_day: string;
  opening_rupiah: Int8 | null;
  closing_rupiah: Int8 | null;
  lines: number;
  new_lines: number;
  imported_at: Timestamp;
  imported_by: string;
}

/** One line of a bank statement, money in positive. Unmatched until a bank_match names it. */
export interface LedgerBankStatementLine {
  city_id: string;
  id: string;
  bank_account_id: string;
  statement_id: string;
  place: number;
  on_day: string;
  says: string;
  reference: string | null;
  amount_rupiah: Int8;
  balance_rupiah: Int8 | null;
  /** Day, amount, text, balance and which of several equal lines, so that statements that overlap add each line once. */
  fingerprint: string;
}

/** The books of one institution whose books are kept here. */
export interface LedgerBook {
  city_id: string;
  id: string;
  institution_id: string;
  code: string;
  name: string;
  opened_on: string;
  /** Which chart of accounts the book was opened with. */
  template: Default<'cooperative' | 'revolving-fund' | 'microfinance'>;
}

/** Days that were closed, by whom and when. A closed day, and every day before it, refuses entries. */
export interface LedgerBusinessDay {
  city_id: string;
  book_id: string;
  day: string;
  at: Timestamp;
  by_user: string;
}

/** A bag or the safe counted by denomination, beside what the books said at that moment. */
export interface LedgerCashCount {
  city_id: string;
  id: string;
  account_id: string;
  on_day: string;
  counted_rupiah: Int8;
  book_rupiah: Int8;
  pieces: JsonColumn;
  counted_at: Timestamp;
  counted_by: string;
}

/** The numbered accounts of a book; each names the control account whose leaves it sums. */
export interface LedgerChartAccount {
  city_id: string;
  book_id: string;
  number: string;
  name: string;
  class: 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memorandum';
  /** The line of the balance sheet or income statement it falls in. */
  line: string;
  control: string;
  /** office: officers post to it by manual journal. programme: its leaves belong to loans, savings and bags. */
  kept_by: 'office' | 'programme';
  opened_at: Timestamp;
  opened_by: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
}

/** Closes of a day that have begun. Until the day stands in business_day only journals of the close itself (close-…) are admitted to it. */
export interface LedgerDayClosing {
  city_id: string;
  book_id: string;
  day: string;
  begun_at: Timestamp;
  begun_by: string;
}

/** A line of a journal in whole rupiah, debit positive; balance_after chains an account's lines. Written by ledger.post alone, which holds the account and makes the journal. */
export interface LedgerEntry {
  city_id: string;
  journal_id: string;
  line: number;
  account_id: string;
  amount: Int8;
  balance_after: Int8;
  account_entry: Int8;
}

/** One posting: what moved, on which business date, by which command. Corrections are reversals. */
export interface LedgerJournal {
  city_id: string;
  id: string;
  book_id: string;
  business_date: string;
  value_date: string;
  kind: string;
  says: string;
  command_id: string;
  reverses_id: string | null;
  posted_at: Default<Timestamp>;
}

/** What moved on each control account in a closed month, so that a report costs what was posted since. */
export interface LedgerMonthTotal {
  city_id: string;
  book_id: string;
  month: string;
  control: string;
  debit: Int8;
  credit: Int8;
}

/** Months that were closed, for good. Closing December posts the closing entries of its year. */
export interface LedgerPeriod {
  city_id: string;
  book_id: string;
  month: string;
  closed_at: Timestamp;
  proposed_by: string;
  closed_by: string;
  year_journal_id: string | null;
}

/** The SHU of a year divided, once, after the members' meeting (RAT). */
export interface LedgerShuDistribution {
  city_id: string;
  book_id: string;
  year: number;
  total_rupiah: Int8;
  rule_from: string;
  journal_id: string;
  decided_at: Timestamp;
  proposed_by: string;
  approved_by: string;
  meeting_document: string;
}

/** How a cooperative divides its SHU, by its own articles (AD/ART): parts with percent and the account each goes to. */
export interface LedgerShuRule {
  city_id: string;
  book_id: string;
  valid_from: string;
  source_document: string;
  parts: JsonColumn;
  set_at: Timestamp;
  set_by: string;
}

/** A lending group asks, or one person for herself; one person recommends and another approves. */
export interface LendingApplication {
  city_id: string;
  id: string;
  number: string;
  product_id: string;
  /** Null when one person applies for herself; she is then its only member. */
  lending_group_id: string | null;
  state: 'submitted' | 'recommended' | 'approved' | 'refused' | 'disbursed' | 'lapsed';
  first_due_on: string;
  submitted_at: Timestamp;
  submitted_by: string;
  recommended_at: Timestamp | null;
  recommended_by: string | null;
  approved_at: Timestamp | null;
  approved_by: string | null;
  refused_at: Timestamp | null;
  refused_by: string | null;
  refused_reason: string | null;
  disbursed_at: Timestamp | null;
}

/** What each member asks for, and her pre-check as it stood: pass, fail or unknown with reason and remedy. Nobody is refused by machine. */
export interface LendingApplicationMember {
  city_id: string;
  application_id: string;
  person_id: string;
  business_id: string | null;
  amount_rupiah: Int8;
  purpose: Default<string>;
  checks: JsonColumn;
}

/** A fee or penalty that a loan owes from a day on. Whoever adds one adds it to the loan's charged sum in the same statement or transaction. It is income when it is paid, as interest is, so it has a journal only where a book accrues it. */
export interface LendingCharge {
  city_id: string;
  id: string;
  loan_id: string;
  kind: 'fee' | 'penalty';
  /** The day it arises; for a penalty of the day close the day at whose end something was late. It is then payable from the next day on. */
  on_day: string;
  due_on: string;
  amount_rupiah: Int8;
  source: 'day-close' | 'office' | 'offer';
  reason: Default<string>;
  journal_id: string | null;
  entered: Default<Int8>;
  by_user: string | null;
  recorded_at: Timestamp;
  /** The top-up whose fee it is: undone together with it. */
  caused_by: string | null;
}

/** What became of a claim between members: repaid from hand to hand, forgiven by the creditor, void because its cover was reversed, or one of these undone. */
export interface LendingClaimEvent {
  city_id: string;
  id: string;
  claim_id: string;
  kind: 'repaid' | 'forgiven' | 'void' | 'reversal';
  amount_rupiah: Int8;
  on_day: string;
  meeting_id: string | null;
  reverses_id: string | null;
  journal_id: string;
  reason: Default<string>;
  entered: Default<Int8>;
  by_user: string;
  by_name: string;
  recorded_at: Timestamp;
}

/** Days without meetings, as data: moving holidays are known only once they are decreed. */
export interface LendingClosure {
  city_id: string;
  id: string;
  name: string;
  from_day: string;
  to_day: string;
  source_document: string;
  written_at: Timestamp;
  written_by: string;
}

/** Arrears that somebody helps to get rid of: on a loan kept here, or at a lender who keeps no books here. Opened by a person, closed by a person with a result. */
export interface LendingCounselling {
  city_id: string;
  id: string;
  number: string;
  person_id: string;
  loan_id: string | null;
  /** Who is owed when the arrears are not on a loan kept here; the amount is then what she said or showed. */
  creditor: string | null;
  /** What was overdue when it was opened. */
  overdue_rupiah: Int8;
  overdue_days: number | null;
  reason: 'fell-behind' | 'wants-to-apply';
  note: Default<string>;
  state: 'open' | 'closed';
  /** When somebody has to look at it again; the worklist is in this order. */
  next_on: string;
  opened_on: string;
  opened_at: Timestamp;
  opened_by: string;
  opened_name: string;
  result: 'caught-up' | 'restructured' | 'paid-elsewhere' | 'referred' | 'written-off' | 'not-willing' | 'mistake' | null;
  closed_on: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  closed_name: string | null;
  closed_note: string | null;
}

/** What was done and agreed, one row a step, never changed. Whether a promise was kept is read off the repayments (or, for a debt elsewhere, off the proofs of payment shown), not claimed. */
export interface LendingCounsellingStep {
  city_id: string;
  id: string;
  counselling_id: string;
  kind: 'talk' | 'visit' | 'call' | 'promise' | 'catch-up' | 'restructure' | 'referral' | 'proof';
  on_day: string;
  note: Default<string>;
  promised_on: string | null;
  amount_rupiah: Int8 | null;
  next_on: string | null;
  by_user: string;
  by_name: string;
  entered: Default<Int8>;
  recorded_at: Timestamp;
}

/** Joint liability: a peer paid for her. The lender sees it paid, her own series shows the miss. */
export interface LendingCover {
  city_id: string;
  id: string;
  lending_group_id: string;
  loan_id: string;
  obligor_id: string;
  payer_id: string;
  amount_rupiah: Int8;
  on_day: string;
  meeting_id: string | null;
  agreed_by_group: boolean;
  /** When the group agreed to it: at the meeting itself, or on the day that the office was told of, before or after the money came. Null for covers from before this was kept apart. */
  agreed_on: string | null;
}

/** How far the close of a day is, and what it changed; a batch counts in the transaction that wrote it. */
export interface LendingDayClose {
  city_id: string;
  book_id: string;
  day: string;
  state: 'running' | 'done';
  loans_touched: Default<Int8>;
  batches: Default<number>;
  /** What the day changed so far, figure by figure, as decimal text; the portfolio of the day is the one before plus this. */
  tally: Default<JsonColumn>;
  /** The grade tables of this day by instalment frequency; where one differs from the day before, its loans are graded anew. */
  grade_rules: JsonColumn;
  begun_at: Timestamp;
  done_at: Timestamp | null;
  /** Time the batches took in the database, without waiting between them. */
  work_ms: Default<Int8>;
  asked_by: string;
}

/** Quality tables a city added to the ones the programme knows: of a kind of lender, or of one lender by its own rule. */
export interface LendingGradeTable {
  city_id: string;
  id: string;
  institution_id: string | null;
  lender_type: 'bank' | 'bpr' | 'lkm' | null;
  /** The instalment frequency it is for; null for all. */
  repay_unit: 'day' | 'week' | 'month' | null;
  valid_from: string;
  source_document: string;
  grades: number[];
  /** Up to so many days late a loan has the grade beside it; later than the last is grade 5. */
  most_overdue_days: number[];
  /** Up to so many days after the last due date; null when maturity makes no difference. */
  most_days_after_maturity: number[] | null;
  /** For grades 1 to 5, exact decimal text; for information, the city does not provision. */
  provision_percents: string[] | null;
  added_at: Timestamp;
  added_by: string;
  approved_by: string;
}

/** The member's own honest series beside the lender's: what was due on the meeting day, what she paid herself, what peers covered. */
export interface LendingInstalmentMark {
  city_id: string;
  loan_id: string;
  due_on: string;
  meeting_id: string | null;
  due_rupiah: Int8;
  paid_by_herself: Int8;
  covered: Default<Int8>;
}

/** People who answer for each other's loans at one lender (tanggung renteng); not the same as a programme group. */
export interface LendingLendingGroup {
  city_id: string;
  id: string;
  name: string;
  institution_id: string;
  business_group_id: string | null;
  formed_on: string;
  ended_on: string | null;
}

/** Everything that happened to a loan, one row an entry; replayed in order of day and then of entry. The parts sum to the loan's paid sums. */
export interface LendingLife {
  city_id: string | null;
  id: string | null;
  loan_id: string | null;
  kind: string | null;
  on_day: string | null;
  entered: Int8 | null;
  amount_rupiah: Int8 | null;
  part: string | null;
  principal: Int8 | null;
  interest: Int8 | null;
  fee: Int8 | null;
  penalty: Int8 | null;
  overpaid: Int8 | null;
  due_on: string | null;
  schedule_version: number | null;
  reverses_id: string | null;
  cover_id: string | null;
  journal_id: string | null;
  reason: string | null;
  by_user: string | null;
  recorded_at: Timestamp | null;
}

/** A loan kept in our books. Its state is what was paid so far against the schedule version in force. */
export interface LendingLoan {
  city_id: string;
  id: string;
  number: string;
  institution_id: string;
  product_id: string;
  application_id: string | null;
  lending_group_id: string | null;
  person_id: string;
  business_id: string | null;
  /** Principal handed out so far: the disbursement, later tranches and top-ups. */
  principal_rupiah: Int8;
  terms: JsonColumn;
  disbursed_on: string;
  state: 'active' | 'closed' | 'written-off' | 'recovered' | 'forgiven';
  schedule_version: number;
  paid_principal: Default<Int8>;
  paid_interest: Default<Int8>;
  closed_on: string | null;
  /** What was approved when it is handed out in tranches; null when all of it went out at once. */
  approved_rupiah: Int8 | null;
  /** Sum of its charges of that kind less those reversed; open is charged less waived less paid. Interest has no such sum: it is due by the schedule version in force. */
  charged_fee: Default<Int8>;
  charged_penalty: Default<Int8>;
  waived_fee: Default<Int8>;
  waived_penalty: Default<Int8>;
  paid_fee: Default<Int8>;
  paid_penalty: Default<Int8>;
  /** Money that reached the loan beyond all that was owed and has not been given back: a liability of the book. */
  overpaid_rupiah: Default<Int8>;
  /** Hapus buku: taken off the balance sheet, still claimed; less what was recovered and forgiven (hapus tagih) it is what she still owes. */
  written_off_principal: Default<Int8>;
  recovered_rupiah: Default<Int8>;
  forgiven_rupiah: Default<Int8>;
}

/** What happens to a loan besides repayments and charges. Nothing here ever changes: a correction is a reversal, an entry of its own. */
export interface LendingLoanEvent {
  city_id: string;
  id: string;
  loan_id: string;
  kind: 'tranche' | 'top-up' | 'waiver' | 'restructure' | 'prepayment' | 'write-off' | 'forgiveness' | 'recovery' | 'refund' | 'reallocation' | 'reversal';
  on_day: string;
  amount_rupiah: Default<Int8>;
  part: 'interest' | 'fee' | 'penalty' | null;
  /** By how much the loan's paid principal moved because of this entry, among interest, fee, penalty and overpaid: 0 unless money already paid counts differently from now on. */
  principal: Default<Int8>;
  interest: Default<Int8>;
  fee: Default<Int8>;
  penalty: Default<Int8>;
  overpaid: Default<Int8>;
  schedule_version: number | null;
  reverses_id: string | null;
  /** For a reallocation: the charge that took money paid earlier. */
  caused_by: string | null;
  journal_id: string | null;
  reason: Default<string>;
  entered: Default<Int8>;
  by_user: string;
  by_name: string;
  approved_by: string | null;
  recorded_at: Timestamp;
  /** Of a top-up: fees kept back from what was handed out; the lender's income. */
  kept_fee: Default<Int8>;
  /** Of a top-up: premiums kept back for the insurer. */
  kept_insurance: Default<Int8>;
}

/** How a loan stood at the end of the last closed day. Written by the day close only, and only when something of it changed that day. */
export interface LendingLoanPosition {
  city_id: string;
  loan_id: string;
  book_id: string;
  repay_unit: 'day' | 'week' | 'month';
  /** The closed day that wrote the row; what it says still holds on every closed day since. */
  as_of: string;
  /** The next day on which something here changes even if nobody pays: an instalment falls due or becomes late, a bucket or grade is crossed; infinity when never. */
  next_change_on: string;
  schedule_version: number;
  /** Handed out until the day: the disbursement, tranches and top-ups. */
  lent_rupiah: Int8;
  paid_principal: Int8;
  paid_interest: Int8;
  /** Taken off the balance sheet: it still is a debt and no longer part of the portfolio. */
  written_off: boolean;
  outstanding_rupiah: Int8;
  /** Interest that has fallen due by schedule, paid or not. */
  earned_interest: Int8;
  unpaid_interest: Int8;
  overdue_rupiah: Int8;
  /** Due day of the oldest instalment that is not paid in full and is past; days late follow from it. */
  late_since: string | null;
  /** By days late: 0 none, 1 from 1, 2 from 8, 3 from 31, 4 from 61, 5 from 91. */
  bucket: number;
  /** By the lender's own table; null where none is known. */
  grade: number | null;
  /** Something is still to be paid: the loan is part of the portfolio. */
  running: boolean;
}

/** What a member owes the peer who covered her, and in which order it is repaid as the group agreed. */
export interface LendingMemberClaim {
  city_id: string;
  id: string;
  cover_id: string;
  creditor_id: string;
  debtor_id: string;
  amount_rupiah: Int8;
  repaid_rupiah: Default<Int8>;
  repayment_order: number;
  /** Void when the cover itself was reversed; open as long as something is neither repaid nor forgiven. */
  state: 'open' | 'repaid' | 'forgiven' | 'void';
  opened_on: string;
  forgiven_rupiah: Default<Int8>;
  /** Place in the order of repayment that the group agreed afterwards; null while the order of the covers holds: oldest first. */
  agreed_rank: number | null;
}

/** Who was named to a lender in which file, and what the lender decided, with its reason code. */
export interface LendingPartnerCandidate {
  city_id: string;
  id: string;
  file_id: string;
  institution_id: string;
  reference: string;
  person_id: string;
  application_id: string | null;
  state: 'sent' | 'approved' | 'refused';
  reason: string | null;
  reason_code: string | null;
  decided_on: string | null;
  decided_by_file: string | null;
}

/** A file for or from a lender: candidates out (made), decisions, schedules, repayments and grades in (read, then applied whole or dropped). */
export interface LendingPartnerFile {
  city_id: string;
  id: string;
  institution_id: string;
  kind: 'candidates' | 'decisions' | 'schedules' | 'repayments' | 'grades';
  number: string;
  template_version: number;
  file_name: string;
  sha256: string | null;
  state: 'made' | 'read' | 'applied' | 'dropped';
  /** The day the file speaks of; a file older than the last one applied is refused. */
  as_of: string;
  counts: Default<JsonColumn>;
  totals: Default<JsonColumn>;
  /** What a candidate file says, NIKs included: sealed with the key of identity numbers. */
  sealed_rows: Buffer | null;
  made_by: string;
  made_at: Timestamp;
  applied_by: string | null;
  applied_at: Timestamp | null;
}

/** One line of a file that came in: what it says, and whether it is new, known, changed, about a loan we do not know, or wrong and why. */
export interface LendingPartnerFileLine {
  city_id: string;
  file_id: string;
  line: number;
  line_key: string | null;
  reading: JsonColumn;
  outcome: 'new' | 'same' | 'changed' | 'unknown' | 'wrong';
  problem: JsonColumn | null;
  loan_id: string | null;
}

/** Each time somebody took a candidate file with its NIKs out of the house. */
export interface LendingPartnerFileTaking {
  city_id: string;
  id: string;
  file_id: string;
  taken_by: string;
  taken_by_name: string;
  taken_at: Timestamp;
}

/** A loan in a partner's own books. It never enters our ledger. */
export interface LendingPartnerLoan {
  city_id: string;
  id: string;
  institution_id: string;
  number: string;
  person_id: string;
  candidate_id: string | null;
  /** Decimal places of its amounts: 2 where the partner keeps cents; every amount of the loan is in that smallest unit. */
  digits: number;
  principal: Int8;
  disbursed_on: string;
  terms: JsonColumn;
  state: 'running' | 'closed';
  closed_on: string | null;
  grade: number | null;
  graded_on: string | null;
  reported_outstanding: Int8 | null;
  reported_days_late: number | null;
  file_id: string;
}

/** One repayment as the partner's file says it; reference is the partner's own and never comes twice. */
export interface LendingPartnerRepayment {
  city_id: string;
  loan_id: string;
  reference: string;
  on_day: string;
  principal: Int8;
  interest: Int8;
  penalty: Int8;
  file_id: string;
}

/** One instalment as the partner's file says it. */
export interface LendingPartnerScheduleLine {
  city_id: string;
  loan_id: string;
  number: number;
  due_on: string;
  principal: Int8;
  interest: Int8;
  file_id: string;
}

/** A lender's portfolio at the end of a closed day. Never changed afterwards: what comes later counts on later days. */
export interface LendingPortfolioDay {
  city_id: string;
  book_id: string;
  day: string;
  loans: Default<Int8>;
  late_loans: Default<Int8>;
  outstanding_rupiah: Default<Int8>;
  overdue_rupiah: Default<Int8>;
  /** Interest that fell due on this day by schedule. */
  earned_interest: Default<Int8>;
  unpaid_interest: Default<Int8>;
  late_1_rupiah: Default<Int8>;
  /** Whole outstanding principal of loans 8 to 30 days late; the others alike. PAR is the sum from a column on, over outstanding. */
  late_8_rupiah: Default<Int8>;
  late_31_rupiah: Default<Int8>;
  late_61_rupiah: Default<Int8>;
  late_91_rupiah: Default<Int8>;
  grade_1_rupiah: Default<Int8>;
  grade_2_rupiah: Default<Int8>;
  grade_3_rupiah: Default<Int8>;
  grade_4_rupiah: Default<Int8>;
  grade_5_rupiah: Default<Int8>;
  /** By grade and the table's rates, for information; null where no table gives rates. */
  provision_rupiah: Int8 | null;
  /** What the books held on the loans' leaves when the day ended: equals outstanding_rupiah. */
  ledger_rupiah: Default<Int8>;
}

/** What a lender offers: terms as data with validity dates and the document they come from. */
export interface LendingProduct {
  city_id: string;
  id: string;
  institution_id: string;
  code: string;
  name: string;
  terms: JsonColumn;
  minimum_rupiah: Int8;
  maximum_rupiah: Int8;
  step_rupiah: Int8;
  /** Set aside from each disbursement (uang pertanggungjawaban), exact decimal text. */
  compulsory_savings_percent: string;
  joint_liability: boolean;
  source_document: string;
  valid_from: string;
  valid_to: string | null;
  offered_at: Timestamp;
  offered_by: string;
  /** Who may apply: a lending group, one person, or either. Joint liability is for those who apply as a group. */
  borrowers: Default<'group' | 'person' | 'both'>;
}

/** One line of a partner's books beside what our engine computes from the same terms, and what explains the difference. */
export interface LendingReconciliationItem {
  city_id: string;
  loan_id: string;
  part: 'schedule' | 'repayment' | 'balance' | 'grade';
  item: string;
  on_day: string | null;
  state: 'matched' | 'differs' | 'unknown';
  explanation: string | null;
  theirs: JsonColumn;
  ours: JsonColumn;
  /** Theirs less ours, in the loan's smallest unit. */
  difference: Int8;
  file_id: string;
}

/** Money that reached a loan, by its obligor or by a peer who covered (then payer differs and cover_id says which cover). */
export interface LendingRepayment {
  city_id: string;
  id: string;
  loan_id: string;
  on_day: string;
  payer_id: string;
  source: 'meeting' | 'office' | 'transfer' | 'take-over';
  source_id: string | null;
  cover_id: string | null;
  /** By how much the loan's paid principal moved when this was entered (fell, for a reversal); with interest, fee, penalty and overpaid it sums to the amount. A backdated entry or a reversal moves later ones between the parts, so a part may be negative. */
  principal: Int8;
  interest: Int8;
  journal_id: string;
  /** The repayment that this row undoes; its parts then count as subtracted. */
  reverses_id: string | null;
  recorded_at: Timestamp;
  entered: Default<Int8>;
  /** Who paid for her when it is nobody in the register; payer_id is then the borrower. */
  payer_name: string | null;
  fee: Default<Int8>;
  penalty: Default<Int8>;
  overpaid: Default<Int8>;
}

/** One immutable row: due dates and CUMULATIVE principal and interest due at each. */
export interface LendingScheduleVersion {
  city_id: string;
  loan_id: string;
  version: number;
  due_on: string[];
  principal_due: bigint[];
  interest_due: bigint[];
  made_at: Timestamp;
  why: string;
  /** The day from which it holds; null for the first version: from the disbursement. */
  in_force_on: string | null;
  /** The entry of the loan's life that made it. A later version starts with what was paid until then, so that its sums still are those of the whole loan. */
  event_id: string | null;
}

/** A loan whose interest the government shares; it ends early when paid off or found ineligible. */
export interface LendingSubsidisedLoan {
  city_id: string;
  loan_id: string;
  agreement_id: string;
  accepted_on: string;
  accepted_by: string;
  committed: Int8;
  ended_on: string | null;
  ended_why: 'paid-off' | 'ineligible' | null;
  ended_note: string | null;
}

/** The government's share of an instalment, owed from the day the instalment falls due; taken back where the loan had ended before. */
export interface LendingSubsidyAccrual {
  city_id: string;
  loan_id: string;
  number: number;
  kind: 'accrued' | 'taken-back';
  agreement_id: string;
  on_day: string;
  amount: Int8;
  claim_id: string | null;
}

/** The government pays part of the interest at one lender: its share, for whom, from which budget line, up to how much. */
export interface LendingSubsidyAgreement {
  city_id: string;
  id: string;
  institution_id: string;
  number: string;
  name: string;
  valid_from: string;
  valid_to: string;
  borrower_rate_percent: string;
  government_share_percent: string;
  digits: number;
  cap: Int8;
  most_principal: Int8;
  budget_line: string;
  source_document: string;
  /** Shares of all loans accepted under it, less what will never fall due; never above the cap. */
  committed: Default<Int8>;
  proposed_by: string;
  accepted_by: string;
  accepted_at: Timestamp;
}

/** What one lender claims of the government for one month: drafted, sent, answered, paid. Money taken back stands in it as negative lines. */
export interface LendingSubsidyClaim {
  city_id: string;
  id: string;
  agreement_id: string;
  month: string;
  number: string;
  total: Int8;
  lines: number;
  state: 'drafted' | 'sent' | 'answered' | 'paid';
  drafted_by: string;
  drafted_at: Timestamp;
  sent_by: string | null;
  sent_at: Timestamp | null;
  accepted: Int8 | null;
  answered_on: string | null;
  answer_note: string | null;
  answered_by: string | null;
  paid: Int8 | null;
  paid_on: string | null;
  payment_reference: string | null;
  paid_by: string | null;
  letter: JsonColumn | null;
}

/** Two payers side by side on one schedule: of each instalment's interest, what the borrower and what the government pays. */
export interface LendingSubsidyRow {
  city_id: string;
  loan_id: string;
  number: number;
  due_on: string;
  lender_interest: Int8;
  borrower_interest: Int8;
  subsidy: Int8;
}

/** The part of a disbursement that went to an old creditor instead of the borrower; old_loan_id when that debt was kept here. */
export interface LendingTakeOver {
  city_id: string;
  id: string;
  loan_id: string;
  creditor: string;
  reference: Default<string>;
  amount_rupiah: Int8;
  old_loan_id: string | null;
  on_day: string;
  journal_id: string;
}

/** Who came; insert-only. It is evidence for KUR super mikro. */
export interface MentoringAttendance {
  city_id: string;
  meeting_id: string;
  person_id: string;
  presence: 'present' | 'absent' | 'excused';
  reason: string | null;
  marked_by: string;
  marked_at: Timestamp;
}

/** A later mark beside the first: what the second sheet said, once a reviewer found it right. The last one counts, and all are kept. */
export interface MentoringAttendanceCorrection {
  city_id: string;
  meeting_id: string;
  person_id: string;
  review_id: string;
  presence: 'present' | 'absent' | 'excused';
  reason: string | null;
  /** Who wrote the second sheet; who found it right stands on the review. */
  marked_by: string;
  marked_at: Timestamp;
}

/** The cash bag a mentor carries for an institution; its ledger leaf says what is in it. */
export interface MentoringBag {
  city_id: string;
  id: string;
  mentor_id: string;
  institution_id: string;
  account_id: string;
}

/** Cash from a bag handed to the institution's cashier against a slip. */
export interface MentoringBagDeposit {
  city_id: string;
  id: string;
  bag_id: string;
  on_day: string;
  amount_rupiah: Int8;
  slip_number: string;
  received_by: string;
  journal_id: string;
}

/** The notes and coins counted before the meeting closed. */
export interface MentoringCashCount {
  city_id: string;
  meeting_id: string;
  denomination: 100000 | 75000 | 50000 | 20000 | 10000 | 5000 | 2000 | 1000 | 500 | 200 | 100;
  pieces: number;
}

/** What a member said at a meeting she would like to borrow in the next cycle. It binds nobody; whoever writes her application sees it until she is in one. */
export interface MentoringLoanWish {
  city_id: string;
  meeting_id: string;
  person_id: string;
  amount_rupiah: Int8;
  purpose: string;
  noted_by: string;
  noted_at: Timestamp;
}

/** One weekly meeting: planned, then closed by one command whose cash count equals the sheet, or cancelled with a reason. */
export interface MentoringMeeting {
  city_id: string;
  id: string;
  series_id: string;
  group_id: string;
  held_on: string;
  number: number;
  state: 'planned' | 'closed' | 'cancelled';
  mentor_id: string;
  cancelled_why: string | null;
  topic_code: string | null;
  topic_note: string | null;
  expected_rupiah: Int8 | null;
  received_rupiah: Int8 | null;
  present_count: number | null;
  member_count: number | null;
  closed_at: Timestamp | null;
  command_id: string | null;
  /** Counted on the table with the rest and handed on to the members who had covered somebody; it never enters the bag. */
  handed_on_rupiah: Default<Int8>;
}

/** Photos of a meeting, by the hash of their content in the file store. */
export interface MentoringMeetingPhoto {
  city_id: string;
  meeting_id: string;
  sha256: string;
}

/** When and where a group meets each week, and which mentor comes. Monday is 1. */
export interface MentoringMeetingSeries {
  city_id: string;
  id: string;
  group_id: string;
  weekday: number;
  start_time: string;
  place: string;
  mentor_id: string;
  valid_from: string;
  valid_to: string | null;
}

/** The month of one mentor, or of the whole city where mentor is null, on its way to whoever accepts it. */
export interface MentoringMonthlyReport {
  city_id: string;
  id: string;
  mentor_id: string | null;
  month: string;
  state: 'drafted' | 'sent' | 'accepted' | 'returned';
  obstacles: Default<string>;
  follow_up: Default<string>;
  /** Figures and rows as they stood when it was sent; a returned report has none until it is sent again. */
  content: JsonColumn | null;
  sent_at: Timestamp | null;
}

/** The steps of a monthly report, with who and when. */
export interface MentoringMonthlyReportEvent {
  city_id: string;
  id: string;
  report_id: string;
  kind: 'drafted' | 'sent' | 'accepted' | 'returned';
  at: Timestamp;
  by_user: string;
  by_name: string;
  note: string | null;
}

/** A visit that is to be made: chosen by a plan, or agreed with the owner at the visit before. */
export interface MentoringPlannedVisit {
  city_id: string;
  id: string;
  business_id: string;
  mentor_id: string;
  on_day: string;
  /** The day it was planned for before anybody moved it. */
  first_on: string;
  origin: 'plan' | 'agreed';
  /** The plan, or the visit at which it was agreed. */
  origin_id: string;
  state: 'planned' | 'done' | 'missed';
  visit_id: string | null;
  missed_why: 'closed' | 'away' | 'weather' | 'mentor' | 'refused' | 'other' | null;
  missed_note: string | null;
  changed_at: Timestamp;
  changed_by: string;
}

/** Proof in the member's hand of what she handed over at a meeting; its QR token can be verified by anyone. */
export interface MentoringReceipt {
  city_id: string;
  id: string;
  number: string;
  meeting_id: string;
  person_id: string;
  loan_id: string | null;
  on_day: string;
  institution_id: string;
  repayment_rupiah: Default<Int8>;
  cover_rupiah: Default<Int8>;
  savings_rupiah: Default<Int8>;
  total_rupiah: Int8;
  token: string;
  issued_at: Timestamp;
}

/** A visit that was made, with what was seen. Append-only: two visits stay two. */
export interface MentoringVisit {
  city_id: string;
  id: string;
  business_id: string;
  person_id: string;
  mentor_id: string;
  done_on: string;
  /** Which of the five fields of mentoring it was about. */
  fields: string[];
  note: Default<string>;
  /** Sales of this month as the owner said them; null where she was not asked. */
  turnover_month_rupiah: Int8 | null;
  /** Answers of the visit's form with its version: production, marketing, problems, needs. */
  form: Default<JsonColumn>;
  /** Sales of the month before, said on the same day. */
  turnover_before_rupiah: Int8 | null;
  minutes: number | null;
  latitude: string | null;
  longitude: string | null;
  accuracy_metres: number | null;
  /** Who led a visit of many, as the mayor's: name and office. */
  led_by: JsonColumn | null;
  companions: Default<JsonColumn>;
  next_on: string | null;
  /** What had changed around it before it arrived; it is kept all the same. */
  flags: Default<string[]>;
  recorded_at: Timestamp;
  /** The day it arrived here; more than two days after done_on is late. */
  recorded_on: string;
}

/** Photos of a visit, by the hash of their content in the file store; they may arrive later than the visit. */
export interface MentoringVisitPhoto {
  city_id: string;
  visit_id: string;
  sha256: string;
}

/** Whom a mentor visits in a week: drawn by rule and seed from the basis, so that anybody can draw it again. */
export interface MentoringVisitPlan {
  city_id: string;
  id: string;
  mentor_id: string;
  week: string;
  per_day: number;
  seed: string;
  rule: number;
  /** The businesses the choice was made from: [id, kecamatan, kelurahan, day of the last visit or null, visits so far]. */
  basis: JsonColumn;
  made_at: Timestamp;
  made_by: string;
}

/** How one lender writes one kind of file: columns, order, dates, numbers, codes. A change is a new version. */
export interface PartnersFileTemplate {
  city_id: string;
  institution_id: string;
  kind: 'candidates' | 'decisions' | 'schedules' | 'repayments' | 'grades';
  version: number;
  layout: JsonColumn;
  saved_by: string;
  saved_at: Timestamp;
  /** First day this version is written or read by; the version before it ends the day before. */
  valid_from: string;
  /** Who wrote it, where saved_by approved it; null for the first version of a kind. */
  proposed_by: string | null;
}

/** A lender, a city department (OPD), or another partner. */
export interface PartnersInstitution {
  city_id: string;
  id: string;
  kind: 'bank' | 'bpr' | 'pnm' | 'cooperative' | 'revolving-fund' | 'lkm' | 'department' | 'plut' | 'university' | 'kadin' | 'dekranasda' | 'buyer';
  code: string;
  name: string;
  short_name: string;
  books: 'kept-here' | 'kept-by-partner' | 'none';
  address: string | null;
  valid_from: string;
  valid_to: string | null;
}

/** A price anyone can compare; terms as the lending engine reads them. */
export interface PartnersOffer {
  city_id: string;
  id: string;
  institution_id: string;
  name: string;
  terms: JsonColumn;
  source_document: string;
  valid_from: string;
  valid_to: string | null;
}

/** What ran in the background, for whom, how far it is, and why it failed; the queue itself is graphile-worker's. */
export interface PlatformJobRun {
  city_id: string;
  id: string;
  task: string;
  /** Words in both languages, as shown on the jobs page. */
  title: JsonColumn;
  payload: JsonColumn;
  asked_by: string | null;
  asked_at: Default<Timestamp>;
  state: Default<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>;
  attempts: Default<number>;
  progress_done: Default<Int8>;
  progress_total: Int8 | null;
  started_at: Timestamp | null;
  ended_at: Timestamp | null;
  result: JsonColumn | null;
  /** The refusal or fault of the last attempt: code, words. */
  problem: JsonColumn | null;
}

/** Every stored file by the hash of its content; the bytes lie in the data directory, so the same file is kept once. */
export interface PlatformStoredFile {
  city_id: string;
  sha256: string;
  bytes: Int8;
  mime: string;
  original_name: string | null;
  stored_at: Default<Timestamp>;
}

/** Everybody who stood in a draw, by rank within the kelurahan: the first are invited, the others follow when somebody declines. */
export interface ProgrammesInvitation {
  city_id: string;
  draw_id: string;
  person_id: string;
  kelurahan_code: string | null;
  rank: number;
  chosen: boolean;
  women_headed: boolean;
}

/** A draw among those who are poor, have a business and were never served. The rule and the seed are stated; the same pool with the same seed gives the same list, and every draw stays on record, so that drawing again until somebody is in is seen. */
export interface ProgrammesInvitationDraw {
  city_id: string;
  id: string;
  title: string;
  held_on: string;
  places: number;
  rule: JsonColumn;
  seed: string;
  pool: number;
  /** SHA-256 over the ids of everybody who stood in the draw, in order: two draws of the same pool have the same. */
  pool_hash: string;
  drawn_at: Timestamp;
  drawn_by: string;
  by_name: string;
}

/** Who received what, when, from whom: the one dated line of life that every domain above adds to. */
export interface ProgrammesService {
  city_id: string;
  id: string;
  person_id: string;
  business_id: string | null;
  kind: 'registered' | 'met' | 'group-joined' | 'visited' | 'meeting' | 'trained' | 'permit' | 'loan' | 'market' | 'answered';
  on_day: string;
  source_kind: string;
  source_id: string;
  by_name: string;
}

/** A failure to protect data of people (UU 27/2022 art. 46): what happened, when it was found, how many it touches. */
export interface RegistryBreach {
  city_id: string;
  id: string;
  number: string;
  kind: 'lost-phone' | 'wrong-export' | 'group-papers';
  device_id: string | null;
  place_code: string | null;
  group_id: string | null;
  what: string;
  remedy: string;
  happened_on: string;
  found_at: Timestamp;
  /** Until when the people and the authority are told in writing: 3x24 hours after it was found. */
  due_at: Timestamp;
  people: number;
  recorded_at: Timestamp;
  recorded_by: string;
  recorded_name: string;
  /** When it turned out to be a mistake: the phone was found locked, the papers were in the drawer. It stays on record with the reason. */
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  withdrawn_name: string | null;
  withdrawn_why: string | null;
}

/** Who was told of a breach, when and how; once for the people, once for the authority. */
export interface RegistryBreachNotice {
  city_id: string;
  breach_id: string;
  told: 'people' | 'authority';
  told_at: Timestamp;
  how: string;
  noted_by: string;
  noted_name: string;
  noted_at: Timestamp;
}

/** Whose data a breach touched, as it was reckoned when it was written down. */
export interface RegistryBreachPerson {
  city_id: string;
  breach_id: string;
  person_id: string;
}

/** A business and where it stands; its class is computed from snapshots, never stored. */
export interface RegistryBusiness {
  city_id: string;
  id: string;
  owner_id: string;
  name: string;
  name_key: string;
  product: string | null;
  sector: 'culinary' | 'fashion' | 'automotive' | 'it' | 'agro' | 'education' | 'other';
  kbli_version: '2020' | '2025' | null;
  kbli_code: string | null;
  nib: string | null;
  kelurahan_code: string | null;
  kecamatan_code: string | null;
  address: string | null;
  place_text: string | null;
  latitude: string | null;
  longitude: string | null;
  state: Default<'active' | 'closed' | 'merged'>;
  created_at: Default<Timestamp>;
  created_by: string;
  /** The year she says she began. */
  started_year: number | null;
  /** Which business it turned out to be; its own id stays, for what was sent under it. */
  merged_into: string | null;
}

/** A year of a business in raw figures, from which its class is computed and never stored. Append-only: of a year the newest counts, the others stay. */
export interface RegistryBusinessFigure {
  city_id: string;
  id: string;
  business_id: string;
  year: number;
  /** Capital without land and buildings of the place of business (PP 7/2021 art. 35). */
  capital_rupiah: Int8 | null;
  sales_rupiah: Int8 | null;
  workers: number | null;
  /** What the figures were read from: books, a tax return, what she said. */
  evidence: string;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
}

/** A programme group recognised by decree. Its state is the fold of group_event and is kept here for queries. */
export interface RegistryBusinessGroup {
  city_id: string;
  id: string;
  programme: Default<string>;
  name: string;
  name_key: string;
  sector: 'culinary' | 'fashion' | 'automotive' | 'it' | 'agro' | 'education' | 'other';
  kelurahan_code: string;
  kecamatan_code: string;
  state: 'proposed' | 'verified' | 'recognised' | 'active' | 'frozen' | 'withdrawn' | 'ended' | 'refused';
  mentor_id: string | null;
  valid_from: string | null;
  valid_to: string | null;
  created_at: Timestamp;
}

/** A licence a business holds, as its paper says. Append-only: a renewed one is another paper. */
export interface RegistryBusinessLicence {
  city_id: string;
  id: string;
  business_id: string;
  kind: 'nib' | 'pirt' | 'halal' | 'bpom' | 'trademark' | 'sni' | 'iumk' | 'other';
  number: string;
  product: string | null;
  issued_on: string;
  valid_to: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
}

/** Who owns or runs a business beside the owner it is registered under, from when to when. What the shares leave is the first owner's. */
export interface RegistryBusinessOwner {
  city_id: string;
  id: string;
  business_id: string;
  person_id: string;
  role: 'partner' | 'spouse' | 'heir' | 'manager';
  share_percent: number | null;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
}

/** Two records that may be one business: open → same | different | later. The same lets the newer lead to the other; nothing that hangs on it is moved, so that taking it back gives exactly what was. */
export interface RegistryBusinessPair {
  city_id: string;
  id: string;
  /** The newer record, which leads to the other when they are the same. */
  business_id: string;
  other_id: string;
  /** What agrees and what does not: owner-same, name-alike, place-other and so on. */
  grounds: string[];
  state: Default<'open' | 'same' | 'different' | 'later'>;
  reason: string | null;
  /** Records that led to the newer one before, and since lead on; empty where there were none. */
  led: string[] | null;
  found_at: Timestamp;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_name: string | null;
}

/** A photograph of a business, drawn anew without what the camera says of place and time; the picture lies in the file store under its hash. */
export interface RegistryBusinessPhoto {
  city_id: string;
  id: string;
  business_id: string;
  sha256: string;
  /** What is to be seen on it, for whoever does not see it. */
  shows: string;
  taken_on: string;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
  removed_at: Timestamp | null;
  removed_by: string | null;
}

/** A place a business works in: what kind, by what right, from when to when. A business that moves ends one and has another. */
export interface RegistryBusinessPremises {
  city_id: string;
  id: string;
  business_id: string;
  kind: 'home' | 'shop' | 'market-stall' | 'kiosk' | 'workshop' | 'cart' | 'online' | 'other';
  tenure: 'own' | 'family' | 'rented' | 'lent' | 'none';
  kelurahan_code: string | null;
  address: string | null;
  valid_from: string;
  valid_to: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
}

/** What a business was on a day, as its owner said: sales of a month in whole rupiah or the band she names, and the people who work in it, herself included. */
export interface RegistryBusinessSnapshot {
  city_id: string;
  id: string;
  business_id: string;
  on_day: string;
  turnover_month_rupiah: Int8 | null;
  turnover_band: 'under-1m' | '1m-5m' | '5m-25m' | 'over-25m' | null;
  workers: number | null;
  source_kind: 'encounter' | 'visit';
  source_id: string;
  by_name: string;
}

/** Two records that may be one person: open → same | different | later. A person decides, with a reason. */
export interface RegistryCandidatePair {
  city_id: string;
  id: string;
  /** The newer record, which joins the other when they are the same. */
  person_id: string;
  other_id: string;
  why: 'nik-other-name' | 'contradicts' | 'name-phone' | 'name-birth' | 'name-business-place' | 'name-place' | 'phone-near-name' | 'birth-near-name' | 'same-row' | 'linkage';
  state: Default<'open' | 'same' | 'different' | 'later'>;
  found_at: Timestamp;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_name: string | null;
  reason: string | null;
  /** How likely linkage holds the two to be one person, 0 to 1. */
  chance: number | null;
  /** What agrees and what does not, field by field: field and level of agreement. */
  grounds: JsonColumn | null;
}

/** Who agreed to what, by which notice, how and before whom (UU 27/2022 art. 22-24). */
export interface RegistryConsent {
  city_id: string;
  id: string;
  person_id: string;
  purpose: 'programme' | 'share-with-lender' | 'photo' | 'catalogue';
  notice_version: number;
  channel: 'written' | 'thumbprint' | 'spoken' | 'import';
  witness: string | null;
  given_at: Timestamp;
  withdrawn_at: Timestamp | null;
  recorded_by: string;
  /** The lender she agreed to, for share-with-lender; null where the statement she was read named none and covers every lender of the programme. */
  institution_id: string | null;
  /** The day she agreed; given_at is when it was written down. */
  given_on: string;
  withdrawn_on: string | null;
  /** Who wrote the withdrawal down; null when she did so herself on her own page. */
  withdrawn_by: string | null;
  withdrawn_channel: 'written' | 'thumbprint' | 'spoken' | 'own-page' | null;
  withdrawn_why: string | null;
}

/** The statement people are read before they agree (UU 27/2022 art. 21), by version; never edited. An answer keeps the version it was given to: registry.consent.notice_version. */
export interface RegistryConsentNotice {
  city_id: string;
  purpose: string;
  version: number;
  /** First day it is read to people; the version before it ends the day before. */
  valid_from: string;
  /** What she signs; {lembaga} stands where the lender is named. spoken_id is the same as it is read aloud. */
  text_id: string;
  text_en: string;
  spoken_id: string;
  spoken_en: string;
  source_document: string;
  published_by: string;
  published_at: Timestamp;
}

/** The family each person belongs to now: the card of the latest period. */
export interface RegistryCurrentHousehold {
  city_id: string | null;
  person_id: string | null;
  household_id: string | null;
  relation: string | null;
  period: string | null;
  last_four: string | null;
  blind_index: Buffer | null;
}

/** A request under UU 27/2022 art. 5-13: who asked for what, how she was known, and what she was answered within 3x24 hours. */
export interface RegistryDataRequest {
  city_id: string;
  id: string;
  number: string;
  person_id: string;
  kind: 'access' | 'correction' | 'stop' | 'restriction' | 'erasure' | 'objection';
  channel: 'counter' | 'letter' | 'phone' | 'mentor';
  proof: 'ktp' | 'card' | 'known' | 'power-of-attorney';
  words: string;
  field: string | null;
  /** What the field should say, as she says; emptied with her other data when she is erased. */
  value: string | null;
  received_at: Timestamp;
  due_at: Timestamp;
  recorded_at: Timestamp;
  recorded_by: string;
  recorded_name: string;
  state: Default<'open' | 'granted' | 'refused'>;
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: string | null;
  answered_name: string | null;
  /** Of a granted restriction: what the record was before, and is again when it is lifted. */
  state_before: 'provisional' | 'registered' | null;
}

/** A signed decree; its content is frozen here and never changes. Changes come by an amending or withdrawing decree. */
export interface RegistryDecree {
  city_id: string;
  id: string;
  kind: 'recognition' | 'amendment' | 'withdrawal';
  number: string;
  year: number;
  title: string;
  signed_on: string;
  valid_from: string;
  valid_to: string | null;
  signatory: JsonColumn;
  /** Everything the PDF is drawn from, without a NIK. */
  content: JsonColumn;
  content_hash: Buffer;
  supersedes_id: string | null;
  signed_by: string;
  verify_token: string;
  created_at: Timestamp;
}

/** Which group stands in which annex of a decree. */
export interface RegistryDecreeGroup {
  city_id: string;
  decree_id: string;
  group_id: string;
  annex: number;
}

/** A PDF made from a subject, lying in the file store by its hash. */
export interface RegistryDocument {
  city_id: string;
  id: string;
  kind: 'decree' | 'certificate' | 'member-cards' | 'receipt' | 'passbook';
  subject_kind: string;
  subject_id: string;
  sha256: string;
  title: string;
  made_at: Timestamp;
}

/** Somebody met and written down on the spot, for the first time or though she was here already, with the evidence that she agreed to the statement read to her (UU 27/2022 art. 24). */
export interface RegistryEncounter {
  city_id: string;
  id: string;
  /** The id the phone gave her; merged into known_id when she was here already. */
  person_id: string;
  business_id: string | null;
  known_id: string | null;
  outcome: 'new' | 'same' | 'review';
  met_on: string;
  recorded_at: Timestamp;
  by_user: string;
  by_name: string;
  no_nik_why: 'not-with-her' | 'no-card' | 'unreadable' | 'not-wanted' | null;
  photo_sha256: string | null;
  /** Version of the spoken statement that was read to her. */
  notice_version: number;
  channel: 'written' | 'thumbprint' | 'spoken';
  witness: string | null;
  /** The path (SVG) of her signature or thumb on the screen, drawn in a field of 320 × 160. */
  mark: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
}

/** The life of a group, step by step, with who and when. */
export interface RegistryGroupEvent {
  city_id: string;
  id: string;
  group_id: string;
  kind: 'proposed' | 'verified' | 'refused' | 'recognised' | 'activated' | 'amended' | 'frozen' | 'unfrozen' | 'withdrawn' | 'ended';
  at: Timestamp;
  by_user: string;
  by_name: string;
  note: string | null;
  decree_id: string | null;
}

/** A family by its KK number and the month that number was seen to hold: a KK changes when a family splits or moves, a NIK never does. The number is sealed. */
export interface RegistryHousehold {
  city_id: string;
  id: string;
  sealed: Buffer;
  blind_index: Buffer;
  last_four: string;
  period: string;
  recorded_at: Timestamp;
  recorded_by: string;
  /** As registry.identifier.next_index. */
  next_index: Buffer | null;
}

/** Who showed that she is of a household; the latest period is where she belongs now. */
export interface RegistryHouseholdMember {
  city_id: string;
  household_id: string;
  person_id: string;
  recorded_at: Timestamp;
  recorded_by: string;
  /** What she is to the head of the family; null while nobody said. */
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'other' | null;
}

/** What a family said of itself on a day; the latest is what holds. Children are counted, never named (UU 27/2022 art. 25). */
export interface RegistryHouseholdSaid {
  city_id: string;
  id: string;
  household_id: string;
  said_on: string;
  /** Of the head of the family, who need not be on the register herself. */
  head_sex: 'female' | 'male';
  people: number;
  children: number;
  /** What the whole family spends in a month, whole rupiah: with the people in it, what extreme poverty is measured by. */
  spending_rupiah: Int8 | null;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
}

/** NIK, KK and NPWP: sealed with a key from outside the database, found by a keyed hash, read only with a logged reason. */
export interface RegistryIdentifier {
  city_id: string;
  person_id: string;
  kind: 'nik' | 'kk' | 'npwp';
  sealed: Buffer;
  blind_index: Buffer;
  last_four: string;
  source: string;
  warnings: Default<JsonColumn>;
  recorded_at: Default<Timestamp>;
  /** The blind index under the key that is being introduced; it takes the other's place when every number has it. */
  next_index: Buffer | null;
}

/** One uploaded spreadsheet on its way into the registry; applied whole or not at all. */
export interface RegistryImportBatch {
  city_id: string;
  id: string;
  file_name: string;
  sha256: string;
  state: 'reading' | 'read' | 'mapped' | 'previewing' | 'previewed' | 'applying' | 'applied' | 'failed' | 'cancelled' | 'undone';
  sheet: string | null;
  shape: JsonColumn | null;
  mapping: JsonColumn | null;
  counts: Default<JsonColumn>;
  problem: JsonColumn | null;
  uploaded_by: string;
  uploaded_at: Timestamp;
  applied_at: Timestamp | null;
  /** When its people and businesses were taken out again; null while they are there. */
  undone_at: Timestamp | null;
  undone_by: string | null;
  /** The department (or partner) whose list the file is; null where nobody said. */
  department_id: string | null;
  /** Its name on the day of the upload. */
  department_name: string | null;
}

/** What a file filled of somebody known whose field was empty, so that undoing the file empties it again where nobody changed it since. */
export interface RegistryImportGap {
  city_id: string;
  batch_id: string;
  person_id: string;
  field: 'sex' | 'born_on' | 'phone' | 'kelurahan_code' | 'address' | 'place_text';
  value: string;
}

/** A column mapping a person corrected, remembered for the next file of the same shape. */
export interface RegistryImportMapping {
  city_id: string;
  id: string;
  fingerprint: string;
  mapping: JsonColumn;
  saved_by: string;
  saved_at: Timestamp;
}

/** One row of a file and how it ended: new, same as an existing record, to review, or to repair with a reason. NIKs are sealed inside cells and candidate. */
export interface RegistryImportRow {
  city_id: string;
  batch_id: string;
  row_number: number;
  cells: JsonColumn;
  candidate: JsonColumn | null;
  outcome: 'new' | 'same' | 'review' | 'repair' | null;
  reasons: Default<JsonColumn>;
  /** Whom applying the row registered or found; null until it is applied. */
  person_id: string | null;
  business_id: string | null;
  /** Keyed hash of everything the row says; a row applied before is found by it, so importing a file again changes nothing. */
  row_key: Buffer | null;
  /** What a person decided of a row to review: the same as the known person, or somebody new. */
  decided: 'same' | 'new' | null;
  /** The person of the registry the row is, or may be, about. */
  known_id: string | null;
  /** Whether applying the row registered its person, rather than finding her. */
  brought: Default<boolean>;
  /** As registry.identifier.next_index. A row whose words were forgotten cannot be hashed anew and loses its key. */
  next_row_key: Buffer | null;
}

/** The decile of the latest quarter each person was on a list; whether it still holds is for the grace period to say. */
export interface RegistryLatestDecile {
  city_id: string | null;
  person_id: string | null;
  decile: number | null;
  quarter: string | null;
  source: string | null;
  match_method: string | null;
  recorded_at: Timestamp | null;
}

/** Nothing of her is erased until then, whoever asks and however old it is: an audit, a court, an inquiry. Lifted early only with a reason. */
export interface RegistryLegalHold {
  city_id: string;
  id: string;
  person_id: string;
  why: string;
  until_on: string;
  set_at: Timestamp;
  set_by: string;
  set_name: string;
  lifted_at: Timestamp | null;
  lifted_by: string | null;
  lifted_name: string | null;
  lifted_why: string | null;
}

/** A QR card. The token opens a public page that shows validity only; with her PIN the member sees her own page. */
export interface RegistryMemberCard {
  city_id: string;
  id: string;
  membership_id: string;
  person_id: string;
  group_id: string;
  number: string;
  token: string;
  issued_on: string;
  valid_to: string | null;
  pin_hash: string | null;
  pin_set_at: Timestamp | null;
  revoked_at: Timestamp | null;
  revoked_why: string | null;
}

/** Who belongs to a group, in which role, from when to when. */
export interface RegistryMembership {
  city_id: string;
  id: string;
  group_id: string;
  person_id: string;
  business_id: string | null;
  programme: string;
  role: 'ketua' | 'sekretaris' | 'bendahara' | 'anggota';
  valid_from: string;
  valid_to: string | null;
}

/** A list somebody keeps of people: deciles of a quarter, or whom a department fosters or gave something to. Its people are found on the register; nobody is registered by it, and of whoever is not here nothing is kept but the count. */
export interface RegistryPeopleList {
  city_id: string;
  id: string;
  kind: 'decile' | 'department';
  title: string;
  quarter: string | null;
  /** Whether it names everybody of the city: only then does missing from it mean having dropped out. */
  whole: Default<boolean>;
  department_id: string | null;
  department_name: string | null;
  /** What the department gave those on it; null where it merely lists them. */
  service: 'training' | 'capital' | 'equipment' | 'mentoring' | 'permit' | 'market' | null;
  given_on: string;
  file_name: string;
  state: 'read' | 'applied' | 'dropped';
  counts: JsonColumn;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
  applied_at: Timestamp | null;
}

/** A row of such a list that is, or may be, about somebody on the register: by NIK, by name and day of birth, by the family card, or as an officer chose. */
export interface RegistryPeopleListRow {
  city_id: string;
  list_id: string;
  row_number: number;
  name: string;
  born_on: string | null;
  nik_last_four: string | null;
  kk_sealed: Buffer | null;
  kk_index: Buffer | null;
  kk_last_four: string | null;
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'other' | null;
  decile: number | null;
  outcome: 'matched' | 'review' | 'refused';
  method: 'nik' | 'name-birth' | 'family-card' | 'chosen' | null;
  person_id: string | null;
  candidates: Default<string[]>;
  decided_by: string | null;
  decided_name: string | null;
  /** As registry.identifier.next_index. */
  next_kk_index: Buffer | null;
}

/** One person once, though four departments listed her. */
export interface RegistryPerson {
  city_id: string;
  id: string;
  name: string;
  /** The name without titles and spelling habits, for comparing; never shown. */
  name_key: string;
  sex: 'female' | 'male' | null;
  born_on: string | null;
  phone: string | null;
  kelurahan_code: string | null;
  address: string | null;
  /** The place as a file gave it, where it could not be matched to a region. */
  place_text: string | null;
  /** Restricted: kept, and used for what she still owes or is owed and nothing else (UU 27/2022 art. 41). Erased: nothing of her is left but the id that other records name. */
  state: Default<'provisional' | 'registered' | 'merged' | 'restricted' | 'erased'>;
  /** Who she turned out to be; her own id stays, for what was sent under it. */
  merged_into: string | null;
  created_at: Default<Timestamp>;
  created_by: string;
  /** The kecamatan of the kelurahan: the first eight signs of its code. */
  kecamatan_code: Computed<string | null>;
  rt: string | null;
  rw: string | null;
}

/** A record found to be of the same person as another. Nothing that hangs on it is moved: loans, savings, memberships and consents stay under the id they were made with, and are read together with those of the record it leads to. So taking them apart gives back exactly what was. */
export interface RegistryPersonMerge {
  city_id: string;
  id: string;
  /** The record that now leads to the other. */
  person_id: string;
  into_id: string;
  state_before: 'provisional' | 'registered';
  /** Records that led to this one before, and since lead on. */
  also: Default<string[]>;
  /** The pair of the review queue it was decided on. */
  pair_id: string | null;
  reason: string;
  merged_at: Timestamp;
  merged_by: string;
  merged_name: string;
  undone_at: Timestamp | null;
  undone_by: string | null;
  undone_name: string | null;
  undone_why: string | null;
}

/** A value for a field that had another by the time it arrived: the standing one stays until somebody else decides. */
export interface RegistryProfileProposal {
  city_id: string;
  id: string;
  subject_kind: 'person' | 'business';
  subject_id: string;
  field: string;
  /** What its author saw when she wrote; null also when she saw nothing there. */
  base_value: string | null;
  /** What stood there when it arrived; a NIK by its last four digits. */
  standing_value: string | null;
  proposed_value: string | null;
  /** A proposed NIK; proposed_value then shows its last four digits. */
  sealed: Buffer | null;
  blind_index: Buffer | null;
  source_kind: 'encounter' | 'correction';
  source_id: string;
  state: Default<'open' | 'accepted' | 'kept'>;
  proposed_at: Timestamp;
  proposed_by: string;
  proposed_name: string;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_name: string | null;
  reason: string | null;
  /** As registry.identifier.next_index. */
  next_index: Buffer | null;
}

/** Regions by Kemendagri code (data: idn-area-data, ODbL). The BPS code of the same digits is another place. */
export interface RegistryRegion {
  city_id: string;
  code: string;
  scheme: Default<string>;
  level: 'city' | 'kecamatan' | 'kelurahan';
  name: string;
  parent_code: string | null;
  valid_from: string;
  valid_to: string | null;
  split_from: string | null;
  /** Where the kecamatan stands on the tile map of the city, roughly as on the ground. */
  tile_column: number | null;
  tile_row: number | null;
  latitude: string | null;
  longitude: string | null;
}

/** The borders of a kelurahan as the city's own file has them. Another file takes the place of what a kelurahan had. */
export interface RegistryRegionBoundary {
  city_id: string;
  code: string;
  /** As GeoJSON writes a MultiPolygon: polygons of rings of longitude and latitude, the first ring around, the others holes. */
  polygons: JsonColumn;
  /** The file they came from, shown under every map. */
  source: string;
  imported_at: Timestamp;
  imported_by: string;
}

/** Each time a class of what is kept was looked through for what is past its period: how much went, how much a hold kept. Without names. */
export interface RegistryRetentionRun {
  city_id: string;
  id: string;
  class: string;
  cut_off: string;
  gone: number;
  held: number;
  ran_at: Timestamp;
  ran_name: string;
}

/** What may be found: who and what stands on the register, one line each, kept by triggers in the transaction that writes it. No NIK is in it. */
export interface RegistrySearchEntry {
  city_id: string;
  kind: 'person' | 'business' | 'group';
  id: string;
  /** Its name without titles, as name_key has it, so that those which begin with what is typed are read along an index. */
  key: string;
  /** All it is found by: words of its name, product and owners, its places by code, telephone from either end, NIB; each behind its city and kind, as 15.71psiti. */
  words: string;
}

/** The words names and products are made of, to find the one meant by a slip. A word that two transactions bring at once may stand twice: waiting for each other would cost more than it is worth. */
export interface RegistrySearchWord {
  city_id: string;
  word: string;
  /** The word in one spelling; what is typed is compared with this. */
  said: string;
  sound: string;
  letters: number;
}

/** Every value a file or person gave, with file, sheet and row; the best is chosen by rule, not by overwriting. */
export interface RegistrySourceValue {
  city_id: string;
  id: string;
  subject_kind: 'person' | 'business';
  subject_id: string;
  field: string;
  value: string;
  origin: JsonColumn;
  recorded_at: Default<Timestamp>;
}

/** The decile a list gave her family in a quarter, and how she was found on it. Never overwritten: a new quarter is a new row (Inpres 4/2025: DTSEN changes four times a year). */
export interface RegistryWelfareAssessment {
  city_id: string;
  id: string;
  person_id: string;
  household_id: string | null;
  decile: number;
  quarter: string;
  source: string;
  match_method: 'nik' | 'name-birth' | 'family-card' | 'chosen';
  list_id: string;
  recorded_at: Timestamp;
  recorded_by: string;
  by_name: string;
}

/** Somebody says that what the list says of a family is wrong. The city forwards it to whoever keeps the list, or says why not; a decile changes by the next list alone. */
export interface RegistryWelfareProposal {
  city_id: string;
  id: string;
  person_id: string;
  asks: 'lower' | 'higher' | 'listed' | 'unlisted';
  why: string;
  by_herself: boolean;
  /** What the list said when it was proposed; null where she was on none. */
  decile: number | null;
  quarter: string | null;
  state: Default<'open' | 'forwarded' | 'refused'>;
  proposed_at: Timestamp;
  proposed_by: string;
  proposed_name: string;
  answer: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_name: string | null;
}

/** A figure frozen at its cut-off, so that what the mayor said can be found again. */
export interface ReportingSnapshot {
  city_id: string;
  id: string;
  indicator: string;
  cut_off: Timestamp;
  as_of: string;
  numerator: string;
  denominator: string | null;
  detail: Default<JsonColumn>;
  frozen_by: string;
}

/** A member's savings at an institution; its balance is its ledger leaf. */
export interface SavingsAccount {
  city_id: string;
  id: string;
  number: string;
  institution_id: string;
  person_id: string;
  kind: 'compulsory' | 'voluntary' | 'principal' | 'mandatory';
  opened_on: string;
  closed_on: string | null;
}

/** Money into (positive) or out of (negative) a savings account. */
export interface SavingsMovement {
  city_id: string;
  id: string;
  account_id: string;
  on_day: string;
  amount_rupiah: Int8;
  source: 'meeting' | 'disbursement' | 'office' | 'shu';
  source_id: string | null;
  journal_id: string;
}

/** The members' parts of a year's SHU divided among them, once: to their voluntary savings, or kept as payable until they fetch it. */
export interface SavingsShuDivision {
  city_id: string;
  institution_id: string;
  year: number;
  paid_to: 'savings' | 'payable';
  total_rupiah: Int8;
  members: number;
  meeting_document: string;
  journal_id: string | null;
  decided_at: Timestamp;
  proposed_by: string;
  approved_by: string;
}

/** What a member fetched of a year's SHU that was kept as payable: all her shares of it at once, in cash or onto her voluntary savings. */
export interface SavingsShuPayment {
  city_id: string;
  institution_id: string;
  year: number;
  person_id: string;
  amount_rupiah: Int8;
  paid_to: 'cash' | 'savings';
  on_day: string;
  journal_id: string;
  paid_by: string;
  paid_at: Timestamp;
}

/** One member's share of one part of the SHU (numbered as in the cooperative's rule), and the savings or interest it follows from. */
export interface SavingsShuShare {
  city_id: string;
  institution_id: string;
  year: number;
  part: number;
  person_id: string;
  basis_rupiah: Int8;
  amount_rupiah: Int8;
}

/** A finding, problem or aspiration on its way to a written answer. Never closed without one. */
export interface VoiceCase {
  city_id: string;
  id: string;
  number: string;
  origin: 'meeting' | 'visit' | 'citizen' | 'partner';
  origin_id: string | null;
  topic: 'production' | 'marketing' | 'financing' | 'permit' | 'training' | 'place' | 'household' | 'other';
  text: string;
  group_id: string | null;
  person_id: string | null;
  kecamatan_code: string | null;
  department_id: string | null;
  due_on: string | null;
  state: 'raised' | 'assigned' | 'answered' | 'closed' | 'reopened';
  raised_at: Timestamp;
  raised_by: string;
  raised_on: string;
  answer: string | null;
  answered_at: Timestamp | null;
  answered_by: string | null;
  closed_at: Timestamp | null;
  repeat_of: string | null;
}

/** The steps of a case, with who and when; an assignment says to which department and until when. */
export interface VoiceCaseEvent {
  city_id: string;
  id: string;
  case_id: string;
  kind: 'raised' | 'assigned' | 'answered' | 'closed' | 'reopened';
  at: Timestamp;
  by_user: string;
  by_name: string;
  /** The answer in full, or why it was reopened. */
  note: string | null;
  department_id: string | null;
  due_on: string | null;
}

export interface Tables {
  'access.audit_head': AccessAuditHead;
  'access.audit_line': AccessAuditLine;
  'access.city': AccessCity;
  'access.command_answer': AccessCommandAnswer;
  'access.command_receipt': AccessCommandReceipt;
  'access.counter': AccessCounter;
  'access.device': AccessDevice;
  'access.device_command': AccessDeviceCommand;
  'access.domain_event': AccessDomainEvent;
  'access.field_photo': AccessFieldPhoto;
  'access.field_review': AccessFieldReview;
  'access.member_session': AccessMemberSession;
  'access.number_key': AccessNumberKey;
  'access.proposal': AccessProposal;
  'access.role_assignment': AccessRoleAssignment;
  'access.secret_reading': AccessSecretReading;
  'access.session': AccessSession;
  'access.sign_in_attempt': AccessSignInAttempt;
  'access.user_account': AccessUserAccount;
  'ledger.account': LedgerAccount;
  'ledger.bank_account': LedgerBankAccount;
  'ledger.bank_deposit': LedgerBankDeposit;
  'ledger.bank_match': LedgerBankMatch;
  'ledger.bank_statement': LedgerBankStatement;
  'ledger.bank_statement_line': LedgerBankStatementLine;
  'ledger.book': LedgerBook;
  'ledger.business_day': LedgerBusinessDay;
  'ledger.cash_count': LedgerCashCount;
  'ledger.chart_account': LedgerChartAccount;
  'ledger.day_closing': LedgerDayClosing;
  'ledger.entry': LedgerEntry;
  'ledger.journal': LedgerJournal;
  'ledger.month_total': LedgerMonthTotal;
  'ledger.period': LedgerPeriod;
  'ledger.shu_distribution': LedgerShuDistribution;
  'ledger.shu_rule': LedgerShuRule;
  'lending.application': LendingApplication;
  'lending.application_member': LendingApplicationMember;
  'lending.charge': LendingCharge;
  'lending.claim_event': LendingClaimEvent;
  'lending.closure': LendingClosure;
  'lending.counselling': LendingCounselling;
  'lending.counselling_step': LendingCounsellingStep;
  'lending.cover': LendingCover;
  'lending.day_close': LendingDayClose;
  'lending.grade_table': LendingGradeTable;
  'lending.instalment_mark': LendingInstalmentMark;
  'lending.lending_group': LendingLendingGroup;
  'lending.life': LendingLife;
  'lending.loan': LendingLoan;
  'lending.loan_event': LendingLoanEvent;
  'lending.loan_position': LendingLoanPosition;
  'lending.member_claim': LendingMemberClaim;
  'lending.partner_candidate': LendingPartnerCandidate;
  'lending.partner_file': LendingPartnerFile;
  'lending.partner_file_line': LendingPartnerFileLine;
  'lending.partner_file_taking': LendingPartnerFileTaking;
  'lending.partner_loan': LendingPartnerLoan;
  'lending.partner_repayment': LendingPartnerRepayment;
  'lending.partner_schedule_line': LendingPartnerScheduleLine;
  'lending.portfolio_day': LendingPortfolioDay;
  'lending.product': LendingProduct;
  'lending.reconciliation_item': LendingReconciliationItem;
  'lending.repayment': LendingRepayment;
  'lending.schedule_version': LendingScheduleVersion;
  'lending.subsidised_loan': LendingSubsidisedLoan;
  'lending.subsidy_accrual': LendingSubsidyAccrual;
  'lending.subsidy_agreement': LendingSubsidyAgreement;
  'lending.subsidy_claim': LendingSubsidyClaim;
  'lending.subsidy_row': LendingSubsidyRow;
  'lending.take_over': LendingTakeOver;
  'mentoring.attendance': MentoringAttendance;
  'mentoring.attendance_correction': MentoringAttendanceCorrection;
  'mentoring.bag': MentoringBag;
  'mentoring.bag_deposit': MentoringBagDeposit;
  'mentoring.cash_count': MentoringCashCount;
  'mentoring.loan_wish': MentoringLoanWish;
  'mentoring.meeting': MentoringMeeting;
  'mentoring.meeting_photo': MentoringMeetingPhoto;
  'mentoring.meeting_series': MentoringMeetingSeries;
  'mentoring.monthly_report': MentoringMonthlyReport;
  'mentoring.monthly_report_event': MentoringMonthlyReportEvent;
  'mentoring.planned_visit': MentoringPlannedVisit;
  'mentoring.receipt': MentoringReceipt;
  'mentoring.visit': MentoringVisit;
  'mentoring.visit_photo': MentoringVisitPhoto;
  'mentoring.visit_plan': MentoringVisitPlan;
  'partners.file_template': PartnersFileTemplate;
  'partners.institution': PartnersInstitution;
  'partners.offer': PartnersOffer;
  'platform.job_run': PlatformJobRun;
  'platform.stored_file': PlatformStoredFile;
  'programmes.invitation': ProgrammesInvitation;
  'programmes.invitation_draw': ProgrammesInvitationDraw;
  'programmes.service': ProgrammesService;
  'registry.breach': RegistryBreach;
  'registry.breach_notice': RegistryBreachNotice;
  'registry.breach_person': RegistryBreachPerson;
  'registry.business': RegistryBusiness;
  'registry.business_figure': RegistryBusinessFigure;
  'registry.business_group': RegistryBusinessGroup;
  'registry.business_licence': RegistryBusinessLicence;
  'registry.business_owner': RegistryBusinessOwner;
  'registry.business_pair': RegistryBusinessPair;
  'registry.business_photo': RegistryBusinessPhoto;
  'registry.business_premises': RegistryBusinessPremises;
  'registry.business_snapshot': RegistryBusinessSnapshot;
  'registry.candidate_pair': RegistryCandidatePair;
  'registry.consent': RegistryConsent;
  'registry.consent_notice': RegistryConsentNotice;
  'registry.current_household': RegistryCurrentHousehold;
  'registry.data_request': RegistryDataRequest;
  'registry.decree': RegistryDecree;
  'registry.decree_group': RegistryDecreeGroup;
  'registry.document': RegistryDocument;
  'registry.encounter': RegistryEncounter;
  'registry.group_event': RegistryGroupEvent;
  'registry.household': RegistryHousehold;
  'registry.household_member': RegistryHouseholdMember;
  'registry.household_said': RegistryHouseholdSaid;
  'registry.identifier': RegistryIdentifier;
  'registry.import_batch': RegistryImportBatch;
  'registry.import_gap': RegistryImportGap;
  'registry.import_mapping': RegistryImportMapping;
  'registry.import_row': RegistryImportRow;
  'registry.latest_decile': RegistryLatestDecile;
  'registry.legal_hold': RegistryLegalHold;
  'registry.member_card': RegistryMemberCard;
  'registry.membership': RegistryMembership;
  'registry.people_list': RegistryPeopleList;
  'registry.people_list_row': RegistryPeopleListRow;
  'registry.person': RegistryPerson;
  'registry.person_merge': RegistryPersonMerge;
  'registry.profile_proposal': RegistryProfileProposal;
  'registry.region': RegistryRegion;
  'registry.region_boundary': RegistryRegionBoundary;
  'registry.retention_run': RegistryRetentionRun;
  'registry.search_entry': RegistrySearchEntry;
  'registry.search_word': RegistrySearchWord;
  'registry.source_value': RegistrySourceValue;
  'registry.welfare_assessment': RegistryWelfareAssessment;
  'registry.welfare_proposal': RegistryWelfareProposal;
  'reporting.snapshot': ReportingSnapshot;
  'savings.account': SavingsAccount;
  'savings.movement': SavingsMovement;
  'savings.shu_division': SavingsShuDivision;
  'savings.shu_payment': SavingsShuPayment;
  'savings.shu_share': SavingsShuShare;
  'voice.case': VoiceCase;
  'voice.case_event': VoiceCaseEvent;
}
