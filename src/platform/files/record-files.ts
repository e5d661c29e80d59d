import { sql } from 'kysely';
import type { Tx } from '../db/tx.ts';

/** A file whose bytes are in the file store already. */
export interface RecordedFile {
  /** Hash of its content, which is also its name in the store. */
  readonly sha256: string;
  readonly bytes: number;
  readonly mime: string;
  /** As the person who sent it called it. */
  readonly originalName?: string;
}

/** Notes files as known to the city; one that is known already stays as it is. */
export async function recordFiles(
  tx: Tx,
  files: readonly RecordedFile[],
  now: Date,
): Promise<void> {
  await sql`
    insert into platform.stored_file (city_id, sha256, bytes, mime, original_name, stored_at)
    select distinct on (f.sha256) ${tx.city}, f.sha256, f.bytes, f.mime, f."originalName", ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
      as f (sha256 text, bytes bigint, mime text, "originalName" text)
    on conflict do nothing`.execute(tx);
}
