import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Words } from '#kernel/words.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { type StageImport, stageImportInput } from '../../import-input.ts';
import { takeImportTurn } from './apply-store.ts';
import { sealCell } from './import-secrets.ts';
import { addRows, changeBatch, dropRows, takeBatch } from './import-store.ts';
import { judgeBatch } from './judge-batch.ts';

/**
 * A job reports what it read of a file, step by step; only the system may. Identity numbers are sealed before anything is
 * written.
 */
export function stageImport(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.stage-import',
    version: 1,
    input: stageImportInput,
    async handle(tx, body, context) {
      return {
        answer: { batchId: body.batchId },
        audit: {
          subject: { kind: 'import', id: body.batchId },
          says: await stage(tx, body, { context, sealer }),
        },
      };
    },
  });
}

async function stage(
  tx: Tx,
  body: StageImport,
  { context, sealer }: { context: CommandContext; sealer: NumberSealer },
): Promise<Words> {
  const { batchId } = body;
  switch (body.part) {
    case 'shape': {
      await takeBatch(tx, batchId, ['reading']);
      await dropRows(tx, batchId);
      await changeBatch(tx, batchId, {
        sheet: body.sheet,
        shape: body.shape,
        mapping: body.mapping,
      });
      return {
        id: `Menemukan tabel di lembar ${body.sheet}`,
        en: `Found the table on sheet ${body.sheet}`,
      };
    }
    case 'rows': {
      await takeBatch(tx, batchId, ['reading']);
      const rows = body.rows.map(({ number, cells, notes }) => ({
        number,
        cells: cells.map((cell) => sealCell(cell, sealer)),
        notes,
      }));
      await addRows(tx, batchId, rows);
      return { id: `Membaca ${rows.length} baris`, en: `Read ${rows.length} rows` };
    }
    case 'read': {
      await takeBatch(tx, batchId, ['reading']);
      await changeBatch(tx, batchId, {
        state: 'read',
        counts: { read: body.rows, left: body.left },
      });
      return { id: `Selesai membaca ${body.rows} baris`, en: `Finished reading ${body.rows} rows` };
    }
    case 'judge': {
      const batch = await takeBatch(tx, batchId, ['previewing']);
      // A file being applied meanwhile is waited for, so that its people are among those matched against.
      await takeImportTurn(tx);
      const numbers = await holdNumbers(tx, sealer);
      const counts = await judgeBatch(tx, batch, { context, sealer: numbers });
      await changeBatch(tx, batchId, {
        state: 'previewed',
        counts: { ...batch.counts, ...counts, judgedAt: context.now.getTime() },
      });
      return { id: `Mencocokkan ${counts.rows} baris`, en: `Matched ${counts.rows} rows` };
    }
    case 'failed': {
      await takeBatch(tx, batchId, ['reading', 'previewing']);
      await changeBatch(tx, batchId, { state: 'failed', problem: body.problem });
      return body.problem.words;
    }
  }
}
