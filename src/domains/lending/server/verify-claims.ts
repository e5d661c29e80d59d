import { sql } from 'kysely';
import type { Check } from '#domains/ledger/server/index.ts';
import type { Reader } from '#platform/db/reader.ts';

interface Found {
  counted: bigint;
  first: string | null;
}

/** What members still owe each other is what the memorandum accounts say, both ways, and nets to zero. */
export async function verifyClaims(db: Reader): Promise<Check> {
  const { rows } = await sql<Found>`
    with side as (
      select 'creditor' as side, creditor_id as person_id, sum(amount_rupiah - repaid_rupiah - forgiven_rupiah) as owed
        from lending.member_claim where city_id = ${db.city} and state <> 'void' group by creditor_id
      union all
      select 'debtor', debtor_id, -sum(amount_rupiah - repaid_rupiah - forgiven_rupiah)
        from lending.member_claim where city_id = ${db.city} and state <> 'void' group by debtor_id),
    leaf as (
      select case owner_kind when 'claim' then 'creditor' else 'debtor' end as side, owner_id as person_id, sum(balance) as balance
      from ledger.account where city_id = ${db.city} and owner_kind in ('claim', 'debt') group by 1, 2),
    looked as (
      select coalesce(s.person_id, leaf.person_id) as person_id, coalesce(s.side, leaf.side) as side,
        coalesce(s.owed, 0) as owed, coalesce(leaf.balance, 0) as balance
      from side s full join leaf on leaf.side = s.side and leaf.person_id = s.person_id),
    uncovered as (
      select c.id from lending.cover c left join lending.member_claim m on m.city_id = c.city_id and m.cover_id = c.id
      where c.city_id = ${db.city} and (m.id is null or m.amount_rupiah <> c.amount_rupiah)),
    happened as (
      select e.claim_id, sum(e.amount_rupiah * case when coalesce(u.kind, e.kind) = 'repaid' then e.sign else 0 end) as repaid,
        sum(e.amount_rupiah * case when coalesce(u.kind, e.kind) = 'forgiven' then e.sign else 0 end) as forgiven,
        bool_or(e.kind = 'void') as void
      from (select *, case when reverses_id is null then 1 else -1 end as sign from lending.claim_event where city_id = ${db.city}) e
      left join lending.claim_event u on u.city_id = e.city_id and u.id = e.reverses_id
      group by e.claim_id),
    misstated as (
      select m.id from lending.member_claim m left join happened h on h.claim_id = m.id
      where m.city_id = ${db.city} and (m.repaid_rupiah <> coalesce(h.repaid, 0) or m.forgiven_rupiah <> coalesce(h.forgiven, 0)
        or m.state <> case when coalesce(h.void, false) then 'void'
          when m.repaid_rupiah + m.forgiven_rupiah < m.amount_rupiah then 'open'
          when m.forgiven_rupiah > 0 then 'forgiven' else 'repaid' end))
    select count(*) as counted, coalesce(
      (select 'the claims of ' || side || ' ' || person_id || ' sum to ' || owed || ', the books say ' || balance
        from looked where owed <> balance order by person_id limit 1),
      (select 'cover ' || id || ' has no claim of its amount' from uncovered order by id limit 1),
      (select 'claim ' || id || ' is not what its entries say' from misstated order by id limit 1)) as first
    from looked`.execute(db);
  return {
    name: 'claims among members',
    counted: Number(rows[0]?.counted ?? 0n),
    difference: rows[0]?.first ?? null,
  };
}
