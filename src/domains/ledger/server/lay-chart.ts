import { defineCommand } from '#platform/command/define-command.ts';
import { chartOf, templateNames } from '../chart-template.ts';
import { layChartInput } from '../input.ts';
import { layChart } from './chart-store.ts';
import { getBook } from './ledger-store.ts';

/** Lays the accounts of a template into a book that has none of them yet, or only some; those that are there stay. */
export const layChartCommand = defineCommand({
  kind: 'ledger.lay-chart',
  version: 1,
  input: layChartInput,
  place: (_tx, body) => Promise.resolve({ institution: body.institutionId }),
  async handle(tx, body, context) {
    const { id: bookId } = await getBook(tx, body.institutionId);
    const laid = await layChart(tx, {
      bookId,
      accounts: chartOf(body.template),
      by: { userId: context.actor.userId, at: context.now },
    });
    const name = templateNames[body.template];
    return {
      answer: { laid },
      audit: {
        subject: { kind: 'book', id: bookId },
        says: {
          id: `Memasang bagan akun ${name.id}: ${laid} akun baru`,
          en: `Laid the chart of accounts ${name.en}: ${laid} new accounts`,
        },
      },
    };
  },
});
