import type { DocumentReceipt } from '#domains/mentoring/group-document.ts';
import type { FoundMeeting } from './find-meeting.ts';

/** A receipt as it is shown and printed. */
export interface ShownReceipt extends DocumentReceipt {
  readonly name: string;
  readonly phone: string | null;
}

interface Answered {
  readonly receipts: readonly { readonly id: string; readonly number: string }[];
}

/** Receipts of a meeting in the order of its members, each with its number as soon as the server has answered. */
export function receiptsOf({ group, meeting }: FoundMeeting, answer: unknown): ShownReceipt[] {
  const numbers = new Map(
    isAnswered(answer) ? answer.receipts.map(({ id, number }) => [id, number] as const) : [],
  );
  const place = new Map(group.members.map((member, index) => [member.personId, index]));
  return group.receipts
    .filter((receipt) => receipt.meetingId === meeting.id)
    .map((receipt) => {
      const member = group.members.find((one) => one.personId === receipt.personId);
      return {
        ...receipt,
        number: receipt.number || (numbers.get(receipt.id) ?? ''),
        name: member?.name ?? '',
        phone: member?.phone ?? null,
      };
    })
    .toSorted((a, b) => (place.get(a.personId) ?? 0) - (place.get(b.personId) ?? 0));
}

function isAnswered(answer: unknown): answer is Answered {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'receipts' in answer &&
    Array.isArray(answer.receipts)
  );
}
