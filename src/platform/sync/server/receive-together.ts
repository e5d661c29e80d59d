import type { PushAnswer, PushCommand } from '../protocol.ts';
import type { ReceivedCommand } from './receive-ports.ts';
import { isThere, learn, numberOf, openCommand } from './session.ts';
import type { Session } from './session.ts';

/** Answers of the first commands, and how many of those behind them are to be judged one by one; at least one of both. */
interface RunTogether {
  readonly answers: readonly PushAnswer[];
  readonly alone: number;
}

/**
 * Runs as many of the first commands as nothing speaks against, in one transaction. It decides nothing that judging them
 * one by one would decide otherwise: whatever came before, waits, repairs or does not go through is left to that.
 */
export async function runTogether(
  session: Session,
  commands: readonly PushCommand[],
): Promise<RunTogether> {
  const first = await leading(session, commands);
  if (first.length < 2) return { answers: [], alone: Math.max(1, first.length) };
  const { answers, alone } = await session.ports.applyTogether(first);
  return {
    answers: answers.map((answer, i) => applied(session, first[i], answer)),
    alone: answers.length < first.length ? Math.max(1, alone) : 0,
  };
}

function applied(
  session: Session,
  received: ReceivedCommand | undefined,
  answer: PushAnswer['answer'],
): PushAnswer {
  if (!received) throw new Error('more answers than commands');
  const { content, digest } = received;
  const { id, deviceId, seq } = content;
  learn(session, { id, deviceId, seq, digest, status: 'applied' });
  return { id, status: 'applied', ...(answer === undefined ? {} : { answer }) };
}

/** The first commands that will run if those before them do. */
async function leading(
  session: Session,
  commands: readonly PushCommand[],
): Promise<ReceivedCommand[]> {
  const { deviceId, byId, byNumber, barred } = session;
  const [ids, numbers] = [new Set<string>(), new Set<string>()];
  const first: ReceivedCommand[] = [];
  for (const command of commands) {
    const number = numberOf({ deviceId, seq: command.seq });
    if ((command.from ?? deviceId) !== deviceId) break;
    if (byId.has(command.id) || byNumber.has(number)) break;
    if (ids.has(command.id) || numbers.has(number)) break;
    const { content, digest } = await openCommand(session, command);
    if (!content || content.replaces?.length) break;
    if (content.subjects.some((subject) => barred.has(subject))) break;
    if (!command.deps.every((dep) => ids.has(dep) || isThere(byId.get(dep)?.status))) break;
    first.push({ content, digest, sentBy: deviceId });
    ids.add(command.id);
    numbers.add(number);
  }
  return first;
}
