import { redirect } from '@sveltejs/kit';
import { maySee } from '#domains/access/who-may.ts';
import { reportDueOn } from '#domains/mentoring/monthly-report.ts';
import { listMonthlyReports, readMonthlyReport } from '#domains/mentoring/server/index.ts';
import { actorWhoSees } from '../../../../see.ts';
import type { PageServerLoad } from './$types';

/** All mentors' months for the coordinator; a mentor is led to her own. */
export const load: PageServerLoad = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, today, zone } = event.locals;
  const asked = event.url.searchParams.get('bulan') ?? '';
  const month = `${/^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7)}-01`;
  if (!maySee(actor, 'see.visit-plans-of-others'))
    redirect(303, `/pendampingan/laporan/${month.slice(0, 7)}/${actor.userId}`);
  const found = await app.read(city, async (db) => ({
    rows: await listMonthlyReports(db, { month, zone }),
    state: (await readMonthlyReport(db, { mentorId: null, month })).state,
  }));
  return { ...found, month, dueOn: reportDueOn(month), today };
};
