import { fail } from '@sveltejs/kit';
import { mayDo } from '#domains/access/who-may.ts';
import { getBook, lastCount, listBankAccounts, listChart } from '#domains/ledger/server/index.ts';
import { newId } from '#kernel/id.ts';
import { readPieces } from '../../../../../counted-pieces.ts';
import { readForm, refused, runCommand } from '../../../../../forms.ts';
import { mayWords } from '../../../../../may-words.ts';
import { isRefusal } from '../../../../../refusal.ts';
import { digitsIn, readBook } from '../../book-of.ts';
import { cashWords, journalWords } from '../../words.ts';
import { keptPhoto } from '../../../../../kept-photo.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { actor, book, found } = await readBook(event, async (db, { id, institutionId }) => {
    const { accounts } = await getBook(db, institutionId);
    const chart = await listChart(db, id);
    const holds = (number: string) =>
      chart.find((one) => one.number === number)?.balanceRupiah ?? 0n;
    return {
      banks: await listBankAccounts(db, id),
      tillId: accounts.till,
      tillRupiah: holds('1101'),
      bagsRupiah: holds('1102'),
      transitRupiah: holds('1103'),
      count: await lastCount(db, accounts.till),
    };
  });
  const at = { institution: book.institutionId };
  return {
    book,
    ...found,
    blocked: mayWords(mayDo(actor, 'ledger.deposit-at-bank', at)),
    mayReceive: mayDo(actor, 'mentoring.deposit-bag', at) === 'yes',
    commandIds: { register: newId(), deposit: newId(), count: newId() },
  };
};

export const actions: Actions = {
  register: async (event) => {
    const { values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const { bank, number, holder, commandId: bankAccountId } = values;
    const body = { institutionId: book.institutionId, bankAccountId, bank, number, holder };
    return runCommand(event, 'ledger.register-bank-account', body, {
      values,
      redirectTo: `/buku/${book.code}/bank`,
      flash: cashWords.registered,
    });
  },
  deposit: async (event) => {
    const { data, values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    let photoSha256: string | null;
    try {
      photoSha256 = await keptPhoto(event, data.get('photo'));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return refused(error, values);
    }
    const { bankAccountId, slipNumber, commandId: depositId } = values;
    const amountRupiah = digitsIn(String(values.amountRupiah ?? ''));
    const { institutionId } = book;
    const slip = { slipNumber, amountRupiah, photoSha256 };
    const body = { institutionId, depositId, bankAccountId, ...slip };
    return runCommand(event, 'ledger.deposit-at-bank', body, {
      values,
      redirectTo: `/buku/${book.code}/bank`,
      flash: journalWords.proposed,
    });
  },
  count: async (event) => {
    const { data, values } = await readForm(event);
    const { book } = await readBook(event, () => Promise.resolve(null));
    const counted = readPieces(data);
    if ('problem' in counted) return fail(422, { problem: counted.problem, values });
    const { accountId, commandId: countId } = values;
    const body = { institutionId: book.institutionId, countId, accountId, pieces: counted.pieces };
    return runCommand(event, 'ledger.count-cash', body, {
      values,
      redirectTo: `/buku/${book.code}/bank`,
      flash: cashWords.counted,
    });
  },
};
