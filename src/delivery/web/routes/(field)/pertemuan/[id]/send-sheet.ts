import type { SendResult } from '#delivery/ui/meeting/send-result.ts';
import { meetingWords } from '#delivery/ui/meeting/words.ts';
import type { Words } from '#kernel/words.ts';

const waitMs = 30_000;
/** The server has the meeting already: by an earlier try, another tab, or somebody else. */
const hasItAlready = ['mentoring.meeting-closed', 'command.id-reused'];

/** Sends a sheet. Without an answer nobody knows whether it arrived, so the same command is sent again later. */
export async function sendSheet(
  meetingId: string,
  sheet: { commandId: string; body: object },
): Promise<SendResult & { already?: boolean }> {
  let response: Response;
  try {
    response = await fetch(`/pertemuan/${meetingId}/tutup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sheet),
      signal: AbortSignal.timeout(waitMs),
    });
  } catch {
    return { kind: 'lost' };
  }
  if (response.ok) return { kind: 'closed' };
  if (response.status === 401) return { kind: 'refused', words: meetingWords.signedOut };
  const problem = (await response.json().catch(() => null)) as {
    code?: string;
    words?: Words;
  } | null;
  if (problem?.code && hasItAlready.includes(problem.code))
    return { kind: 'closed', already: true };
  if (problem?.words) return { kind: 'refused', words: problem.words };
  return { kind: 'lost' };
}

/** Stores a photo and answers its hash. @throws Error when it did not arrive */
export async function sendPhoto(meetingId: string, photo: Blob): Promise<string> {
  const response = await fetch(`/pertemuan/${meetingId}/foto`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: photo,
    signal: AbortSignal.timeout(60_000),
  });
  if (!response.ok) throw new Error(`photo refused with ${response.status}`);
  const { sha256 } = (await response.json()) as { sha256: string };
  return sha256;
}
