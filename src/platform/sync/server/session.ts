import { contentShape } from '../protocol.ts';
import type { Content, PushCommand } from '../protocol.ts';
import type { KnownCommand, Opened, ReceivePorts } from './receive-ports.ts';

/** What one push has learnt so far. */
export interface Session {
  readonly ports: ReceivePorts;
  readonly deviceId: string;
  readonly byId: Map<string, KnownCommand>;
  readonly byNumber: Map<string, KnownCommand>;
  /** Subject → the command that did not go through. */
  readonly barred: Map<string, string>;
  readonly opened: Map<PushCommand, OpenedCommand>;
}

/** What came out of an envelope. */
export interface OpenedCommand {
  readonly problem: Extract<Opened, { problem: string }>['problem'] | null;
  readonly text: string | null;
  /** Null when it is no content, or says something else of itself than its envelope says. */
  readonly content: Content | null;
  /** Of the content, or of what was sealed where it is none. */
  readonly digest: string;
}

/** Opens a command of this push, once however often it is asked. */
export async function openCommand(
  { ports, deviceId, opened }: Session,
  command: PushCommand,
): Promise<OpenedCommand> {
  const before = opened.get(command);
  if (before) return before;
  const out = await ports.open(command.sealed, command.keyId);
  const text = 'text' in out ? out.text : null;
  const origin = command.from ?? deviceId;
  const content = text === null ? null : readContent(text, { command, origin });
  const read = {
    problem: 'problem' in out ? out.problem : null,
    text,
    content,
    digest: ports.digest(content && text !== null ? text : command.sealed),
  };
  opened.set(command, read);
  return read;
}

export function learn({ byId, byNumber }: Session, row: KnownCommand): void {
  byId.set(row.id, row);
  byNumber.set(numberOf(row), row);
}

export function numberOf({ deviceId, seq }: { deviceId: string; seq: number }): string {
  return `${deviceId} ${String(seq)}`;
}

export function isThere(status: KnownCommand['status'] | undefined): boolean {
  return status === 'applied' || status === 'needs-review' || status === 'replaced';
}

/** Null when it is no content, or says something else of itself than its envelope says. */
function readContent(
  text: string,
  { command, origin }: { command: PushCommand; origin: string },
): Content | null {
  try {
    const content = contentShape.parse(JSON.parse(text));
    const same =
      content.id === command.id && content.seq === command.seq && content.deviceId === origin;
    return same ? content : null;
  } catch {
    return null;
  }
}
