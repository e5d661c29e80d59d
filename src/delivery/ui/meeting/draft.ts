import type { Denomination } from '#domains/mentoring/cash.ts';
import { denominations } from '#domains/mentoring/cash.ts';
import type { SheetBody, SheetClaim, SheetCover, SheetLine } from '#domains/mentoring/input.ts';
import { startSheet } from '#domains/mentoring/sheet.ts';
import type { SheetMember } from '#domains/mentoring/sheet-member.ts';
import type { Sheet } from '#domains/mentoring/sheet.ts';
import { topicCodes } from '#domains/mentoring/topics.ts';
import type { TopicCode } from '#domains/mentoring/topics.ts';
import type { CaseTopic } from '#domains/voice/case.ts';
import { newId } from '#kernel/id.ts';

/** A problem as it is being written down. */
export interface DraftProblem {
  readonly topic: CaseTopic;
  readonly text: string;
  readonly personId: string | null;
  readonly departmentId: string;
  readonly dueOn: string;
}

/** A wish to borrow as it is being written down; whole rupiah in digits. */
export interface DraftApplication {
  readonly personId: string;
  readonly amountRupiah: string;
  readonly purpose: string;
}

/** Everything entered in a meeting so far. It is kept on the device until the server has it. */
export interface Draft {
  /** One command from the first tap on: a second tab, a second click and a retry are all the same. */
  readonly commandId: string;
  readonly step: number;
  readonly sheet: Sheet;
  /** People whose line somebody touched; the others follow what is due of them. */
  readonly touched: readonly string[];
  readonly topicCode: TopicCode;
  readonly topicNote: string;
  readonly problems: readonly DraftProblem[];
  readonly applications: readonly DraftApplication[];
  readonly photos: readonly string[];
  readonly pieces: Readonly<Partial<Record<Denomination, number>>>;
}

export function newDraft(members: readonly SheetMember[], topic: TopicCode): Draft {
  return {
    commandId: newId(),
    step: 0,
    sheet: startSheet(members),
    touched: [],
    topicCode: topic,
    topicNote: '',
    problems: [],
    applications: [],
    photos: [],
    pieces: {},
  };
}

/** The draft as text for the device's store. Only touched lines are kept. */
export function writeDraft(draft: Draft): string {
  const lines = draft.sheet.lines.filter((line) => draft.touched.includes(line.personId));
  return JSON.stringify({ ...draft, sheet: { ...draft.sheet, lines } }, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
}

/**
 * Reads a draft back onto today's members: touched lines return as they were, untouched ones follow what is due
 * now, and people who left the group are dropped. Null for a text that is not a draft.
 */
export function readDraft(
  text: string | null,
  members: readonly SheetMember[],
  topic: TopicCode,
): Draft | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as KeptDraft;
    const known = new Set(members.map((member) => member.personId));
    const lines = new Map(kept.sheet.lines.map((line) => [line.personId, lineOf(line)]));
    const covers = kept.sheet.covers
      .map(coverOf)
      .filter((one) => known.has(one.obligorId) && known.has(one.payerId));
    return {
      ...newDraft(members, topic),
      commandId: kept.commandId,
      step: Math.min(3, Math.max(0, Math.trunc(kept.step))),
      sheet: {
        lines: startSheet(members).lines.map((line) => lines.get(line.personId) ?? line),
        covers,
        claims: (kept.sheet.claims ?? []).map(coverOf).filter((one) => known.has(one.debtorId)),
        coversAgreed: kept.sheet.coversAgreed && covers.length === kept.sheet.covers.length,
      },
      touched: kept.touched.filter((id) => known.has(id)),
      topicCode: topicCodes.includes(kept.topicCode) ? kept.topicCode : topic,
      topicNote: kept.topicNote,
      problems: kept.problems,
      applications: (kept.applications ?? []).filter((one) => known.has(one.personId)),
      photos: kept.photos,
      pieces: kept.pieces,
    };
  } catch {
    return null;
  }
}

type Kept<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] };
/** Drafts of before have neither applications nor claims. */
type KeptDraft = Omit<Draft, 'sheet' | 'applications'> & {
  applications?: Draft['applications'];
  sheet: {
    claims?: Kept<SheetClaim>[];
    lines: Kept<SheetLine>[];
    covers: Kept<SheetCover>[];
    coversAgreed: boolean;
  };
};

function lineOf(line: Kept<SheetLine>): SheetLine {
  return {
    ...line,
    repaymentRupiah: BigInt(line.repaymentRupiah),
    savingsRupiah: BigInt(line.savingsRupiah),
    perLender: line.perLender?.map(({ institutionId, amountRupiah }) => ({
      institutionId,
      amountRupiah: BigInt(amountRupiah),
    })),
  };
}

function coverOf<One extends { amountRupiah: string }>(
  cover: One,
): Omit<One, 'amountRupiah'> & { amountRupiah: bigint } {
  return { ...cover, amountRupiah: BigInt(cover.amountRupiah) };
}

/** The count as the command wants it: only notes and coins that are there. */
export function countOf(draft: Pick<Draft, 'pieces'>): SheetBody['count'] {
  return denominations.flatMap((denomination) => {
    const pieces = draft.pieces[denomination] ?? 0;
    return pieces > 0 ? [{ denomination, pieces }] : [];
  });
}

/** The whole sheet as the command's body, amounts as digits. */
export function bodyOf(meetingId: string, draft: Draft): object {
  const body = {
    meetingId,
    ...draft.sheet,
    topicCode: draft.topicCode,
    topicNote: draft.topicNote,
    problems: draft.problems,
    applications: draft.applications,
    photos: draft.photos,
    count: countOf(draft),
  };
  return JSON.parse(
    JSON.stringify(body, (_key, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    ),
  ) as object;
}
