import { systemActor } from '#domains/access/server/index.ts';
import { newId } from '#kernel/id.ts';
import type { Actor, Json } from '#platform/command/command.ts';
import { Refusal } from '#platform/command/problem.ts';
import type { WorldHouse } from '../house.ts';
import { closingDeeds, deedsOf } from './deeds.ts';
import type { Deed } from './deeds.ts';
import type { Field } from './field.ts';
import { city } from './office.ts';
import type { Day } from './script.ts';

/** A deed and how it ended. */
export interface Told {
  readonly deed: Deed;
  readonly ended:
    | { readonly how: 'done'; readonly commandId: string; readonly answer: Record<string, Json> }
    | { readonly how: 'refused'; readonly code: string };
  /** What of the same key said twice was not the same. */
  readonly contradiction: string | null;
  /** How often the database was too busy and it was sent again. */
  readonly busy: number;
}

/** Lets all clients of a day work at once and answers what each was told. */
export async function playDay(
  house: WorldHouse,
  field: Field,
  { day, today, openFrom }: { day: Day; today: string; openFrom: string },
): Promise<Told[]> {
  const clients = deedsOf(field, day, today);
  if (day.closes)
    for (const lender of field.lenders)
      clients.push(
        closingDeeds(lender, openFrom, today).map((deed) => ({ ...deed, actor: systemActor })),
      );
  const told = await Promise.all(clients.map((deeds) => work(house, deeds)));
  return told.flat();
}

/** One client: one thing after the other. */
async function work(house: WorldHouse, deeds: readonly Deed[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const deed of deeds) told.push(await doDeed(house, deed));
  return told;
}

async function doDeed(house: WorldHouse, deed: Deed): Promise<Told> {
  const asked = await submit(house, deed);
  if (deed.second === null || asked.ended.how === 'refused') return { deed, ...asked };
  const { proposalId } = asked.ended.answer as { proposalId: string };
  const decided = await submit(house, {
    actor: deed.second,
    kind: 'access.decide-proposal',
    body: { proposalId, approve: true },
    times: deed.times,
  });
  const both = {
    deed,
    contradiction: asked.contradiction ?? decided.contradiction,
    busy: asked.busy + decided.busy,
  };
  if (decided.ended.how === 'refused') return { ...both, ended: decided.ended };
  const answer = decided.ended.answer.result as Record<string, Json>;
  return { ...both, ended: { ...decided.ended, answer } };
}

type Heard = { readonly busy: number } & (
  | { readonly how: 'done'; readonly answer: Record<string, Json>; readonly already: boolean }
  | { readonly how: 'refused'; readonly code: string }
);

/**
 * The same key so many times at once: it happens once or not at all. A key that was refused may be tried again, and so
 * one sender can hear a refusal and the next that it is done.
 */
async function submit(
  house: WorldHouse,
  command: { actor: Actor; kind: string; body: Record<string, Json>; times: number },
): Promise<Omit<Told, 'deed'>> {
  const id = newId();
  const heard = await Promise.all(
    Array.from({ length: command.times }, () => send(house, { id, ...command })),
  );
  const done = heard.filter((one) => one.how === 'done');
  const first = done.filter((one) => !one.already).length;
  const answers = new Set(done.map((one) => canonical(one.answer)));
  const contradiction =
    done.length > 0 && first !== 1
      ? `${first} of ${done.length} senders of one key were told they were first`
      : answers.size > 1
        ? `one key was answered in ${answers.size} ways: ${[...answers].join(' and ')}`
        : null;
  const busy = heard.reduce((sum, one) => sum + one.busy, 0);
  const [any] = done;
  if (any) return { ended: { ...any, how: 'done', commandId: id }, contradiction, busy };
  const [refused] = heard.filter((one) => one.how === 'refused');
  return { ended: { how: 'refused', code: refused?.code ?? '' }, contradiction, busy };
}

async function send(
  house: WorldHouse,
  command: { id: string; actor: Actor; kind: string; body: Record<string, Json> },
): Promise<Heard> {
  const { id, actor, kind, body } = command;
  for (let busy = 0; ; busy += 1) {
    try {
      const { answer, already } = await house.app.execute({
        id,
        kind,
        version: 1,
        actor,
        city,
        body,
      });
      return { how: 'done', answer: answer as Record<string, Json>, already, busy };
    } catch (error) {
      if (!(error instanceof Refusal))
        return { how: 'refused', code: `fault: ${String(error)}`, busy };
      // A database with its hands full says so, and is asked again.
      if (error.status !== 503) return { how: 'refused', code: error.code, busy };
    }
  }
}

/** An answer as it was given and as it was kept differ in the order of their fields alone. */
function canonical(answer: Json): string {
  return JSON.stringify(answer, (_key, value: Json) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
