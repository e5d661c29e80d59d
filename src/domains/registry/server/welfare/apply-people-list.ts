import { holdNumberKey } from '#domains/access/server/index.ts';
import { defineCommand } from '#platform/command/define-command.ts';
import type { CommandContext } from '#platform/command/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { lastMonthOf } from '../../welfare/quarter.ts';
import { decideListRowInput, peopleListInput } from '../../welfare/welfare-input.ts';
import { welfareProblems } from '../../welfare/welfare-problems.ts';
import { changeList, decideRow, isQuarterTaken, takeList, writeDeciles } from './list-store.ts';
import type { StandingList } from './list-store.ts';

/**
 * Lets a list that was read speak: deciles become assessments of the people found and of their families, a department's
 * list says who is listed by whom. Rows to review are left out until somebody decides them.
 */
export const applyPeopleList = defineCommand({
  kind: 'registry.apply-people-list',
  version: 1,
  input: peopleListInput,
  async handle(tx, { listId }, context) {
    // Hashes of family cards are copied: they must still be the right key's when they are written.
    await holdNumberKey(tx);
    const list = await readList(tx, listId);
    if (list.whole && list.quarter !== null && (await isQuarterTaken(tx, list.quarter)))
      throw welfareProblems.quarterTaken({ quarter: list.quarter });
    await changeList(tx, listId, { state: 'applied', now: context.now });
    const people = await writeIfDeciles(tx, list, context);
    const said = people ?? list.counts.matched;
    return {
      answer: { listId, people: said },
      audit: {
        subject: { kind: 'people-list', id: listId },
        says: {
          id: `Menerapkan daftar ${list.title} untuk ${said} orang`,
          en: `Applied the list ${list.title} to ${said} people`,
        },
      },
    };
  },
});

/** Puts a list aside that should not have been read; nobody was touched by it. */
export const dropPeopleList = defineCommand({
  kind: 'registry.drop-people-list',
  version: 1,
  input: peopleListInput,
  async handle(tx, { listId }, context) {
    const list = await readList(tx, listId);
    await changeList(tx, listId, { state: 'dropped', now: context.now });
    return {
      answer: { listId },
      audit: {
        subject: { kind: 'people-list', id: listId },
        says: { id: `Membuang daftar ${list.title}`, en: `Dropped the list ${list.title}` },
      },
    };
  },
});

/** Says whom a row to review is about, or that it is nobody of those offered. In an applied list it counts at once. */
export const decideListRow = defineCommand({
  kind: 'registry.decide-list-row',
  version: 1,
  input: decideListRowInput,
  async handle(tx, body, context) {
    const list = await takeList(tx, body.listId);
    if (!list) throw welfareProblems.unknownList();
    if (list.state === 'dropped' || !(await decideRow(tx, body, context)))
      throw welfareProblems.rowDecided();
    if (list.state === 'applied') await writeIfDeciles(tx, list, context);
    return {
      answer: { listId: body.listId, rowNumber: body.rowNumber },
      audit: {
        subject:
          body.personId === null
            ? { kind: 'people-list', id: body.listId }
            : { kind: 'person', id: body.personId },
        says:
          body.personId === null
            ? {
                id: `Memutuskan baris ${body.rowNumber} daftar ${list.title} bukan orang yang terdaftar`,
                en: `Decided that row ${body.rowNumber} of the list ${list.title} is nobody on the register`,
              }
            : {
                id: `Memutuskan bahwa baris ${body.rowNumber} daftar ${list.title} adalah orang ini`,
                en: `Decided that row ${body.rowNumber} of the list ${list.title} is this person`,
              },
        data: { listId: body.listId },
      },
    };
  },
});

/** @throws Refusal unknown-list, list-applied */
async function readList(tx: Tx, listId: string): Promise<StandingList> {
  const list = await takeList(tx, listId);
  if (!list) throw welfareProblems.unknownList();
  if (list.state !== 'read') throw welfareProblems.listApplied();
  return list;
}

/** @returns how many people something new was said of; null for a list that says no deciles */
async function writeIfDeciles(
  tx: Tx,
  { id, title, quarter }: StandingList,
  context: CommandContext,
): Promise<number | null> {
  if (quarter === null) return null;
  return writeDeciles(tx, { id, title, quarter, period: lastMonthOf(quarter) }, context);
}
