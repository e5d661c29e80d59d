import { findDeviceCommands } from '#domains/access/server/index.ts';
import type { DeviceCommand } from '#domains/access/server/index.ts';
import type { KnownCommand, ReceivePorts } from '#platform/sync/server/receive-ports.ts';
import type { App } from '../../../app.ts';
import type { AskingDevice } from './known-device.ts';

/** One push under way: whose, and in which house. */
export interface Door extends AskingDevice {
  readonly app: App;
  readonly city: string;
  readonly onFault: (error: unknown) => void;
}

/** What the city knows of commands and numbers. */
export function findKnown(
  { app, city }: Door,
  asked: Parameters<ReceivePorts['findKnown']>[0],
): Promise<KnownCommand[]> {
  return app.read(city, async (db) => (await findDeviceCommands(db, asked)).map(toKnown));
}

/** Whoever was first with this id, else with this number. */
export async function findFirst(
  door: Door,
  command: { id: string; deviceId: string; seq: number },
): Promise<KnownCommand | null> {
  const found = await findKnown(door, { ids: [command.id], numbers: [command] });
  return found.find((row) => row.id === command.id) ?? found[0] ?? null;
}

function toKnown(row: DeviceCommand): KnownCommand {
  const refusal =
    row.code !== null && row.problem?.words
      ? {
          code: row.code,
          words: row.problem.words,
          ...(row.problem.field !== undefined && { field: row.problem.field }),
        }
      : undefined;
  return {
    id: row.commandId,
    deviceId: row.deviceId,
    seq: row.seq,
    digest: row.digest,
    status: row.status,
    ...(row.status === 'applied' && { answer: row.answer }),
    ...(refusal && { refusal }),
  };
}
