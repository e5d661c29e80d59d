import { sql } from 'kysely';
import { addDays } from '#kernel/date.ts';
import { groupRoles } from '#domains/registry/group-words.ts';
import { sectorNames } from '#domains/registry/sector.ts';
import { date, number, personal, text, word } from '../row-column.ts';
import { reachedBusinesses } from './coverage-figures.ts';
import { reachedWithinDays } from './cut.ts';
import { inForce } from './group-figures.ts';
import { ifNamed } from './rows-source.ts';
import type { RowsSource } from './rows-source.ts';

const kecamatan = text('kecamatan', 'Kecamatan', 'Kecamatan');
const kelurahan = text('kelurahan', 'Kelurahan', 'Kelurahan');
const sector = word('sector', { id: 'Bidang', en: 'Sector' }, sectorNames);

export const memberRows: RowsSource = {
  columns: [
    personal('name', 'Nama', 'Name'),
    text('group', 'Kelompok', 'Group'),
    kecamatan,
    word('role', { id: 'Jabatan', en: 'Office' }, groupRoles),
    date('since', 'Anggota sejak', 'Member since'),
  ],
  order: '"group", role <> \'ketua\', name',
  select: (db, { names }) => sql`
    select ${ifNamed(names, 'p.kelurahan_code', 'p.name')} as name, g.name as "group", k.name as kecamatan, m.role,
      m.valid_from as since, g.kecamatan_code, m.id as tie
    from registry.membership m
    join registry.business_group g on g.city_id = m.city_id and g.id = m.group_id
    join registry.person p on p.city_id = m.city_id and p.id = m.person_id
    join registry.region k on k.city_id = g.city_id and k.code = g.kecamatan_code
    where m.city_id = ${db.city} and m.valid_to is null and g.state in ${inForce}`,
};

export const groupRows: RowsSource = {
  columns: [
    text('name', 'Kelompok', 'Group'),
    sector,
    kecamatan,
    kelurahan,
    number('members', 'Anggota', 'Members'),
    text('mentor', 'Pendamping', 'Mentor'),
    date('until', 'Berlaku sampai', 'In force until'),
  ],
  order: 'kecamatan, name',
  select: (db) => sql`
    select g.name, g.sector, k.name as kecamatan, w.name as kelurahan, u.name as mentor, g.valid_to as until, g.kecamatan_code,
      g.id as tie,
      (select count(*) from registry.membership m where m.city_id = g.city_id and m.group_id = g.id and m.valid_to is null) as members
    from registry.business_group g
    join registry.region k on k.city_id = g.city_id and k.code = g.kecamatan_code
    join registry.region w on w.city_id = g.city_id and w.code = g.kelurahan_code
    left join access.user_account u on u.city_id = g.city_id and u.id = g.mentor_id
    where g.city_id = ${db.city} and g.state in ${inForce}`,
};

export const businessRows: RowsSource = {
  columns: [
    personal('name', 'Usaha', 'Business'),
    text('product', 'Produk', 'Product'),
    sector,
    kelurahan,
    kecamatan,
  ],
  order: 'kecamatan_code, kelurahan, name',
  select: (db, { names }) => sql`
    select ${ifNamed(names, 'b.kelurahan_code', 'b.name')} as name, b.product, b.sector, w.name as kelurahan, k.name as kecamatan,
      b.kecamatan_code, b.id as tie
    from registry.business b
    left join registry.region k on k.city_id = b.city_id and k.code = b.kecamatan_code
    left join registry.region w on w.city_id = b.city_id and w.code = b.kelurahan_code
    where b.city_id = ${db.city} and b.state = 'active'`,
};

export const reachedRows: RowsSource = {
  columns: [
    personal('name', 'Usaha', 'Business'),
    text('product', 'Produk', 'Product'),
    kelurahan,
    kecamatan,
    date('last_on', 'Terakhir ditemui', 'Last met'),
  ],
  order: 'last_on desc, kecamatan_code',
  select: (db, { names, cut }) => sql`
    select ${ifNamed(names, 'b.kelurahan_code', 'b.name')} as name, b.product, w.name as kelurahan, k.name as kecamatan, r.last_on,
      b.kecamatan_code, b.id as tie
    from ${reachedBusinesses(db, cut)} r
    join registry.business b on b.city_id = ${db.city} and b.id = r.business_id and b.state = 'active'
    left join registry.region k on k.city_id = b.city_id and k.code = b.kecamatan_code
    left join registry.region w on w.city_id = b.city_id and w.code = b.kelurahan_code`,
};

/** Owners who received services of some kinds, perhaps only lately. */
function ownerRows(kinds: readonly string[] | null, lately: boolean): RowsSource {
  return {
    columns: [
      personal('name', 'Nama', 'Name'),
      kelurahan,
      kecamatan,
      number('services', 'Layanan', 'Services'),
      date('last_on', 'Terakhir', 'Last'),
    ],
    order: 'last_on desc, kecamatan',
    select: (db, { names, cut }) => sql`
      select ${ifNamed(names, 'p.kelurahan_code', 'p.name')} as name, w.name as kelurahan, k.name as kecamatan, s.services, s.last_on,
        k.code as kecamatan_code, p.id as tie
      from (
        select person_id, count(*) as services, max(on_day) as last_on from programmes.service
        where city_id = ${db.city} and kind <> 'registered' and on_day <= ${cut.today}::date
          and (${kinds}::text[] is null or kind = any (${kinds}::text[]))
          and (${!lately} or on_day > ${addDays(cut.today, -reachedWithinDays)}::date)
        group by person_id
      ) s
      join registry.person p on p.city_id = ${db.city} and p.id = s.person_id
      left join registry.region w on w.city_id = p.city_id and w.code = p.kelurahan_code
      left join registry.region k on k.city_id = p.city_id and k.code = w.parent_code
      where exists (select from registry.business b where b.city_id = p.city_id and b.owner_id = p.id and b.state = 'active')`,
  };
}

export const servedRows = ownerRows(null, false);
export const metRows = ownerRows(['visited', 'meeting'], true);
export const lentRows = ownerRows(['loan'], false);
