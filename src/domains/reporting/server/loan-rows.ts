import { sql } from 'kysely';
import { addDays, mondayOf } from '#kernel/date.ts';
import type { BusinessDate } from '#kernel/date.ts';
import { date, number, personal, rupiah, text } from '../row-column.ts';
import { onTimeDays } from './cut.ts';
import { loansAt } from './portfolio-figures.ts';
import { ifNamed } from './rows-source.ts';
import type { RowsSource } from './rows-source.ts';

const loan = [
  text('loan', 'Pinjaman', 'Loan'),
  personal('name', 'Nama', 'Name'),
  text('group', 'Kelompok', 'Group'),
] as const;

/** Instalments that fell due after a day, those with the largest miss first. */
function markRows(after: (today: BusinessDate) => BusinessDate): RowsSource {
  return {
    columns: [
      date('due_on', 'Jatuh tempo', 'Due'),
      ...loan,
      rupiah('due', 'Angsuran', 'Instalment'),
      rupiah('herself', 'Disetor sendiri', 'Paid herself'),
      rupiah('covered', 'Ditanggung teman', 'Covered by peers'),
    ],
    order: 'due - least(herself, due) desc, due_on desc',
    select: (db, { names, cut }) => sql`
      select m.due_on, l.number as loan, ${ifNamed(names, 'p.kelurahan_code', 'p.name')} as name, lg.name as "group", m.due_rupiah as due,
        m.paid_by_herself as herself, m.covered, coalesce(g.kecamatan_code, p.kecamatan_code) as kecamatan_code, l.id::text || m.due_on as tie
      from lending.instalment_mark m
      join lending.loan l on l.city_id = m.city_id and l.id = m.loan_id
      join registry.person p on p.city_id = l.city_id and p.id = l.person_id
      left join lending.lending_group lg on lg.city_id = l.city_id and lg.id = l.lending_group_id
      left join registry.business_group g on g.city_id = l.city_id and g.id = lg.business_group_id
      where m.city_id = ${db.city} and m.due_on > ${after(cut.today)}::date and m.due_on <= ${cut.today}::date`,
  };
}

export const onTimeRows = markRows((today) => addDays(today, -onTimeDays));
export const weekRows = markRows((today) => addDays(mondayOf(today), -1));

/** Loans with an instalment more than some days late, the longest first. */
export function riskRows(days: number): RowsSource {
  return {
    columns: [
      ...loan,
      rupiah('outstanding', 'Sisa pokok', 'Outstanding principal'),
      date('late_since', 'Terlambat sejak', 'Late since'),
      number('days_late', 'Hari terlambat', 'Days late'),
    ],
    order: 'days_late desc, outstanding desc',
    select: (db, { names, cut }) => sql`
      select s.number as loan, ${ifNamed(names, 'p.kelurahan_code', 'p.name')} as name, lg.name as "group", s.outstanding, s.late_since,
        s.days_late, coalesce(g.kecamatan_code, p.kecamatan_code) as kecamatan_code, s.loan_id as tie
      from ${loansAt(db, cut)} s
      join registry.person p on p.city_id = ${db.city} and p.id = s.person_id
      left join lending.lending_group lg on lg.city_id = ${db.city} and lg.id = s.lending_group_id
      left join registry.business_group g on g.city_id = ${db.city} and g.id = lg.business_group_id
      where s.days_late > ${days}`,
  };
}
