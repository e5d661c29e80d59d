import type { BusinessDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { instant, send } from './demo-house.ts';
import type { DemoHouse } from './demo-house.ts';
import { answerTo } from './findings.ts';
import { loginAt } from './found-city.ts';
import type { FoundedCity } from './found-city.ts';
import type { DemoGroup } from './groups.ts';
import type { VisitBatch } from './visits.ts';

interface Visiting {
  readonly house: DemoHouse;
  readonly city: FoundedCity;
  readonly groups: readonly DemoGroup[];
  readonly today: BusinessDate;
}

/** Hands in the visits of the last months, day by day, and lets the departments answer what was found. */
export async function playVisits(year: Visiting, batches: readonly VisitBatch[]): Promise<void> {
  const inOrder = batches.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  for (const batch of inOrder) await visit(year, batch);
}

async function visit(year: Visiting, batch: VisitBatch): Promise<void> {
  const mentor =
    year.groups.find((group) => group.kecamatanCode === batch.kecamatan)?.mentor ?? 'pendamping';
  const answer = await send(year.house, {
    kind: 'mentoring.record-visits',
    actor: year.city.actor(mentor),
    at: instant(batch.on, '16:30'),
    body: { visits: batch.visits },
  });
  const cases = (answer as { cases: readonly { id: string }[] }).cases;
  const findings = batch.visits.flatMap((one) => one.findings ?? []);
  const answeredOn = addDays(batch.on, 9);
  if (answeredOn >= year.today) return;
  for (const [index, { id }] of cases.entries()) {
    const finding = findings[index];
    if (!finding) continue;
    const login = loginAt(year.city, finding.departmentId);
    await send(year.house, {
      kind: 'voice.answer-case',
      actor: year.city.actor(login),
      at: instant(answeredOn, '15:00'),
      body: { caseId: id, answer: answerTo(finding.text), close: true },
    });
  }
}
