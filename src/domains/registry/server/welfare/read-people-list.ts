import type { AnyCommand, CommandContext } from '#platform/command/command.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { holdNumbers } from '#domains/access/server/index.ts';
import type { NumberSealer } from '#platform/secrets/sealing.ts';
import { matchListRow } from '../../welfare/match-list-row.ts';
import { readPeopleListInput } from '../../welfare/welfare-input.ts';
import type { ReadPeopleList } from '../../welfare/welfare-input.ts';
import { welfareProblems } from '../../welfare/welfare-problems.ts';
import { findListPeople } from './find-list-people.ts';
import { insertList, insertListRows, isQuarterTaken } from './list-store.ts';
import type { KeptRow, ListCounts } from './list-store.ts';

/**
 * Takes a list of people and finds them on the register: deciles of a quarter, or whom a department fosters or gave
 * something to. It says how many were found, are to review, and are not here; of the last nothing is kept. Nothing is
 * said of anybody until the list is applied.
 *
 * Refused for a day to come, and for a second whole list of a quarter.
 *
 * @param sealer seals the family cards of those found
 */
export function readPeopleList(sealer: NumberSealer): AnyCommand {
  return defineCommand({
    kind: 'registry.read-people-list',
    version: 1,
    input: readPeopleListInput,
    async handle(tx, body, context) {
      if (body.givenOn > context.today) throw welfareProblems.listInFuture();
      if (body.kind === 'decile' && body.whole && (await isQuarterTaken(tx, body.quarter)))
        throw welfareProblems.quarterTaken({ quarter: body.quarter });
      const counts = await writeList(tx, body, { sealer, context });
      return {
        answer: { listId: body.listId, ...counts },
        audit: {
          subject: { kind: 'people-list', id: body.listId },
          says: {
            id: `Membaca daftar ${body.title}: ${counts.matched} orang ditemukan, ${counts.review} perlu ditinjau, ${counts.unmatched} tidak terdaftar di sini`,
            en: `Read the list ${body.title}: ${counts.matched} people found, ${counts.review} to review, ${counts.unmatched} not registered here`,
          },
          data: { file: body.fileName, ...counts },
        },
      };
    },
  });
}

async function writeList(
  tx: Tx,
  body: ReadPeopleList,
  { sealer, context }: { sealer: NumberSealer; context: CommandContext },
): Promise<ListCounts> {
  const numbers = await holdNumbers(tx, sealer);
  const found = await findListPeople(tx, body.rows, numbers);
  const kept = body.rows.flatMap((row): KeptRow[] => {
    const findings = found.get(row.number);
    const match = findings && matchListRow(findings, body.kind === 'decile');
    if (!match || match.outcome === 'unmatched') return [];
    const card =
      row.kk === null || body.kind === 'department'
        ? null
        : { sealed: numbers.seal(row.kk), index: numbers.blindIndex(row.kk) };
    return [{ row, match, card }];
  });
  const matched = kept.filter(({ match }) => match.outcome === 'matched').length;
  const counts = {
    rows: body.rows.length + body.unreadable,
    matched,
    review: kept.length - matched,
    unmatched: body.rows.length - kept.length,
    unreadable: body.unreadable,
  };
  await insertList(tx, body, { counts, context });
  await insertListRows(tx, body.listId, kept);
  return counts;
}
