import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { PairWhy } from '../../field/decide-registration.ts';
import type { RegisterInField } from '../../field/registration-input.ts';

export interface NewEncounter {
  readonly body: RegisterInField;
  readonly metOn: string;
  readonly outcome: 'new' | 'same' | 'review';
  readonly knownId: string | null;
}

export async function insertEncounter(
  tx: Tx,
  { body, metOn, outcome, knownId }: NewEncounter,
  { actor, now }: CommandContext,
): Promise<void> {
  const { person, business, consent } = body;
  await sql`
    insert into registry.encounter (city_id, id, person_id, business_id, known_id, outcome, met_on, recorded_at, by_user, by_name,
      no_nik_why, photo_sha256, notice_version, channel, witness, mark)
    values (${tx.city}, ${body.encounterId}, ${person.id}, ${business?.id ?? null}, ${knownId}, ${outcome}, ${metOn},
      ${now}::timestamptz, ${actor.userId}::uuid, ${actor.name}, ${person.nik === null ? person.noNikWhy : null},
      ${body.photoSha256}, ${consent.noticeVersion}, ${consent.channel}, ${consent.witness},
      ${consent.channel === 'spoken' ? null : consent.mark})`.execute(tx);
}

/** Whether this registration, or its person or business, is here under another command. */
export async function isKnownRegistration(tx: Tx, body: RegisterInField): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from registry.encounter where city_id = ${tx.city} and id = ${body.encounterId})
      or exists (select from registry.person where city_id = ${tx.city} and id = ${body.person.id})
      or exists (select from registry.business where city_id = ${tx.city} and id = ${body.business?.id ?? null}::uuid) as found`.execute(
    tx,
  );
  return rows[0]?.found ?? false;
}

/** Two phones that bring the same NIK at once are one after the other. */
export async function takeNikTurn(tx: Tx, index: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`registry.nik ${tx.city} ${index.toString('hex')}`}, 0))`.execute(
    tx,
  );
}

export async function insertPairs(
  tx: Tx,
  personId: string,
  { near, now }: { near: readonly { otherId: string; why: PairWhy }[]; now: Date },
): Promise<void> {
  if (near.length === 0) return;
  const rows = near.map((one) => ({ id: newId(), other_id: one.otherId, why: one.why }));
  await sql`
    insert into registry.candidate_pair (city_id, id, person_id, other_id, why, found_at)
    select ${tx.city}, r.id, ${personId}::uuid, r.other_id, r.why, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, other_id uuid, why text)
    on conflict (city_id, person_id, other_id) do nothing`.execute(tx);
}

/** What a business was on a day, as its owner said. Sales are of one month in whole rupiah, or a band. */
export interface NewSnapshot {
  readonly businessId: string;
  readonly on: string;
  readonly turnoverMonthRupiah: bigint | null;
  readonly turnoverBand: string | null;
  readonly workers: number | null;
  readonly source: { readonly kind: 'encounter' | 'visit'; readonly id: string };
  readonly byName: string;
}

/** Writes snapshots; one in which nothing was said is left out. */
export async function recordSnapshots(tx: Tx, snapshots: readonly NewSnapshot[]): Promise<void> {
  const rows = snapshots
    .filter(
      (one) =>
        one.turnoverMonthRupiah !== null || one.turnoverBand !== null || one.workers !== null,
    )
    .map(({ source, turnoverMonthRupiah, ...one }) => ({
      id: newId(),
      ...one,
      turnover: turnoverMonthRupiah?.toString() ?? null,
      sourceKind: source.kind,
      sourceId: source.id,
    }));
  if (rows.length === 0) return;
  await sql`
    insert into registry.business_snapshot (city_id, id, business_id, on_day, turnover_month_rupiah, turnover_band, workers,
      source_kind, source_id, by_name)
    select ${tx.city}, r.id, r."businessId", r."on", r.turnover, r."turnoverBand", r.workers, r."sourceKind", r."sourceId", r."byName"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "businessId" uuid, "on" date, turnover bigint,
      "turnoverBand" text, workers int, "sourceKind" text, "sourceId" uuid, "byName" text)`.execute(
    tx,
  );
}

/** Writes down of which household she showed to be; a family that is here by number and month is not made twice. */
export async function recordHousehold(
  tx: Tx,
  personId: string,
  given: {
    sealed: Buffer;
    blindIndex: Buffer;
    lastFour: string;
    period: string;
    context: CommandContext;
  },
): Promise<void> {
  const { actor, now } = given.context;
  await sql`
    with made as (
      insert into registry.household (city_id, id, sealed, blind_index, last_four, period, recorded_at, recorded_by)
      values (${tx.city}, ${newId()}, ${given.sealed}, ${given.blindIndex}, ${given.lastFour}, ${given.period},
        ${now}::timestamptz, ${actor.userId}::uuid)
      on conflict (city_id, blind_index, period) do nothing returning id
    ), household as (
      select id from made
      union all select id from registry.household where city_id = ${tx.city} and blind_index = ${given.blindIndex}
        and period = ${given.period}
    )
    insert into registry.household_member (city_id, household_id, person_id, recorded_at, recorded_by)
    select ${tx.city}, id, ${personId}::uuid, ${now}::timestamptz, ${actor.userId}::uuid from household limit 1
    on conflict do nothing`.execute(tx);
}

/** Somebody written down on the spot is no longer provisional. @returns whether she was */
export async function confirmPerson(tx: Tx, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update registry.person set state = 'registered'
    where city_id = ${tx.city} and id = ${personId} and state = 'provisional'`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}
