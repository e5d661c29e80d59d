import { sql } from 'kysely';
import { defineCommand } from '#platform/command/define-command.ts';
import type { Reader } from '#platform/db/reader.ts';
import { keepFieldPhotoInput } from '../../device-input.ts';

/** A photo from a phone has arrived whole and lies in the file store, drawn anew under another hash. */
export const keepFieldPhoto = defineCommand({
  kind: 'access.keep-field-photo',
  version: 1,
  input: keepFieldPhotoInput,
  async handle(tx, body, context) {
    await sql`
      insert into access.field_photo (city_id, sha256, kept_sha256, device_id, received_at)
      values (${tx.city}, ${body.sha256}, ${body.keptSha256}, ${body.deviceId}, ${context.now}) on conflict do nothing`.execute(
      tx,
    );
    return {
      answer: { sha256: body.sha256 },
      audit: {
        subject: { kind: 'device', id: body.deviceId },
        says: { id: 'Menerima foto dari HP', en: 'Received a photo from a phone' },
        data: { sha256: body.sha256, kept: body.keptSha256 },
      },
    };
  },
});

/** The file a photo became, by the hash its phone gave it; null while it has not arrived. */
export async function findFieldPhoto(db: Reader, sha256: string): Promise<string | null> {
  const { rows } = await sql<{ kept: string }>`
    select kept_sha256 as kept from access.field_photo where city_id = ${db.city} and sha256 = ${sha256}`.execute(
    db,
  );
  return rows[0]?.kept ?? null;
}
