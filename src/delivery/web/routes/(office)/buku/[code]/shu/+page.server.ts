import { mayDo } from '#domains/access/who-may.ts';
import { controls } from '#domains/ledger/chart.ts';
import { divideShu } from '#domains/ledger/shu.ts';
import { incomeStatement } from '#domains/ledger/statement.ts';
import {
  findDistribution,
  findShuRule,
  movements,
  postableAccounts,
  surplusOfYear,
} from '#domains/ledger/server/index.ts';
import { findDivision } from '#domains/savings/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readForm, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { readBook } from '../../book-of.ts';
import { journalWords } from '../../words.ts';
import { shuWords } from './words.ts';
import { membersOf } from './members.ts';
import type { Actions, PageServerLoad } from './$types';

const mostParts = 8;

export const load: PageServerLoad = async (event) => {
  const { today } = event.locals;
  const asked = Number(event.url.searchParams.get('tahun'));
  const year =
    Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : Number(today.slice(0, 4));
  const { actor, book, found } = await readBook(
    event,
    async (db, { id: bookId, institutionId }) => {
      const span = { from: `${year}-01-01`, to: `${year}-12-31` };
      const earned = incomeStatement(await movements(db, { bookId, ...span, closings: false }));
      const accounts = await postableAccounts(db, bookId);
      const distribution = await findDistribution(db, { bookId, year });
      const asked = { institutionId, year };
      const division = await findDivision(db, asked);
      const rule = await findShuRule(db, { bookId, on: `${year}-12-31` });
      const isShared = rule?.parts.some((part) => part.by !== undefined) ?? false;
      return {
        division,
        members: await membersOf(db, { asked, division, distribution: distribution && isShared }),
        surplusRupiah: earned.surplusRupiah,
        closedRupiah: await surplusOfYear(db, { bookId, year, control: controls.surplus.control }),
        rule,
        distribution,
        accounts: [...accounts.values()].filter(
          (one) =>
            one.keptBy === 'office' &&
            !one.closed &&
            (one.class === 'equity' || one.class === 'liability'),
        ),
      };
    },
  );
  const total = found.closedRupiah ?? found.surplusRupiah;
  const at = { institution: book.institutionId };
  return {
    book,
    year,
    ...found,
    total,
    shares: found.rule && total > 0n ? divideShu(total, found.rule.parts) : [],
    parts: Array.from({ length: mostParts }, (_, index) => index),
    today,
    blocked: mayWords(mayDo(actor, 'ledger.set-shu-rule', at)),
    blockedMembers: mayWords(mayDo(actor, 'savings.divide-shu', at)),
    blockedPay: mayWords(mayDo(actor, 'savings.pay-shu', at)),
    commandIds: { rule: newId(), divide: newId(), members: newId(), pay: newId() },
  };
};

export const actions: Actions = {
  rule: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const text = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
    const parts = Array.from({ length: mostParts }, (_, at) => ({
      name: text(`parts.${at}.name`),
      percent: text(`parts.${at}.percent`).replace(/\s*%$/, '').replace(',', '.'),
      number: text(`parts.${at}.number`),
      ...(text(`parts.${at}.by`) ? { by: text(`parts.${at}.by`) } : {}),
    })).filter((part) => part.name !== '' || part.percent !== '');
    const { validFrom, sourceDocument } = values;
    const body = { institutionId: book.institutionId, validFrom, sourceDocument, parts };
    return runCommand(event, 'ledger.set-shu-rule', body, {
      values,
      redirectTo: `/buku/${book.code}/shu`,
      flash: journalWords.proposed,
    });
  },
  members: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { meetingDocument, paidTo, commandId: journalId } = values;
    const year = Number(values.year);
    const body = { institutionId: book.institutionId, journalId, year, paidTo, meetingDocument };
    return runCommand(event, 'savings.divide-shu', body, {
      values,
      redirectTo: `/buku/${book.code}/shu?tahun=${year}`,
      flash: journalWords.proposed,
    });
  },
  bayar: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { personId, paidTo, commandId: journalId } = values;
    const year = Number(values.year);
    const body = { institutionId: book.institutionId, journalId, year, personId, paidTo };
    return runCommand(event, 'savings.pay-shu', body, {
      values,
      redirectTo: `/buku/${book.code}/shu?tahun=${year}`,
      flash: shuWords.paidOut,
    });
  },
  divide: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { meetingDocument, commandId: journalId } = values;
    const year = Number(values.year);
    const body = { institutionId: book.institutionId, journalId, year, meetingDocument };
    return runCommand(event, 'ledger.distribute-shu', body, {
      values,
      redirectTo: `/buku/${book.code}/shu?tahun=${year}`,
      flash: journalWords.proposed,
    });
  },
};
