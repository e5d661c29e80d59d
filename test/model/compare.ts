import type { WorldHouse } from '../house.ts';
import type { Lender } from './lender.ts';
import type { LoanModel } from './loan-model.ts';
import { positionOf } from './lender-model.ts';

/** What the database holds of a lender against what the model says; each difference in words. */
export async function compare(house: WorldHouse, lender: Lender): Promise<string[]> {
  return [
    ...(await compareLoans(house, lender)),
    ...(await compareBalances(house, lender)),
    ...(await compareClaims(house, lender)),
    ...(await comparePositions(house, lender)),
  ];
}

type Row = Record<string, string | bigint | boolean | null>;

async function read(house: WorldHouse, sql: string, values: readonly string[]): Promise<Row[]> {
  return (await house.app.pools.owner.query<Row>(sql, [...values])).rows;
}

async function compareLoans(house: WorldHouse, lender: Lender): Promise<string[]> {
  const rows = await read(
    house,
    `select id, state, principal_rupiah, paid_principal, paid_interest, paid_fee, paid_penalty, overpaid_rupiah,
       charged_fee, charged_penalty, waived_fee, waived_penalty, written_off_principal, recovered_rupiah, forgiven_rupiah
     from lending.loan where institution_id = $1`,
    [lender.institutionId],
  );
  return rows.flatMap(({ id, ...row }) =>
    unlike(`loan ${String(id)}`, row, rowOf(lender.model.loan(String(id)))),
  );
}

function rowOf(loan: LoanModel): Record<string, string | number> {
  return {
    state: loan.state,
    principal_rupiah: loan.lent,
    paid_principal: loan.paid.principal,
    paid_interest: loan.paid.interest,
    paid_fee: loan.paid.fee,
    paid_penalty: loan.paid.penalty,
    overpaid_rupiah: loan.overpaid,
    charged_fee: loan.charged.fee,
    charged_penalty: loan.charged.penalty,
    waived_fee: loan.waived.fee,
    waived_penalty: loan.waived.penalty,
    written_off_principal: loan.writtenOff,
    recovered_rupiah: loan.recovered,
    forgiven_rupiah: loan.forgiven,
  };
}

const accountNames = `case control
  when 'Aset:Kas:Brankas' then 'till' when 'Aset:Kas:Tas Petugas' then 'bag'
  when 'Aset:Piutang Pinjaman' then 'loan ' || l.id when 'Kewajiban:Kelebihan Angsuran' then 'overpaid ' || l.id
  when 'Memo:Hapus Buku:Pinjaman' then 'claimed ' || l.id when 'Memo:Hapus Buku:Lawan' then 'claimed contra'
  when 'Pendapatan:Jasa Pinjaman' then 'interest' when 'Pendapatan:Biaya Pinjaman' then 'fee'
  when 'Pendapatan:Denda' then 'penalty' when 'Pendapatan:Pemulihan Hapus Buku' then 'recovery'
  when 'Beban:Penghapusan Pinjaman' then 'write-off'
  when 'Kewajiban:Simpanan Sukarela' then 'savings ' || s.person_id
  when 'Memo:Tanggung Renteng:Piutang Anggota' then 'owed to ' || a.owner_id
  when 'Memo:Tanggung Renteng:Utang Anggota' then 'owed by ' || a.owner_id
  else control end`;
/** What nothing that happens here touches. */
const untouched: readonly string[] = ['Ekuitas:Modal', 'Kewajiban:Simpanan Wajib Pinjaman'];

async function compareBalances(house: WorldHouse, lender: Lender): Promise<string[]> {
  const rows = await read(
    house,
    `select ${accountNames} as name, sum(balance)::text as balance
     from ledger.account a left join lending.loan l on l.city_id = a.city_id and l.number = a.leaf
     left join savings.account s on s.city_id = a.city_id and s.id = a.owner_id
     where a.book_id = $1 group by 1 having sum(balance) <> 0`,
    [lender.bookId],
  );
  const kept = new Map(rows.map((row) => [String(row.name), Number(row.balance)]));
  const expected = lender.model.balances();
  const names = new Set([...kept.keys(), ...expected.keys()]);
  return [...names]
    .filter((name) => !untouched.includes(name))
    .flatMap((name) => {
      const [books, model] = [kept.get(name) ?? 0, expected.get(name) ?? 0];
      return books === model ? [] : [`account ${name} is ${books}, the model says ${model}`];
    });
}

async function compareClaims(house: WorldHouse, lender: Lender): Promise<string[]> {
  const rows = await read(
    house,
    `select c.creditor_id || ' ' || c.debtor_id as pair,
       sum(case when c.state = 'void' then 0 else c.amount_rupiah - c.repaid_rupiah - c.forgiven_rupiah end)::text as owed
     from lending.member_claim c
     join lending.cover v on v.city_id = c.city_id and v.id = c.cover_id
     join lending.loan l on l.city_id = v.city_id and l.id = v.loan_id
     where l.institution_id = $1 group by 1`,
    [lender.institutionId],
  );
  const expected = new Map<string, number>();
  for (const claim of lender.model.claims.values()) {
    const pair = `${claim.creditor} ${claim.debtor}`;
    const left = claim.void ? 0 : claim.amount - claim.repaid;
    expected.set(pair, (expected.get(pair) ?? 0) + left);
  }
  const kept = new Map(rows.map((row) => [String(row.pair), Number(row.owed)]));
  return [...new Set([...kept.keys(), ...expected.keys()])].flatMap((pair) => {
    const [claims, model] = [kept.get(pair) ?? 0, expected.get(pair) ?? 0];
    return claims === model ? [] : [`claim ${pair} is ${claims}, the model says ${model}`];
  });
}

/** Positions hold until the last closed day; between two changes of a loan its row is left alone. */
async function comparePositions(house: WorldHouse, lender: Lender): Promise<string[]> {
  const [closed] = await read(
    house,
    `select max(day)::text as day from lending.portfolio_day where book_id = $1`,
    [lender.bookId],
  );
  const day = closed?.day;
  const loans = typeof day === 'string' ? lender.model.evening(day) : undefined;
  if (typeof day !== 'string' || !loans) return [];
  const rows = await read(
    house,
    `select loan_id as id, outstanding_rupiah as outstanding, earned_interest as earned,
       unpaid_interest as "unpaidInterest", overdue_rupiah as overdue, late_since::text as "lateSince", running
     from lending.loan_position where book_id = $1`,
    [lender.bookId],
  );
  const one = rows.flatMap(({ id, ...row }) => {
    const loan = loans.get(String(id));
    return loan
      ? unlike(`position of loan ${String(id)} on ${day}`, row, { ...positionOf(loan, day) })
      : [`position of ${String(id)}, which nobody lent`];
  });
  if (rows.length !== loans.size) one.push(`${rows.length} positions of ${loans.size} loans`);
  const positions = [...loans.values()].map((loan) => positionOf(loan, day));
  const sum = (part: 'outstanding' | 'overdue') =>
    positions.reduce((all, position) => all + position[part], 0);
  const [portfolio] = await read(
    house,
    `select loans, outstanding_rupiah as outstanding, overdue_rupiah as overdue
     from lending.portfolio_day where book_id = $1 and day = $2`,
    [lender.bookId, day],
  );
  const running = positions.filter((position) => position.running).length;
  return [
    ...one,
    ...unlike(`portfolio of ${day}`, portfolio ?? {}, {
      loans: running,
      outstanding: sum('outstanding'),
      overdue: sum('overdue'),
    }),
  ];
}

function unlike(
  of: string,
  kept: Row,
  expected: Readonly<Record<string, string | number | boolean | null>>,
): string[] {
  return Object.entries(expected).flatMap(([name, model]) => {
    const value = kept[name];
    const same = String(value) === String(model);
    return same ? [] : [`${of}: ${name} is ${String(value)}, the model says ${String(model)}`];
  });
}
