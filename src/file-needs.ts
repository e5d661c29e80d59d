import type { Pool } from 'pg';

/**
 * What a record keeps of a file, by the column that names it: `from` is that table and, where not every row of it needs
 * the file any more, which rows do. A file nobody of these names is swept.
 */
export const fileNeeds: readonly { readonly column: string; readonly from: string }[] = [
  { column: 'photo_sha256', from: 'ledger.bank_deposit t' },
  { column: 'sha256', from: 'ledger.bank_statement t' },
  { column: 'sha256', from: 'lending.partner_file t' },
  { column: 'sha256', from: 'mentoring.meeting_photo t' },
  { column: 'sha256', from: 'mentoring.visit_photo t' },
  { column: 'sha256', from: 'registry.business_photo t where t.removed_at is null' },
  { column: 'sha256', from: 'registry.document t' },
  { column: 'photo_sha256', from: 'registry.encounter t' },
  {
    // A file that was read goes when the last of its rows was emptied; an untouched one may still be worked on.
    column: 'sha256',
    from: `registry.import_batch t where t.uploaded_at > now() - interval '3 months'
      or exists (select from registry.import_row r where r.city_id = t.city_id and r.batch_id = t.id and r.cells <> '[]')`,
  },
];

/** A phone's photo came, and the record that will name it is perhaps on the phone yet, or waits for a reviewer. */
const awaited = `
  exists (select from access.device d where d.city_id = f.city_id and d.id = f.device_id and d.revoked_at is null
    and (d.last_seen_at <= f.received_at or d.pending_count > 0))
  or exists (select from access.device_command c where c.city_id = f.city_id and c.device_id = f.device_id
    and c.status in ('refused', 'needs-review', 'quarantined') and c.received_at > now() - interval '90 days')`;

/**
 * Which of these files any record of any city needs. Asked by the owner, since a file with the same content lies on the
 * disk once for all cities.
 */
export async function neededFiles(owner: Pool, hashes: readonly string[]): Promise<Set<string>> {
  const named = fileNeeds.map(({ column, from }) => `select t.${column} as sha256 from ${from}`);
  const { rows } = await owner.query<{ sha256: string }>(
    `with asked as (select unnest($1::text[]) as sha256),
     named as materialized (select n.sha256 from (${named.join(' union all ')}) n
       where n.sha256 in (select a.sha256 from asked a
         union select f.sha256 from asked a join access.field_photo f on f.kept_sha256 = a.sha256))
     select a.sha256 from asked a where exists (select from named n where n.sha256 = a.sha256)
       or exists (select from access.proposal p where p.state = 'proposed' and strpos(p.body::text, a.sha256) > 0)
       or exists (select from access.field_photo f where f.kept_sha256 = a.sha256
         and (exists (select from named n where n.sha256 = f.sha256) or ${awaited}))`,
    [[...hashes]],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
