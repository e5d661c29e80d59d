import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { numbersIn } from '#domains/access/server/index.ts';
import type { Scope } from '#domains/access/who-may.ts';
import type { Reader } from '#platform/db/reader.ts';
import type { KeyedSealer, NumberSealer } from '#platform/secrets/sealing.ts';
import { readAsked } from '../search/asked.ts';
import type { AskedWord } from '../search/asked.ts';
import { rankHits } from '../search/rank-hits.ts';
import type { Ranked } from '../search/rank-hits.ts';
import {
  bothQueries,
  digitsQuery,
  markOf,
  wideQuery,
  withinQuery,
  wordQuery,
} from '../search/word-query.ts';
import type { HitKind, WordMeant } from '../search/word-query.ts';
import type { Sector } from '../sector.ts';

/** One thing found: what it is called, and what tells it from others of that name. */
export interface Hit {
  readonly kind: HitKind;
  readonly id: string;
  readonly name: string;
  /** A person's business, a business's product, nothing for a group. */
  readonly about: string | null;
  /** The owner of a business. */
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly sector: Sector | null;
  readonly kelurahan: string | null;
}

/** What may be searched: people and businesses, groups, each within its own scope; null for not at all. */
export interface SearchAsk {
  readonly q: string;
  readonly people: Scope | null;
  readonly groups: Scope | null;
  /** Hits of each kind. */
  readonly limit: number;
}

/** How many of a kind are looked at to find the best among them. */
const looked = 40;
/** City and kind before every word, as 15.71p. */
const markLength = 6;

interface Found extends Ranked {
  readonly kind: HitKind;
  readonly id: string;
}

/** What a kind may be looked for in: an area by its words (null for the whole city), and few by their ids. */
interface Reach {
  readonly within: string | null;
  readonly ids: readonly string[];
}
type Reaches = Partial<Record<HitKind, Reach>>;

/**
 * People, businesses and groups by what was typed: a name as it is or as it sounds, a product, a place, a telephone or
 * business number from either end, a whole NIK. First what holds the very words; where that is too little what sounds
 * like them and what lies where they say; only where that is too little altogether what is a slip away. Nothing outside
 * the scopes is said to exist.
 */
export async function searchEverything(
  db: Reader,
  ask: SearchAsk,
  sealer: NumberSealer,
): Promise<Hit[]> {
  const asked = readAsked(ask.q);
  const reaches = await reachesOf(db, ask);
  const kinds = Object.keys(reaches) as HitKind[];
  if (kinds.length === 0) return [];
  if (asked.nik !== null)
    return findByNik(db, await numbersIn(db, sealer), {
      nik: asked.nik,
      reach: reaches.person ?? null,
    });
  const { digits, words } = asked;
  const found = new Map<string, Found>();
  const look = async (among: readonly HitKind[], beginning: string, queryOf: QueryOf) => {
    const part: Reaches = Object.fromEntries(among.map((kind) => [kind, reaches[kind]!]));
    const more = await find(db, part, { beginning, queryOf, enough: ask.limit });
    for (const one of more) if (!found.has(one.id)) found.set(one.id, one);
  };
  const few = (kind: HitKind) =>
    [...found.values()].filter((one) => one.kind === kind).length < ask.limit;
  await look(kinds, words.map(({ key }) => key).join(' '), (mark) =>
    digits === null ? wordQuery(mark, words) : digitsQuery(mark, digits),
  );
  for (const slips of [false, true]) {
    const lacking = kinds.filter(few);
    // There are few groups: that they are few alone is no reason to look further.
    const onlyGroups = kinds.length > 1 && lacking.every((kind) => kind === 'group');
    const enough = slips ? found.size >= ask.limit : onlyGroups && found.size > 0;
    if (enough || words.length === 0) break;
    const meant = await meaningOf(db, words, slips);
    await look(lacking, '', (mark) => wideQuery(mark, meant));
  }
  const best = kinds.flatMap((kind) =>
    rankHits(
      words,
      [...found.values()].filter((one) => one.kind === kind),
    ).slice(0, ask.limit),
  );
  return show(db, best);
}

/** A condition of the index of words for one kind; null where nothing is asked of it. */
type QueryOf = (mark: string) => string | null;

/** Where each kind may be looked for. Who sees only groups sees their people, and those people's businesses. */
async function reachesOf(db: Reader, ask: SearchAsk): Promise<Reaches> {
  const { people, groups } = ask;
  const reaches: Reaches = {};
  const mark = (kind: HitKind) => markOf(db.city, kind);
  if (groups)
    reaches.group = reachOf(
      mark('group'),
      { ...groups, all: groups.all || groups.institution.length > 0 },
      groups.group,
    );
  if (people) {
    const members =
      people.all || people.group.length === 0 ? [] : await membersOf(db, people.group);
    reaches.person = reachOf(
      mark('person'),
      people,
      members.map(({ personId }) => personId),
    );
    reaches.business = reachOf(
      mark('business'),
      people,
      members.flatMap(({ businessIds }) => businessIds),
    );
  }
  return reaches;
}

function reachOf(
  mark: string,
  scope: Pick<Scope, 'all' | 'kecamatan' | 'kelurahan'>,
  ids: readonly string[],
): Reach {
  return { within: withinQuery(mark, scope), ids: scope.all ? [] : ids };
}

async function membersOf(
  db: Reader,
  groups: readonly string[],
): Promise<{ personId: string; businessIds: string[] }[]> {
  const { rows } = await sql<{ personId: string; businessIds: string[] }>`
    select m.person_id as "personId", array(select b.id from registry.business b
      where b.city_id = m.city_id and b.owner_id = m.person_id and b.state = 'active') as "businessIds"
    from registry.membership m
    where m.city_id = ${db.city} and m.valid_to is null and m.group_id = any (${[...groups]}::uuid[])`.execute(
    db,
  );
  return rows;
}

async function find(
  db: Reader,
  reaches: Reaches,
  ask: {
    readonly beginning: string;
    readonly queryOf: QueryOf;
    readonly enough: number;
  },
): Promise<Found[]> {
  const parts: RawBuilder<Found>[] = [];
  for (const [kind, { within, ids }] of Object.entries(reaches) as [HitKind, Reach][]) {
    const mark = markOf(db.city, kind);
    const query = ask.queryOf(mark);
    const beginning = ask.beginning.length >= 2 ? ask.beginning : '';
    if (query === null && beginning === '') continue;
    if (within !== '')
      parts.push(sql`select * from registry.entries_found(${db.city}, ${kind}, ${beginning},
        ${query === null ? null : bothQueries(query, within)}, ${within}, ${ask.enough}, ${looked})`);
    if (ids.length > 0)
      parts.push(sql`select * from registry.entries_among(${db.city},
        ${query ?? `'${mark}${ask.beginning.split(' ')[0] ?? ''}':*`}, ${kind}, ${[...ids]}::uuid[], ${looked})`);
  }
  if (parts.length === 0) return [];
  const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(db);
  return rows.map((row) => ({ ...row, words: row.words.map((word) => word.slice(markLength)) }));
}

/**
 * What each word may mean beside itself: what sounds like it and, where asked, what is a slip or two away. Short words
 * have too many neighbours for a slip to be told from a name.
 */
async function meaningOf(
  db: Reader,
  words: readonly AskedWord[],
  withSlips: boolean,
): Promise<WordMeant[]> {
  const last = words.length - 1;
  const slips = words.map(({ plain }) =>
    !withSlips || /\d/.test(plain) || plain.length < 4 ? 0 : plain.length < 6 ? 1 : 2,
  );
  const { rows } = await sql<Pick<WordMeant, 'alike' | 'places'>>`
    select case when length(a.word) < 3 then '{}' else
        array(select registry.words_like(${db.city}, a.word, a.goes_on, a.slips, 12)) end as alike,
      array(select r.code from registry.region r where r.city_id = ${db.city} and r.level <> 'city' and r.valid_to is null
        and length(a.word) >= 3 and ' ' || lower(r.name) || ' ' like '% ' || a.plain || case when a.goes_on then '%' else ' %' end) as places
    from unnest(${words.map(({ key }) => key)}::text[], ${words.map(({ plain }) => plain)}::text[],
      ${words.map((_, at) => at === last)}::boolean[], ${slips}::int[])
      with ordinality as a (word, plain, goes_on, slips, place)
    order by a.place`.execute(db);
  return words.map((word, at) => ({
    ...word,
    alike: rows[at]?.alike ?? [],
    places: rows[at]?.places ?? [],
  }));
}

async function show(db: Reader, found: readonly Pick<Found, 'kind' | 'id'>[]): Promise<Hit[]> {
  if (found.length === 0) return [];
  const of = (kind: HitKind) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const { rows } = await sql<Hit>`
    select 'person' as kind, p.id, p.name, b.name as about, null as owner, null::uuid as "ownerId", b.sector, r.name as kelurahan
    from registry.person p
      left join lateral (select b.name, b.sector from registry.business b where b.city_id = ${db.city} and b.owner_id = p.id
        and b.state = 'active' order by b.created_at, b.id limit 1) b on true
      left join registry.region r on r.city_id = ${db.city} and r.code = p.kelurahan_code
    where p.city_id = ${db.city} and p.id = any (${of('person')}::uuid[])
    union all
    select 'business', b.id, b.name, b.product, p.name, p.id, b.sector, r.name
    from registry.business b join registry.person o on o.city_id = b.city_id and o.id = b.owner_id
      join registry.person p on p.city_id = b.city_id and p.id = coalesce(o.merged_into, o.id)
      left join registry.region r on r.city_id = b.city_id and r.code = b.kelurahan_code
    where b.city_id = ${db.city} and b.id = any (${of('business')}::uuid[])
    union all
    select 'group', g.id, g.name, null, null, null, g.sector, r.name
    from registry.business_group g left join registry.region r on r.city_id = g.city_id and r.code = g.kelurahan_code
    where g.city_id = ${db.city} and g.id = any (${of('group')}::uuid[])`.execute(db);
  const place = new Map(found.map(({ id }, at) => [id, at]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** By NIK nobody is found but its owner, and of the number nothing is shown. */
async function findByNik(
  db: Reader,
  numbers: KeyedSealer,
  { nik, reach }: { nik: string; reach: Reach | null },
): Promise<Hit[]> {
  if (reach === null) return [];
  const { rows } = await sql<{ id: string }>`
    select coalesce(p.merged_into, p.id) as id from registry.identifier i
      join registry.person p on p.city_id = i.city_id and p.id = i.person_id
    where i.city_id = ${db.city} and i.kind = 'nik' and i.blind_index = ${numbers.blindIndex(nik)}`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  const seen = new Set(reach.ids);
  const inArea =
    reach.within === ''
      ? []
      : (
          await sql<{
            id: string;
          }>`select id from registry.entries_among(${db.city}, ${reach.within}, 'person', ${ids}::uuid[], 1)`.execute(
            db,
          )
        ).rows.map(({ id }) => id);
  const allowed = ids.filter((id) => seen.has(id) || inArea.includes(id));
  return show(
    db,
    allowed.map((id) => ({ kind: 'person' as const, id })),
  );
}
