import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { makeSchedule } from '#domains/lending/repayment-schedule.ts';
import { scheduleRows } from '#domains/lending/schedule-row.ts';
import type { ScheduleRow } from '#domains/lending/schedule-row.ts';
import { incomingKinds } from '#domains/partners/file/file-layout.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { larger } from '#kernel/money.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { DemoIds } from './ids.ts';
import { demoCity } from './jambi.ts';
import { bankCsv, bprWorkbook, rowsOfFile } from './partner-files.ts';
import type { DemoFile, DemoFileLine } from './partner-files.ts';
import { bankLending, bprLending, demoTemplate } from './partner-templates.ts';
import type { DemoLending } from './partner-templates.ts';
import { playSubsidy } from './partner-subsidy.ts';

export interface PartnerYear {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
  readonly ids: DemoIds;
}

type Lender = 'bank' | 'bpr';

/** What one lender lends to how many; the rest of the group it refuses or leaves waiting. */
interface Plan {
  readonly lender: Lender;
  readonly lending: DemoLending;
  readonly named: number;
  readonly lent: number;
  readonly principal: bigint;
  readonly digits: number;
}

const plans: readonly Plan[] = [
  {
    lender: 'bank',
    lending: bankLending,
    named: 24,
    lent: 16,
    principal: 1_000_000_000n,
    digits: 2,
  },
  { lender: 'bpr', lending: bprLending, named: 16, lent: 12, principal: 5_000_000n, digits: 0 },
];

/** Candidates went out this many days ago; decisions, loans and half a year of repayments followed. */
const startedDaysAgo = 205;

/**
 * Half a year of two lenders that keep their own books: candidates out, decisions in, and each lender's own kind of
 * file (a CSV with cents, a workbook with merged headings) read and applied as an officer would, with the small
 * differences such files have.
 */
export async function playPartnerLending(year: PartnerYear): Promise<void> {
  const savers = year.groups.filter((group) => group.lentWeeksAgo === null);
  for (const [at, plan] of plans.entries()) {
    const group = savers[at] ?? year.groups[at];
    if (group) await playLender(year, plan, group);
  }
  await playSubsidy(year);
}

async function playLender(year: PartnerYear, plan: Plan, group: DemoGroup): Promise<void> {
  const { house, city, today, ids } = year;
  const institutionId = city.institutions[plan.lender];
  const start = addDays(today, -startedDaysAgo);
  const officer = city.actor(plan.lender);
  for (const kind of ['candidates', ...incomingKinds] as const) {
    const body = { institutionId, kind, layout: demoTemplate(plan.lender, kind) };
    await send(house, {
      kind: 'partners.save-template',
      actor: officer,
      at: instant(start, '08:00'),
      body,
    });
  }
  const personIds = group.members.slice(0, plan.named).map((member) => member.id);
  const petugas = city.actor('petugas');
  const consent = { institutionId, personIds, channel: 'written' };
  await send(house, {
    kind: 'lending.record-sharing-consent',
    actor: petugas,
    at: instant(start, '09:00'),
    body: consent,
  });
  const fileId = ids.next();
  await send(house, {
    kind: 'lending.make-candidate-file',
    actor: petugas,
    at: instant(start, '09:30'),
    body: { fileId, institutionId, groupIds: [group.id], source: 'members' },
  });
  const { rows } = await house.read(demoCity.code, (db) =>
    sql<{ reference: string }>`
      select reference from lending.partner_candidate where city_id = ${db.city} and file_id = ${fileId} order by reference`.execute(
      db,
    ),
  );
  const references = rows.map((row) => row.reference);
  const loans = references
    .slice(0, plan.lent)
    .map((reference, at) => loanOf(plan, { reference, at, start }));
  const decidedOn = addDays(start, 8);
  await bring(year, decidedOn, {
    ...plan,
    kind: 'decisions',
    lines: decisions(plan, { references, loans, decidedOn }),
  });
  const scheduledOn = addDays(start, 16);
  await bring(year, scheduledOn, {
    ...plan,
    kind: 'schedules',
    lines: loans.flatMap(scheduleLines),
  });
  const lastDay = addDays(today, -2);
  const repayments = loans.flatMap((loan) => repaymentLines(loan, lastDay));
  await bring(year, lastDay, { ...plan, kind: 'repayments', lines: repayments });
  await bring(year, lastDay, {
    ...plan,
    kind: 'grades',
    lines: loans.map((loan) => gradeLine(loan, repayments, lastDay)),
  });
}

interface DemoPartnerLoan {
  readonly at: number;
  readonly reference: string;
  readonly number: string;
  readonly principal: bigint;
  readonly disbursedOn: BusinessDate;
  /** As the lender's own system has it. */
  readonly rows: readonly ScheduleRow[];
}

/** Loans are paid out over a week; the lender's system moves some days off Sundays and cuts some interest off. */
function loanOf(
  { lender, lending, principal }: Plan,
  given: { reference: string; at: number; start: BusinessDate },
): DemoPartnerLoan {
  const { reference, at, start } = given;
  const disbursedOn = addDays(start, 9 + (at % 5));
  const product = {
    ...lending.terms,
    annualRatePercent: lending.rate,
    installments: lending.installments,
  };
  const amount = at % 3 === 2 ? principal / 2n : principal;
  const rows = scheduleRows(makeSchedule({ product, principal: amount, disbursedOn }));
  const number =
    lender === 'bank'
      ? `0157${String(1_000_201 + at * 7)}`
      : `PK-${String(at + 41).padStart(4, '0')}/KMK`;
  return {
    at,
    reference,
    number,
    principal: amount,
    disbursedOn,
    rows: rows.map((row) => ownWay(at, row)),
  };
}

/** Every fourth loan of a lender has one of the habits that reconciliation is for. */
function ownWay(at: number, row: ScheduleRow): ScheduleRow {
  if (at % 8 === 3 && row.number === 4) return { ...row, dueOn: addDays(row.dueOn, 1) };
  if (at % 8 === 7 && row.number === 2) return { ...row, interest: row.interest + 1n };
  return row;
}

function decisions(
  plan: Plan,
  made: {
    references: readonly string[];
    loans: readonly DemoPartnerLoan[];
    decidedOn: BusinessDate;
  },
): DemoFileLine[] {
  const approved = made.loans.map((loan) => ({
    reference: loan.reference,
    decision: 'DISETUJUI',
    decidedOn: made.decidedOn,
    loanNumber: loan.number,
    disbursedOn: loan.disbursedOn,
    principal: loan.principal,
    rate: plan.lending.rate,
    installments: plan.lending.installments,
  }));
  const refused = made.references.slice(plan.lent, plan.lent + 3).map((reference, at) => ({
    reference,
    decision: 'DITOLAK',
    reason: ['01', '02', '03'][at] ?? '99',
    decidedOn: made.decidedOn,
  }));
  return [...approved, ...refused];
}

/** One line of one loan is missing from the file, as happens. */
function scheduleLines(loan: DemoPartnerLoan): DemoFileLine[] {
  return loan.rows
    .filter((row) => !(loan.at === 5 && row.number === 7))
    .map(({ number, dueOn, principal, interest }) => ({
      loanNumber: loan.number,
      number,
      dueOn,
      principal,
      interest,
      total: principal + interest,
    }));
}

/** Most pay on the day or shortly after; one stopped paying, one paid everything off in the fourth month. */
function repaymentLines(loan: DemoPartnerLoan, until: BusinessDate): DemoFileLine[] {
  const payoff = loan.at === 1 ? 4 : Infinity;
  const due = loan.rows.filter(
    (row) => row.dueOn <= until && row.number <= payoff && !(loan.at === 10 && row.number > 3),
  );
  const lines = due.map((row, index) => {
    const off = row.number === payoff ? (loan.rows[index]?.principalAfter ?? 0n) : 0n;
    const paidOn = addDays(row.dueOn, (loan.at + row.number) % 4);
    return {
      loanNumber: loan.number,
      reference: `${loan.number.slice(-4)}-${String(row.number).padStart(2, '0')}`,
      paidOn: paidOn > until ? until : paidOn,
      principal: row.principal + off,
      interest: row.interest,
      penalty: 0n,
    };
  });
  // One slip took all for principal.
  return lines.map((line, index) =>
    loan.at === 6 && index === 2
      ? { ...line, principal: line.principal + line.interest, interest: 0n }
      : line,
  );
}

function gradeLine(
  loan: DemoPartnerLoan,
  repayments: readonly DemoFileLine[],
  on: BusinessDate,
): DemoFileLine {
  const own = repayments.filter((line) => line.loanNumber === loan.number);
  const paid = own.reduce((total, line) => total + BigInt(line.principal ?? 0), 0n);
  const outstanding = larger(0n, loan.principal - paid);
  const next = loan.rows[own.length];
  const days =
    next && outstanding > 0n && next.dueOn < on
      ? Math.round((Date.parse(on) - Date.parse(next.dueOn)) / 86_400_000)
      : 0;
  const grade = days === 0 ? 1 : days <= 90 ? 2 : 3;
  return { loanNumber: loan.number, grade, outstanding, daysLate: days };
}

/** Reads and applies a file as the lender's officer does. */
async function bring(
  { house, city, ids }: PartnerYear,
  on: BusinessDate,
  file: Plan & Pick<DemoFile, 'kind' | 'lines'>,
): Promise<void> {
  const { lender, kind, lines } = file;
  const made: DemoFile = { lender, kind, lines, asOf: on };
  const bytes = lender === 'bank' ? bankCsv(made) : await bprWorkbook(made);
  const actor = city.actor(lender);
  const fileId = ids.next();
  await send(house, {
    kind: 'lending.read-partner-file',
    actor,
    at: instant(addDays(on, 1), '10:00'),
    body: {
      fileId,
      institutionId: city.institutions[lender],
      kind,
      fileName: `${kind}-${on}.${lender === 'bank' ? 'csv' : 'xlsx'}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      rows: await rowsOfFile(bytes),
    },
  });
  await send(house, {
    kind: 'lending.apply-partner-file',
    actor,
    at: instant(addDays(on, 1), '10:05'),
    body: { fileId },
  });
}
