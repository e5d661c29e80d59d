import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { findVisitPlan, mayChangePlanOf, planBasis } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { downloadFormat, downloadSheet } from '../../../../../download.ts';
import { actorWhoSees } from '../../../../../see.ts';
import { visitWords } from '../../kunjungan/words.ts';
import { planWords as w } from '../words.ts';
import type { RequestHandler } from './$types';

/** What a week's plan was drawn from, in the order of the draw, so that anybody can draw it again. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.visits');
  const { app, city, lang } = event.locals;
  const week = event.url.searchParams.get('pekan') ?? '';
  const mentorId = event.url.searchParams.get('pendamping') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(week) || !isId(mentorId)) error(404);
  if (!mayChangePlanOf(actor, mentorId)) error(403);
  const { plan, basis } = await app.read(city, async (db) => ({
    plan: await findVisitPlan(db, { mentorId, week }),
    basis: await planBasis(db, { mentorId, week }),
  }));
  if (!plan) error(404);
  const weigh = (id: string) => createHash('sha256').update(`${plan.seed}:${id}`).digest('hex');
  return downloadSheet(downloadFormat(event.url), {
    name: `${lang === 'id' ? 'dasar-rencana' : 'plan-basis'}-${week}`,
    preface: [`${w.seed[lang]}: ${plan.seed}`, w.rule[lang]],
    columns: [
      { title: w.businessId[lang] },
      { title: visitWords.kecamatan[lang] },
      { title: visitWords.kelurahan[lang] },
      { title: w.lastVisit[lang], kind: 'date' },
      { title: w.times[lang], kind: 'number' },
      { title: w.rank[lang] },
      { title: w.chosen[lang] },
    ],
    rows: basis.map((one) => [
      one.businessId,
      one.kecamatan,
      one.kelurahan,
      one.lastOn,
      one.times,
      weigh(one.businessId),
      one.chosen ? w.yes[lang] : '',
    ]),
  });
};
