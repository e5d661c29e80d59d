import { sql, type RawBuilder } from 'kysely';
import { nameKey } from '#kernel/text.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { ProfileValues, SubjectKind } from '../../field/profile-fields.ts';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

const personValues = sql`jsonb_build_object('name', s.name, 'sex', s.sex, 'bornOn', s.born_on, 'phone', s.phone,
  'kelurahanCode', s.kelurahan_code, 'address', s.address, 'rt', s.rt, 'rw', s.rw)`;
const businessValues = sql`jsonb_build_object('name', s.name, 'product', s.product, 'sector', s.sector,
  'kbli', s.kbli_version || ':' || s.kbli_code, 'kelurahanCode', s.kelurahan_code, 'address', s.address,
  'startedYear', s.started_year::text)`;
const tables = { person: sql`registry.person`, business: sql`registry.business` } as const;

/** The profile as fields, without a NIK; null when there is no such record. */
export async function profileOf(db: Reader, subject: Subject): Promise<ProfileValues | null> {
  return read(db, subject, sql``);
}

/** The same with its row taken until the transaction ends, so that two corrections are one after the other. */
export async function takeProfile(tx: Tx, subject: Subject): Promise<ProfileValues | null> {
  return read(tx, subject, sql`for update of s`);
}

async function read(
  db: Reader,
  { kind, id }: Subject,
  lock: RawBuilder<unknown>,
): Promise<ProfileValues | null> {
  const { rows } = await sql<{ values: ProfileValues }>`
    select ${kind === 'person' ? personValues : businessValues} as "values" from ${tables[kind]} s
    where s.city_id = ${db.city} and s.id = ${id} ${lock}`.execute(db);
  return rows[0]?.values ?? null;
}

/** Writes fields of a profile; a name takes its key with it, a kelurahan of a business its kecamatan. */
export async function writeProfile(
  tx: Tx,
  { kind, id }: Subject,
  values: ProfileValues,
): Promise<void> {
  const sets = Object.entries(values).flatMap(([field, value]) => assignments(kind, field, value));
  if (sets.length === 0) return;
  await sql`update ${tables[kind]} set ${sql.join(sets)} where city_id = ${tx.city} and id = ${id}`.execute(
    tx,
  );
}

const columns: Readonly<Record<string, RawBuilder<unknown>>> = {
  name: sql`name`,
  sex: sql`sex`,
  phone: sql`phone`,
  address: sql`address`,
  rt: sql`rt`,
  rw: sql`rw`,
  product: sql`product`,
  sector: sql`sector`,
};

function assignments(
  kind: SubjectKind,
  field: string,
  value: string | null,
): RawBuilder<unknown>[] {
  if (field === 'bornOn') return [sql`born_on = ${value}::date`];
  if (field === 'startedYear') return [sql`started_year = ${value}::int`];
  if (field === 'kbli') {
    const [version = null, code = null] = value?.split(':') ?? [];
    return [sql`kbli_version = ${version}`, sql`kbli_code = ${code}`];
  }
  if (field === 'kelurahanCode') {
    const kelurahan = sql`kelurahan_code = ${value}`;
    return kind === 'person'
      ? [kelurahan]
      : [kelurahan, sql`kecamatan_code = ${value?.slice(0, 8) ?? null}`];
  }
  const column = columns[field];
  if (!column) throw new RangeError(`no column for ${field}`);
  const own = sql`${column} = ${value}`;
  return field === 'name' ? [own, sql`name_key = ${nameKey(value ?? '')}`] : [own];
}
