-- One business written down twice, under one owner or under two, is one business; a person says so, and can take it back.

create table registry.business_pair (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  other_id uuid not null,
  grounds text[] not null check (cardinality(grounds) between 1 and 10),
  state text not null default 'open' check (state in ('open', 'same', 'different', 'later')),
  reason text check (length(reason) <= 300),
  led uuid[],
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  primary key (city_id, id),
  unique (city_id, business_id, other_id),
  foreign key (city_id, business_id) references registry.business (city_id, id) on delete cascade,
  foreign key (city_id, other_id) references registry.business (city_id, id) on delete cascade,
  check (business_id <> other_id),
  check ((state = 'same') = (led is not null)),
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decided_name is null))
);
comment on table registry.business_pair is 'Two records that may be one business: open → same | different | later. The same lets the newer lead to the other; nothing that hangs on it is moved, so that taking it back gives exactly what was.';
comment on column registry.business_pair.business_id is 'The newer record, which leads to the other when they are the same.';
comment on column registry.business_pair.grounds is 'What agrees and what does not: owner-same, name-alike, place-other and so on.';
comment on column registry.business_pair.led is 'Records that led to the newer one before, and since lead on; empty where there were none.';
create index business_pair_waiting on registry.business_pair (city_id, state, found_at, id) where state in ('open', 'later');
create index business_pair_by_other on registry.business_pair (city_id, other_id);
alter table registry.business_pair enable row level security, force row level security;
create policy city on registry.business_pair for all
  using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select, insert, update on registry.business_pair to naik_app;

create index business_by_merged on registry.business (city_id, merged_into) where merged_into is not null;

create function registry.business_records_of(city text, business uuid) returns setof uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select business union all
  select b.id from registry.business b where b.city_id = city and b.merged_into = business
$$;
comment on function registry.business_records_of(text, uuid) is
  'A business and the records that lead to it: what was written down of any of them is of it.';

-- An open pair is nobody's decision and goes with the businesses of an undone import; a decided one keeps them here.
alter function registry.import_uses(text, uuid) rename to import_uses_but_pairs;
create function registry.import_uses(city text, batch uuid) returns table (used_in text, person_id uuid, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select u.used_in, u.person_id, u.name from registry.import_uses_but_pairs(city, batch) u
    where u.used_in <> 'registry.business_pair'
  union
  select 'registry.business_pair', p.id, p.name from registry.business_pair c
    join registry.import_born(city, batch) b on b.id in (c.business_id, c.other_id)
    join registry.person p on p.city_id = c.city_id and p.id = b.owner_id
    where c.city_id = city and c.state in ('same', 'different')
$$;
comment on function registry.import_uses(text, uuid) is
  'Where the people and businesses of an applied file are used by now: by the table, with the person. Empty when the file can be undone.';
grant execute on function registry.import_uses(text, uuid) to naik_app;
