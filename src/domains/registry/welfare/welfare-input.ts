import { z } from 'zod';
import { isQuarter } from './quarter.ts';
import { listServices, proposalAsks, relations } from './welfare-words.ts';

const digits = (count: number) => z.string().regex(new RegExp(`^\\d{${count}}$`));
const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]];
const relation = z.enum(keysOf(relations));
const decile = z.int().min(1).max(10);

/** As many as one list may hold: a larger city hands its list over by kecamatan. */
export const mostListRows = 60_000;

const listRow = z.object({
  number: z.int().min(1),
  name: z.string().trim().min(1).max(160),
  nik: digits(16).nullable(),
  kk: digits(16).nullable(),
  bornOn: z.iso.date().nullable(),
  kelurahanCode: z.string().nullable(),
  relation: relation.nullable(),
  decile: decile.nullable(),
});

const aboutList = {
  listId: z.uuid(),
  title: z.string().trim().min(3).max(160),
  fileName: z.string().trim().min(1).max(200),
  /** The day the list is of, or the day a department gave what it gave. */
  givenOn: z.iso.date(),
  rows: z.array(listRow).min(1).max(mostListRows),
  /** Rows of the file that could not be read at all. */
  unreadable: z.int().min(0).default(0),
};

export const readPeopleListInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('decile'),
    quarter: z.string().refine(isQuarter),
    /** The whole city's list, so that missing from it means having dropped out. */
    whole: z.boolean(),
    ...aboutList,
  }),
  z.object({
    kind: z.literal('department'),
    departmentId: z.uuid(),
    departmentName: z.string().trim().min(2).max(120),
    service: z.enum(keysOf(listServices)).nullable(),
    ...aboutList,
  }),
]);
export type ReadPeopleList = z.output<typeof readPeopleListInput>;
export type ListRowInput = z.output<typeof listRow>;

export const peopleListInput = z.object({ listId: z.uuid() });

export const decideListRowInput = z.object({
  listId: z.uuid(),
  rowNumber: z.int().min(1),
  /** One of the people offered, or null: nobody of them. */
  personId: z.uuid().nullable(),
});

export const describeFamilyInput = z
  .object({
    saidId: z.uuid(),
    personId: z.uuid(),
    /** The number of the family card; null where the card is on record already. */
    kk: digits(16).nullable(),
    saidOn: z.iso.date(),
    relation,
    headSex: z.enum(['female', 'male']),
    people: z.int().min(1).max(30),
    children: z.int().min(0).max(29),
    /** Of the whole family in a month, whole rupiah; null where it was not said. */
    spendingRupiah: z
      .string()
      .regex(/^[1-9]\d{0,11}$/)
      .transform(BigInt)
      .nullable(),
  })
  .refine((family) => family.children < family.people, {
    path: ['children'],
    message: 'children-too-many',
  });
export type DescribeFamily = z.output<typeof describeFamilyInput>;

export const proposeWelfareChangeInput = z.object({
  proposalId: z.uuid(),
  personId: z.uuid(),
  asks: z.enum(keysOf(proposalAsks)),
  why: z.string().trim().min(5).max(500),
  /** She said it herself, at the counter or to her mentor. */
  byHerself: z.boolean(),
});
export type ProposeWelfareChange = z.output<typeof proposeWelfareChangeInput>;

export const settleWelfareProposalInput = z.object({
  proposalId: z.uuid(),
  outcome: z.enum(['forwarded', 'refused']),
  answer: z.string().trim().min(3).max(500),
});
