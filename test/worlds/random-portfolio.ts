import fc from 'fast-check';
import { addDays } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { newId } from '#kernel/id.ts';
import type { CumulativeSchedule, Paid } from '#domains/lending/loan-standing.ts';
import type { ProductTerms } from '#domains/lending/terms.ts';
import type { Pool } from 'pg';
import { testCity } from '../database.ts';

/** A payment of a made-up loan: principal and interest that were recorded on a day. */
export interface MadePayment {
  readonly on: BusinessDate;
  readonly principal: bigint;
  readonly interest: bigint;
}

/** A loan with any schedule and any payments, as no product would make it. */
export interface MadeLoan {
  readonly id: string;
  readonly disbursedOn: BusinessDate;
  readonly unit: 'day' | 'week' | 'month';
  readonly schedule: CumulativeSchedule;
  readonly payments: readonly MadePayment[];
}

export interface MadeBook {
  readonly institutionId: string;
  readonly bookId: string;
  readonly kind: string;
}

/** What had been paid at the end of a day. */
export function paidUntil(loan: MadeLoan, day: BusinessDate): Paid {
  const until = loan.payments.filter((payment) => payment.on <= day);
  return {
    principal: until.reduce((sum, payment) => sum + payment.principal, 0n),
    interest: until.reduce((sum, payment) => sum + payment.interest, 0n),
  };
}

export function principalOf(loan: MadeLoan): bigint {
  return loan.schedule.principalDue.at(-1) ?? 0n;
}

/** A lender whose books are kept here, straight into the tables: here only its loans matter. */
export async function makeBook(owner: Pool, kind: string): Promise<MadeBook> {
  const institutionId = newId();
  const bookId = newId();
  const code = `uji-${institutionId.slice(-12)}`;
  await owner.query(
    `insert into partners.institution (city_id, id, kind, code, name, short_name, books, valid_from)
     values ($1, $2, $3, $4, $4, $4, 'kept-here', '2020-01-01')`,
    [testCity, institutionId, kind, code],
  );
  await owner.query(
    `insert into ledger.book (city_id, id, institution_id, code, name, opened_on) values ($1, $2, $3, $4, $4, '2020-01-01')`,
    [testCity, bookId, institutionId, code],
  );
  return { institutionId, bookId, kind };
}

/** Writes loans with all of their payments, each recorded at noon of its day in the city. */
export async function writeLoans(
  owner: Pool,
  book: MadeBook,
  given: { personId: string; loans: readonly MadeLoan[]; terms?: Partial<ProductTerms> },
): Promise<void> {
  const productId = newId();
  const { terms = {} } = given;
  await owner.query(
    `insert into lending.product (city_id, id, institution_id, code, name, terms, minimum_rupiah, maximum_rupiah, step_rupiah,
       compulsory_savings_percent, joint_liability, source_document, valid_from, offered_at, offered_by)
     values ($1, $2, $3, $4, 'Uji', $5, 1, 1000000000, 1, '0', false, 'uji', '2020-01-01', now(), $2)`,
    [testCity, productId, book.institutionId, `uji-${productId.slice(-12)}`, JSON.stringify(terms)],
  );
  for (const loan of given.loans) {
    const paid = paidUntil(loan, '9999-12-31');
    await owner.query(
      `insert into lending.loan (city_id, id, number, institution_id, product_id, person_id, principal_rupiah, terms,
         disbursed_on, state, schedule_version, paid_principal, paid_interest)
       values ($1, $2, $2::uuid::text, $3, $4, $5, $6, $7, $8, 'active', 1, $9, $10)`,
      [
        testCity,
        loan.id,
        book.institutionId,
        productId,
        given.personId,
        principalOf(loan),
        JSON.stringify({ product: { repayEvery: { count: 1, unit: loan.unit }, ...terms } }),
        loan.disbursedOn,
        paid.principal,
        paid.interest,
      ],
    );
    await owner.query(
      `insert into lending.schedule_version (city_id, loan_id, version, due_on, principal_due, interest_due, made_at, why)
       values ($1, $2, 1, $3, $4, $5, $6, 'uji')`,
      [
        testCity,
        loan.id,
        loan.schedule.dueOn,
        loan.schedule.principalDue,
        loan.schedule.interestDue,
        noon(loan.disbursedOn),
      ],
    );
    for (const payment of loan.payments)
      await writePayment(owner, book, { personId: given.personId, loanId: loan.id, payment });
  }
}

/** Writes one payment, recorded at noon of its day in the city. */
export async function writePayment(
  owner: Pool,
  book: MadeBook,
  given: { personId: string; loanId: string; payment: MadePayment },
): Promise<void> {
  const { personId, loanId, payment } = given;
  const journalId = newId();
  await owner.query(
    `insert into ledger.journal (city_id, id, book_id, business_date, value_date, kind, says, command_id)
     values ($1, $2, $3, $4, $4, 'uji', 'uji', $2)`,
    [testCity, journalId, book.bookId, payment.on],
  );
  await owner.query(
    `insert into lending.repayment (city_id, id, loan_id, on_day, payer_id, source, principal, interest, journal_id, recorded_at)
     values ($1, $2, $3, $4, $5, 'office', $6, $7, $8, $9)`,
    [
      testCity,
      newId(),
      loanId,
      payment.on,
      personId,
      payment.principal,
      payment.interest,
      journalId,
      noon(payment.on),
    ],
  );
}

const step = fc.record({
  days: fc.integer({ min: 1, max: 12 }),
  principal: fc.bigInt({ min: 0n, max: 90_000n }),
  interest: fc.bigInt({ min: 0n, max: 9_000n }),
});

/** Any loan with any payments, handed out around a day. */
export const madeLoan = (around: BusinessDate) =>
  fc
    .record({
      start: fc.integer({ min: -90, max: 30 }),
      unit: fc.constantFrom('day', 'week', 'month'),
      steps: fc.array(step, { minLength: 1, maxLength: 8 }),
      payments: fc.array(
        fc.record({
          after: fc.integer({ min: 0, max: 120 }),
          share: fc.integer({ min: 1, max: 60 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ start, unit, steps, payments }): MadeLoan => {
      const disbursedOn = addDays(around, start);
      const lent = steps.reduce((sum, one) => sum + one.principal, 0n);
      const schedule = scheduleOf(
        disbursedOn,
        lent > 0n ? steps : [{ ...steps[0]!, principal: 1000n }],
      );
      const left = {
        principal: schedule.principalDue.at(-1)!,
        interest: schedule.interestDue.at(-1)!,
      };
      const made = [...payments]
        .sort((a, b) => a.after - b.after)
        .flatMap(({ after, share }) => {
          const part = (all: bigint) => (all * BigInt(share) + 49n) / 50n;
          const principal = minimum(part(left.principal), left.principal);
          const interest = minimum(part(left.interest), left.interest);
          left.principal -= principal;
          left.interest -= interest;
          return principal + interest > 0n
            ? [{ on: addDays(disbursedOn, after), principal, interest }]
            : [];
        });
      return { id: newId(), disbursedOn, unit, schedule, payments: made };
    });

function minimum(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Noon in Jambi, seven hours before UTC. */
export function noon(day: BusinessDate): Date {
  return new Date(`${day}T05:00:00Z`);
}

/** A schedule from steps of days, principal and interest. */
export function scheduleOf(
  disbursedOn: BusinessDate,
  steps: readonly { days: number; principal: bigint; interest: bigint }[],
): CumulativeSchedule {
  const dueOn: BusinessDate[] = [];
  const principalDue: bigint[] = [];
  const interestDue: bigint[] = [];
  let [day, principal, interest] = [disbursedOn, 0n, 0n];
  for (const step of steps) {
    day = addDays(day, step.days);
    principal += step.principal;
    interest += step.interest;
    dueOn.push(day);
    principalDue.push(principal);
    interestDue.push(interest);
  }
  return { dueOn, principalDue, interestDue };
}
