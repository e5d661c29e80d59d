import { error } from '@sveltejs/kit';
import { Readable } from 'node:stream';
import { scopeOf } from '#domains/access/who-may.ts';
import { findMeeting, findReceipt } from '#domains/mentoring/server/index.ts';
import { isId } from '#kernel/id.ts';
import { formatDate } from '#kernel/date.ts';
import { formatRupiah } from '#kernel/money.ts';
import { say } from '#kernel/words.ts';
import type { Words } from '#kernel/words.ts';
import { printReceipt } from '#platform/documents/receipt.ts';
import { downloadStream } from '../../../../../../download.ts';
import { publicPaths } from '../../../../../../public-paths.ts';
import { actorWhoSees } from '../../../../../../see.ts';
import { receiptWords as w } from '../../../words.ts';
import type { RequestHandler } from './$types';

/** One receipt as a PDF exactly as long as a 58 mm roll needs, for printer apps that take files. */
export const GET: RequestHandler = async (event) => {
  const actor = actorWhoSees(event, 'see.meetings');
  const { app, city, lang } = event.locals;
  const { id, receiptId } = event.params;
  if (!isId(id) || !isId(receiptId)) error(404);
  const receipt = await app.read(city, async (db) => {
    const meeting = await findMeeting(db, { meetingId: id, scope: scopeOf(actor, 'see.meetings') });
    return meeting && findReceipt(db, { meetingId: id, receiptId });
  });
  if (!receipt) error(404);
  const t = (words: Words) => say(words, lang);
  const money: [Words, bigint][] = [
    [w.repayment, receipt.repaymentRupiah],
    [w.cover, receipt.coverRupiah],
    [w.savings, receipt.savingsRupiah],
  ];
  const bytes = await printReceipt({
    issuer: receipt.institutionName,
    title: t(w.heading),
    facts: [
      [t(w.number), receipt.number],
      [t(w.date), formatDate(receipt.on, lang)],
      [t(w.from), receipt.personName],
      [t(w.group), receipt.groupName],
      ...(receipt.loanNumber ? [[t(w.loan), receipt.loanNumber] as const] : []),
    ],
    lines: money
      .filter(([, amount]) => amount > 0n)
      .map(([label, amount]) => [t(label), formatRupiah(amount, lang)]),
    total: [t(w.total), formatRupiah(receipt.totalRupiah, lang)],
    after: [],
    verify: t(w.check),
    url: `${app.settings.origin}${publicPaths.receipt(receipt.token)}`,
    at: receipt.issuedAt,
    language: lang,
  });
  return downloadStream(Readable.from([bytes]), {
    name: `${receipt.number}.pdf`,
    type: 'application/pdf',
  });
};
