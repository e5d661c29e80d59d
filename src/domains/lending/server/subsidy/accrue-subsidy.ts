import { sql } from 'kysely';
import type { BusinessDate } from '#kernel/date.ts';
import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { accrueSubsidyInput } from '../../subsidy/input.ts';
import { subsidyProblems } from '../../subsidy/problems.ts';

/**
 * Accrues the government's share of every instalment due up to a day that has not been accrued yet: one set-based
 * statement, so missed days are caught up and the same day again writes nothing. An instalment due after the loan was
 * paid off or its subsidy ended owes nothing.
 *
 * @returns how many instalments were accrued now
 */
export async function accrueSubsidy(tx: Tx, upTo: { day: BusinessDate }): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with accrued as (
      insert into lending.subsidy_accrual (city_id, loan_id, number, kind, agreement_id, on_day, amount)
      select r.city_id, r.loan_id, r.number, 'accrued', s.agreement_id, r.due_on, r.subsidy
      from lending.subsidy_row r
      join lending.subsidised_loan s on s.city_id = r.city_id and s.loan_id = r.loan_id
      join lending.partner_loan l on l.city_id = r.city_id and l.id = r.loan_id
      where r.city_id = ${tx.city} and r.due_on <= ${upTo.day}
        and (s.ended_on is null or r.due_on <= s.ended_on) and (l.closed_on is null or r.due_on <= l.closed_on)
        and not exists (select from lending.subsidy_accrual a where a.city_id = r.city_id and a.loan_id = r.loan_id
          and a.number = r.number and a.kind = 'accrued')
      on conflict do nothing returning 1)
    select count(*)::int as n from accrued`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The same by itself, for a city whose days are not closed by the clock. Refused for a day that has not come. */
export const accrueSubsidyCommand = defineCommand({
  kind: 'lending.accrue-subsidy',
  version: 1,
  input: accrueSubsidyInput,
  async handle(tx, body, context) {
    const { day } = body;
    if (day > context.today) throw subsidyProblems.dayNotCome({ day });
    const instalments = await accrueSubsidy(tx, { day });
    return {
      answer: { instalments },
      audit: {
        subject: { kind: 'subsidy-day', id: day },
        says: {
          id: `Menghitung subsidi sampai ${formatDate(day, 'id')}: ${instalments} angsuran`,
          en: `Accrued subsidy up to ${formatDate(day, 'en')}: ${instalments} instalments`,
        },
      },
    };
  },
});
