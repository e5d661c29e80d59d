-- Lists of people stay quick with a million of them: a page is read along an index, a search along trigrams.

create schema extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists btree_gin with schema extensions;

alter table registry.person
  add column kecamatan_code text generated always as (left(kelurahan_code, 8)) stored;
comment on column registry.person.kecamatan_code is 'The kecamatan of the kelurahan: the first eight signs of its code.';

-- Only people on the list are ever paged through; merged and restricted ones are left out of these.
create index person_listed_by_name on registry.person (city_id, name, id) where state in ('provisional', 'registered');
create index person_listed_by_kecamatan on registry.person (city_id, kecamatan_code, name, id) where state in ('provisional', 'registered');
create index person_listed_by_kelurahan on registry.person (city_id, kelurahan_code, name, id) where state in ('provisional', 'registered');
drop index registry.person_by_place;

create index person_name_signs on registry.person using gin (city_id, name extensions.gin_trgm_ops);
create index person_phone_signs on registry.person using gin (city_id, phone extensions.gin_trgm_ops);
create index business_name_signs on registry.business using gin (city_id, name extensions.gin_trgm_ops, product extensions.gin_trgm_ops);

create function registry.people_matching(city text, pattern text, phone_pattern text, most int) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select id from (
    (select p.id from registry.person p where p.city_id = city and p.name ilike pattern limit most)
    union
    (select b.owner_id from registry.business b
      where b.city_id = city and b.state = 'active' and (b.name ilike pattern or b.product ilike pattern) limit most)
    union
    (select p.id from registry.person p
      where phone_pattern is not null and p.city_id = city and p.phone like phone_pattern limit most)
  ) found (id)
  where city = platform.current_city() limit most
$$;
comment on function registry.people_matching is
  'People whose name, business, product or telephone holds a pattern, at most so many. Row-level security keeps the server from using a text index for whoever asks, so this looks as the owner, in the city of the transaction only; who of them may be seen is for the caller to say.';
revoke all on function registry.people_matching from public;
grant execute on function registry.people_matching to naik_app;
