import { z } from 'zod';
import { importFieldNames } from './import/import-fields.ts';

const batchId = z.uuid();
const column = z.int().min(0).max(255);

/** Which column each field is read from; a field left out is not read. */
export const mappingInput = z.partialRecord(z.enum(importFieldNames), column);

export const startImportInput = z.object({
  batchId,
  fileName: z.string().trim().min(1).max(200),
  /** SHA-256 of the stored file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  /** The sheet that is meant; without it the one most likely meant is read. */
  sheet: z.string().min(1).max(200).optional(),
  /** Whose list it is, under the name of today; left out where nobody said. */
  department: z.object({ id: z.uuid(), name: z.string().trim().min(2).max(120) }).optional(),
});

export const mapImportInput = z.object({
  batchId,
  mapping: mappingInput,
  /** Keeps the mapping for the next file of this shape. */
  remember: z.boolean().default(true),
});

export const chooseImportSheetInput = z.object({ batchId, sheet: z.string().min(1).max(200) });

export const importBatchInput = z.object({ batchId });

export const decideImportRowInput = z.object({
  batchId,
  row: z.int().min(1),
  as: z.enum(['same', 'new']),
});

export const batchShapeInput = z.object({
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean() })).max(1000),
  columns: z.array(z.object({ index: column, title: z.string().max(1000) })).max(256),
  headerRows: z.array(z.int()).max(10),
  firstDataRow: z.int(),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** How sure each proposed field is, 0 to 1. */
  confidence: z.partialRecord(z.enum(importFieldNames), z.number()),
  /** Whether the mapping comes from a person who corrected it for an earlier file. */
  remembered: z.boolean(),
});

/** What a job reports of a file, in steps. */
export const stageImportInput = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('shape'),
    batchId,
    sheet: z.string().max(200),
    shape: batchShapeInput,
    mapping: mappingInput,
  }),
  z.object({
    part: z.literal('rows'),
    batchId,
    rows: z
      .array(
        z.object({
          number: z.int().min(1),
          cells: z.array(z.string().max(32_767)).max(256),
          notes: z.record(z.string(), z.string()).optional(),
        }),
      )
      .max(5000),
  }),
  z.object({
    part: z.literal('read'),
    batchId,
    rows: z.int().min(0),
    /** Rows of other tables on the sheet, which were not read. */
    left: z.int().min(0).default(0),
  }),
  z.object({ part: z.literal('judge'), batchId }),
  z.object({
    part: z.literal('failed'),
    batchId,
    problem: z.object({ code: z.string(), words: z.object({ id: z.string(), en: z.string() }) }),
  }),
]);

export type StageImport = z.infer<typeof stageImportInput>;
export type BatchShape = z.infer<typeof batchShapeInput>;
export type StagedRow = Extract<StageImport, { part: 'rows' }>['rows'][number];
