import { syncHandler } from '#delivery/api/sync/handler.ts';
import { openHouse } from '#delivery/cli/house.ts';
import { serve } from '#delivery/web/server.ts';
import type { Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import { readSettings } from '#platform/config/settings.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { newId } from '#kernel/id.ts';
import type { WorldHouse } from '#test/house.ts';
import { foundMelati } from '#test/worlds/melati.ts';
import { domainJobs } from '../../src/domains.ts';
import { askNightlyCloses } from '../../src/nightly.ts';
import type { Answered, Asked, Question } from './messages.ts';

// The house as `naik serve` opens it, with its own database, its jobs and its nightly closes, spoken to by its parent
// instead of by browsers. It is made to be killed.

const house = await openHouse(readSettings(), {
  purpose: 'serve',
  onLost: () => process.exit(4),
});
const { app } = house;
const worker = await startWorker(app.pools.owner, app.jobHouse, {
  jobs: domainJobs(),
  hourly: () => askNightlyCloses(app),
  alone: true,
});

if (process.env.TORTURE_PHONES === 'on') {
  // As many calls as they like: here the door's order is looked at, not its patience.
  const rate = { burst: 1_000_000, perSecond: 1_000 };
  await serve(syncHandler(app, { calls: rate, photos: rate }), readSettings());
}

process.on('message', (question: Question) => {
  void answer(question.asked).then((answered) => process.send?.({ n: question.n, answered }));
});
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => process.exit(0));
process.send?.({ n: 0, answered: { ok: true, value: null } });

async function stop(): Promise<void> {
  await worker.stop();
  await house.close();
  process.exit(0);
}

async function answer(asked: Asked): Promise<Answered> {
  try {
    return await obey(asked);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, status: error.status };
    return { ok: false, code: error instanceof Error ? error.message : String(error), status: 500 };
  }
}

async function obey(asked: Asked): Promise<Answered> {
  if (asked.kind === 'execute') {
    const { answer: value, already } = await app.execute(asked.envelope);
    return { ok: true, value, already };
  }
  if (asked.kind === 'query') {
    const { rows } = await app.pools.owner.query(asked.sql, [...asked.values]);
    return { ok: true, value: plain(rows) };
  }
  const world: WorldHouse = {
    app,
    now: app.now(),
    does: async (actor, kind, body, id = newId()) =>
      (await app.execute({ id, kind, version: 1, actor, city: '15.71', body })).answer,
  };
  const { member: _, ...melati } = await foundMelati(world, {
    size: asked.members,
    weeks: asked.weeks,
  });
  return { ok: true, value: plain(melati) };
}

/** Rows as they travel between processes: bigints as digits. */
function plain(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'bigint' ? item.toString() : item,
    ),
  ) as Json;
}
