import { caseTopicNames } from '#domains/voice/case.ts';
import {
  businessDateInput,
  idInput,
  lineInput,
  linesInput,
  positiveRupiahInput,
  rupiahInput,
  sha256Input,
} from '#platform/command/input.ts';
import { z } from 'zod';
import { denominations } from './sheet.ts';
import { topicCodes } from './topics.ts';

/** A group is at most so large; a longer list is a mistake, not a meeting. */
const mostLines = 200;

const attendance = z.object({
  personId: idInput,
  presence: z.enum(['present', 'absent', 'excused']),
  reason: lineInput(160).optional(),
});

const cover = z.object({
  obligorLoanId: idInput,
  payers: z
    .array(z.object({ personId: idInput, amount: positiveRupiahInput }))
    .min(1)
    .max(mostLines),
  agreed: z.boolean(),
});

const finding = z.object({
  text: linesInput(2000, 3),
  topic: z.enum(caseTopicNames),
  departmentId: idInput,
  dueOn: businessDateInput,
  personId: idInput.optional(),
});

const cashLine = z.object({
  denomination: z.literal(denominations),
  pieces: z.int().min(1).max(100_000),
});

/** The sheet of a meeting; amounts are digits in JSON and whole rupiah afterwards. */
export const sheetInput = z.object({
  attendance: z.array(attendance).max(mostLines),
  repayments: z.array(z.object({ loanId: idInput, amount: rupiahInput })).max(mostLines),
  covers: z.array(cover).max(mostLines),
  savings: z.array(z.object({ personId: idInput, amount: positiveRupiahInput })).max(mostLines),
  topicCode: z.enum(topicCodes).nullable(),
  topicNote: linesInput(2000),
  problems: z.array(finding).max(50),
  photos: z.array(sha256Input).max(10),
  cashCount: z.array(cashLine).max(denominations.length),
});

/** Closes a meeting: one command, whatever happened in it. */
export const closeMeetingInput = z.object({ meetingId: idInput, sheet: sheetInput });

export type CloseMeetingBody = z.output<typeof closeMeetingInput>;
/** What the phone sends: the same with amounts as digits. */
export type CloseMeetingJson = z.input<typeof closeMeetingInput>;
