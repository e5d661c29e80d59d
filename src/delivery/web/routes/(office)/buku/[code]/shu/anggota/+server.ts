import { error } from '@sveltejs/kit';
import { divideShu } from '#domains/ledger/shu.ts';
import { findDistribution, findShuRule } from '#domains/ledger/server/index.ts';
import { findDivision } from '#domains/savings/server/index.ts';
import { downloadFormat, downloadSheet } from '../../../../../../download.ts';
import { readBook } from '../../../book-of.ts';
import { shuWords as w } from '../words.ts';
import { membersOf } from '../members.ts';
import type { RequestHandler } from './$types';

/** Everybody's share of a year's SHU with what it follows from, one line a member. */
export const GET: RequestHandler = async (event) => {
  const { lang } = event.locals;
  const year = Number(event.url.searchParams.get('tahun'));
  if (!Number.isInteger(year)) error(404);
  const { found } = await readBook(event, async (db, { id: bookId, institutionId }) => {
    const asked = { institutionId, year };
    const distribution = await findDistribution(db, { bookId, year });
    const rule = await findShuRule(db, { bookId, on: `${year}-12-31` });
    const division = await findDivision(db, asked);
    const members = await membersOf(db, { asked, division, distribution });
    const parts = rule && distribution ? divideShu(distribution.totalRupiah, rule.parts) : [];
    return { members, parts };
  });
  if (!found.members) error(404);
  const parts = found.parts
    .map((part, at) => ({ ...part, key: String(at + 1) }))
    .filter((part) => part.by !== undefined);
  return downloadSheet(downloadFormat(event.url), {
    name: `shu-anggota-${year}`,
    columns: [
      { title: w.member[lang], width: 28 },
      ...parts.flatMap((part) => [
        { title: `${part.name} (${w.basis[lang]})`, kind: 'rupiah' as const, width: 20 },
        { title: part.name, kind: 'rupiah' as const, width: 18 },
      ]),
      { title: 'Rp', kind: 'rupiah', width: 18 },
    ],
    rows: found.members.map((row) => [
      row.name,
      ...parts.flatMap(({ key }) => [
        BigInt(row.parts[key]?.basis ?? 0),
        BigInt(row.parts[key]?.amount ?? 0),
      ]),
      row.totalRupiah,
    ]),
  });
};
