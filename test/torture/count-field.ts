import type { Json } from '#platform/command/command.ts';
import type { OutboxCommand } from '#platform/sync/ports.ts';
import type { FieldPhone } from '../field/field-phone.ts';
import type { KillableServer } from './killable-server.ts';

/** What phones were promised against what the city holds. */
export interface FieldCounted {
  readonly commands: number;
  readonly lost: number;
  readonly doubled: number;
  /** Numbers of phones that never arrived. */
  readonly missing: number;
  readonly kinds: string;
}

/**
 * Counts each command's effect: a visit is one row and one service, a sheet a repayment a member. Delivered, or still on
 * the phone after the signal was good, and not there is lost; there twice, or there though refused, is doubled.
 */
export async function countField(
  server: KillableServer,
  phones: readonly FieldPhone[],
): Promise<FieldCounted> {
  const [visits, services, sheets] = await Promise.all([
    counts(server, 'select id::text as key, 1 as n from mentoring.visit'),
    counts(
      server,
      `select source_id::text as key, count(*)::int as n from programmes.service where source_kind = 'visit' group by 1`,
    ),
    counts(
      server,
      `select r.source_id::text as key, count(*)::float / (select count(*) from registry.membership) as n
       from lending.repayment r where r.source = 'meeting' group by 1`,
    ),
  ]);
  let [lost, doubled, missing] = [0, 0, 0];
  const kinds = new Map<string, number>();
  for (const phone of phones) {
    for (const command of phone.disk.commands.values()) {
      const owed = command.state === 'delivered' ? 1 : 0;
      const name = `${command.kind.replace(/^[a-z]+\./, '')} ${command.state}`;
      kinds.set(name, (kinds.get(name) ?? 0) + 1);
      if (command.state !== 'delivered' && command.state !== 'refused') lost += 1;
      const subject = subjectOf(command);
      const found =
        command.kind === 'mentoring.close-meeting'
          ? (sheets.get(subject) ?? 0)
          : Math.max(visits.get(subject) ?? 0, services.get(subject) ?? 0);
      if (found < owed) lost += 1;
      if (found > owed) doubled += 1;
    }
    const known = await counts(
      server,
      `select device_id::text as key, count(distinct seq)::int as n from access.device_command where device_id = '${phone.deviceId}' group by 1`,
    );
    missing += phone.disk.meta.lastSeq - (known.get(phone.deviceId) ?? 0);
  }
  return {
    commands: phones.reduce((sum, phone) => sum + phone.disk.commands.size, 0),
    lost,
    doubled,
    missing,
    kinds: [...kinds].map(([name, n]) => `${n} ${name}`).join(', '),
  };
}

/** The visit, or the meeting, that a command is about. */
function subjectOf({ locked }: OutboxCommand): string {
  const body = JSON.parse(new TextDecoder().decode(locked ?? new Uint8Array())) as {
    visits?: { visitId: string }[];
    visitId?: string;
    meetingId?: string;
  };
  return body.visits?.[0]?.visitId ?? body.visitId ?? body.meetingId ?? '';
}

async function counts(server: KillableServer, sql: string): Promise<Map<string, number>> {
  const answered = await server.ask({ kind: 'query', sql, values: [] });
  if (!answered.ok) throw new Error(answered.code);
  const rows = answered.value as readonly { readonly key: string; readonly n: Json }[];
  return new Map(rows.map(({ key, n }) => [key, Number(n)]));
}
