import { closeMeetingInput } from '#domains/mentoring/input.ts';
import type { SheetReceipt } from '#domains/mentoring/input.ts';
import type { SheetMember } from '#domains/mentoring/sheet-member.ts';
import { takingsOf } from '#domains/mentoring/takings.ts';
import { newId } from '#kernel/id.ts';
import { writeDraft } from '#delivery/ui/meeting/draft.ts';
import type { DraftStore } from '#delivery/ui/meeting/draft-store.ts';
import type { FieldApp } from '../field-context.ts';

/**
 * The draft of a sheet in the phone's own store, under the PIN's key. Touches follow each other faster than a phone
 * writes: they are written one after the other, and the last one is what stays.
 *
 * @param repairs what the draft begins with when a refused sheet is put right
 */
export function fieldDrafts(
  field: Pick<FieldApp, 'draft' | 'keepDraft'>,
  key: string,
  repairs: string | null,
): DraftStore {
  const channel = new BroadcastChannel(`naik-lembar:${key}`);
  let latest: string | null = null;
  let writing: Promise<void> | null = null;
  async function writeAll() {
    while (latest !== null) {
      const text = latest;
      latest = null;
      try {
        await field.keepDraft(key, text);
        channel.postMessage('written');
      } catch {
        // A full or locked phone must not stop the meeting; the sheet stays on the screen.
      }
    }
    writing = null;
  }
  return {
    read: async () => (await field.draft<string>(key)) ?? repairs,
    write(text) {
      latest = text;
      writing ??= writeAll();
    },
    // The command that is kept takes the draft away in the same moment.
    drop: () => undefined,
    follow(changed) {
      channel.onmessage = changed;
      // Not closed: the sheet may be opened again on what has arrived, and its last touch may still be on its way.
      return () => (channel.onmessage = null);
    },
  };
}

/** A refused sheet as a draft again: all that was entered, under a new command. Null for what is no sheet. */
export function draftOfSheet(body: unknown): string | null {
  const read = closeMeetingInput.safeParse(body);
  if (!read.success) return null;
  const sheet = read.data;
  return writeDraft({
    commandId: newId(),
    step: 0,
    sheet,
    touched: sheet.lines.map((line) => line.personId),
    topicCode: sheet.topicCode ?? 'other',
    topicNote: sheet.topicNote,
    problems: sheet.problems,
    applications: sheet.applications.map((one) => ({
      ...one,
      amountRupiah: one.amountRupiah.toString(),
    })),
    photos: sheet.photos,
    pieces: Object.fromEntries(sheet.count.map((one) => [one.denomination, one.pieces])),
  });
}

/**
 * A receipt for what each institution takes of each member, with a token that nobody can guess.
 *
 * @param refused the sheet that is put right: what was shown or sent in the yard is the receipt that verifies later
 */
export function makeReceipts(
  members: readonly SheetMember[],
  body: unknown,
  refused?: unknown,
): SheetReceipt[] {
  const before = closeMeetingInput.safeParse(refused).data?.receipts ?? [];
  return takingsOf(members, closeMeetingInput.parse(body)).map(({ personId, institutionId }) => {
    const given = { personId, ...(institutionId !== null && { institutionId }) };
    const same = before.find(
      (one) => one.personId === personId && one.institutionId === given.institutionId,
    );
    return same ?? { ...given, id: newId(), token: newToken() };
  });
}

function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
