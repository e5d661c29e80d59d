-- A file poured in by mistake could not be taken out again.

create table registry.import_gap (
  city_id text not null,
  batch_id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('sex', 'born_on', 'phone', 'kelurahan_code', 'address', 'place_text')),
  value text not null,
  primary key (city_id, batch_id, person_id, field),
  foreign key (city_id, batch_id) references registry.import_batch (city_id, id)
);
comment on table registry.import_gap is 'What a file filled of somebody known whose field was empty, so that undoing the file empties it again where nobody changed it since.';
create index import_gap_by_person on registry.import_gap (city_id, person_id);
alter table registry.import_gap enable row level security, force row level security;
create policy city on registry.import_gap for all
  using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant insert, select on registry.import_gap to naik_app;

alter table registry.import_batch
  add column undone_at timestamptz,
  add column undone_by uuid;
comment on column registry.import_batch.undone_at is 'When its people and businesses were taken out again; null while they are there.';

alter table registry.import_row add column brought boolean not null default false;
comment on column registry.import_row.brought is 'Whether applying the row registered its person, rather than finding her.';
update registry.import_row i set brought = true
  from registry.import_batch b, registry.person p
  where b.city_id = i.city_id and b.id = i.batch_id and p.city_id = i.city_id and p.id = i.person_id
    and p.created_at = b.applied_at and i.outcome <> 'same';

create index source_value_by_batch on registry.source_value (city_id, (origin ->> 'batch'));

create function registry.import_born(city text, batch uuid) returns table (id uuid, owner_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.person_id, null::uuid from registry.import_row i
    where i.city_id = city and i.batch_id = batch and i.brought and i.person_id is not null
  union
  select o.id, o.owner_id from registry.import_row i
    join registry.business o on o.city_id = i.city_id and o.id = i.business_id
    where i.city_id = city and i.batch_id = batch
$$;
comment on function registry.import_born(city text, batch uuid) is
  'The people (without an owner) and businesses (with theirs) an applied file brought into the registry.';
grant execute on function registry.import_born(city text, batch uuid) to naik_app;

create function registry.import_uses(city text, batch uuid) returns table (used_in text, person_id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  place record;
begin
  -- Whatever names a person or a business keeps her here: found by foreign keys and by name, so that a domain that
  -- comes later is asked too.
  for place in
    select distinct c.oid::regclass as tbl, n.nspname || '.' || c.relname as called, a.attname as col
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('pg_catalog', 'information_schema', 'access')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
    join pg_attribute t on t.attrelid = c.oid and t.attname = 'city_id'
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
      and k.confrelid in ('registry.person'::regclass, 'registry.business'::regclass)
    where c.relkind in ('r', 'p') and not c.relispartition
      and (k.oid is not null or a.attname in ('person_id', 'business_id', 'owner_id'))
      and (n.nspname, c.relname) not in (('registry', 'identifier'), ('registry', 'import_row'), ('registry', 'import_gap'),
        ('registry', 'candidate_pair'))
    order by 2, 3
  loop
    return query execute format(
      'select %L::text, coalesce(b.owner_id, b.id), p.name from (select distinct u.%I as id from %s u
         join registry.import_born($1, $2) b on b.id = u.%I where u.city_id = $1 %s) f
         join registry.import_born($1, $2) b on b.id = f.id
         join registry.person p on p.city_id = $1 and p.id = coalesce(b.owner_id, b.id)',
      place.called, place.col, place.tbl, place.col,
      case when place.called = 'registry.business'
        then 'and not exists (select from registry.import_born($1, $2) o where o.id = u.id)' else '' end)
      using city, batch;
  end loop;
  return query
    select 'registry.import_row'::text, p.id, p.name from registry.import_row i
      join registry.import_batch o on o.city_id = i.city_id and o.id = i.batch_id and o.state = 'applied'
      join registry.import_born(city, batch) b on b.id = i.person_id
      join registry.person p on p.city_id = i.city_id and p.id = i.person_id
      where i.city_id = city and i.batch_id <> batch
    union
    select 'registry.candidate_pair'::text, p.id, p.name from registry.candidate_pair c
      join registry.import_born(city, batch) b on b.id in (c.person_id, c.other_id)
      join registry.person p on p.city_id = c.city_id and p.id = b.id
      where c.city_id = city and c.state in ('same', 'different');
end $$;
comment on function registry.import_uses(city text, batch uuid) is
  'Where the people and businesses of an applied file are used by now: by the table, with the person. Empty when the file can be undone.';
grant execute on function registry.import_uses(city text, batch uuid) to naik_app;

create function registry.undo_import(city text, batch uuid) returns table (people int, businesses int, emptied int)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  born_people uuid[];
  born_businesses uuid[];
  applied timestamptz;
  file text;
begin
  if city is distinct from platform.current_city() then
    raise exception 'undoing for city % in a transaction of city %', city, platform.current_city();
  end if;
  select b.applied_at, b.file_name into applied, file from registry.import_batch b
    where b.city_id = city and b.id = batch and b.state = 'applied' for update;
  if not found then raise exception 'import % is not applied', batch; end if;
  -- Both are taken before anybody can come to use them; what is used already stops the whole undoing.
  perform 1 from registry.person p where p.city_id = city
    and p.id in (select b.id from registry.import_born(city, batch) b) for update;
  if exists (select from registry.import_uses(city, batch)) then raise exception 'import % is in use', batch; end if;
  select array_agg(b.id) filter (where b.owner_id is null), array_agg(b.id) filter (where b.owner_id is not null)
    into born_people, born_businesses from registry.import_born(city, batch) b;

  with emptied_people as (
    update registry.person p set
      sex = case when g.had ->> 'sex' = p.sex then null else p.sex end,
      born_on = case when g.had ->> 'born_on' = p.born_on::text then null else p.born_on end,
      phone = case when g.had ->> 'phone' = p.phone then null else p.phone end,
      kelurahan_code = case when g.had ->> 'kelurahan_code' = p.kelurahan_code then null else p.kelurahan_code end,
      address = case when g.had ->> 'address' = p.address then null else p.address end,
      place_text = case when g.had ->> 'place_text' = p.place_text then null else p.place_text end
    from (select e.person_id, jsonb_object_agg(e.field, e.value) as had from registry.import_gap e
      where e.city_id = city and e.batch_id = batch group by e.person_id) g
    where p.city_id = city and p.id = g.person_id
    returning p.id
  ) select count(*) into emptied from emptied_people;

  delete from registry.source_value s where s.city_id = city and s.origin ->> 'batch' = batch::text;
  -- Every import is matched anew before it is applied: what it took for known may be gone.
  update registry.import_row i set known_id = null where i.city_id = city and i.known_id = any (born_people);
  update registry.import_batch b set counts = b.counts - 'judgedAt' where b.city_id = city and b.state = 'previewed';
  delete from registry.identifier d using registry.import_row i
    where d.city_id = city and i.city_id = city and i.batch_id = batch and d.person_id = i.person_id
      and (i.brought or d.recorded_at = applied and d.source = file);
  update registry.import_row i set person_id = null, business_id = null, brought = false
    where i.city_id = city and i.batch_id = batch;
  delete from registry.business o where o.city_id = city and o.id = any (born_businesses);
  delete from registry.candidate_pair c where c.city_id = city
    and (c.person_id = any (born_people) or c.other_id = any (born_people));
  delete from registry.person p where p.city_id = city and p.id = any (born_people);
  return query select coalesce(cardinality(born_people), 0), coalesce(cardinality(born_businesses), 0), emptied;
end $$;
comment on function registry.undo_import(city text, batch uuid) is
  'Takes the people and businesses of an applied file out again, and the values it filled where nobody changed them since. All of it or an error; nothing that is used is touched.';
grant execute on function registry.undo_import(city text, batch uuid) to naik_app;
