import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { formatDate } from '#kernel/date.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import { indicatorNames } from '../indicator.ts';
import { freezeSnapshotInput } from '../input.ts';
import { reportingProblems } from '../problems.ts';
import { leadershipFigures, measureOf } from './leadership-figures.ts';

/**
 * Freezes every indicator as it stands now, so that what was said can be found again. Once a day.
 *
 * Refused when the day's figures are frozen already.
 */
export const freezeSnapshot = defineCommand({
  kind: 'reporting.freeze-snapshot',
  version: 1,
  input: freezeSnapshotInput,
  async handle(tx, _body, context) {
    const figures = await leadershipFigures(tx, { today: context.today });
    const rows = indicatorNames.map((indicator) => {
      const { numerator, denominator } = measureOf(figures, indicator);
      return {
        id: newId(),
        indicator,
        numerator: numerator.toString(),
        denominator: denominator?.toString() ?? null,
      };
    });
    const { rows: frozen } = await sql`
      insert into reporting.snapshot (city_id, id, indicator, cut_off, as_of, numerator, denominator, frozen_by)
      select ${tx.city}, r.id, r.indicator, ${context.now}::timestamptz, ${context.today}::date, r.numerator, r.denominator,
        ${context.actor.userId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, indicator text, numerator numeric, denominator numeric)
      on conflict do nothing returning id`.execute(tx);
    if (frozen.length < rows.length) throw reportingProblems.alreadyFrozen({ on: context.today });
    return {
      answer: { asOf: context.today, indicators: rows.length },
      audit: {
        subject: { kind: 'snapshot', id: context.today },
        says: {
          id: `Membekukan ${rows.length} angka pimpinan per ${formatDate(context.today, 'id')}`,
          en: `Froze ${rows.length} leadership figures as of ${formatDate(context.today, 'en')}`,
        },
        data: {
          figures: rows.map(({ indicator, numerator, denominator }) => ({
            indicator,
            numerator,
            denominator,
          })),
        },
      },
    };
  },
});
