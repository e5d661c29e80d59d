-- Where kelurahan end, where a business works, and photographs of it.

create table registry.region_boundary (
  city_id text not null,
  code text not null,
  polygons jsonb not null check (jsonb_typeof(polygons) = 'array'),
  source text not null check (length(source) between 1 and 200),
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (city_id, code),
  foreign key (city_id, code) references registry.region (city_id, code)
);
comment on table registry.region_boundary is 'The borders of a kelurahan as the city''s own file has them. Another file takes the place of what a kelurahan had.';
comment on column registry.region_boundary.polygons is 'As GeoJSON writes a MultiPolygon: polygons of rings of longitude and latitude, the first ring around, the others holes.';
comment on column registry.region_boundary.source is 'The file they came from, shown under every map.';
select platform.protect('registry.region_boundary', 'select, insert, update');

create table registry.business_premises (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  kind text not null check (kind in ('home', 'shop', 'market-stall', 'kiosk', 'workshop', 'cart', 'online', 'other')),
  tenure text not null check (tenure in ('own', 'family', 'rented', 'lent', 'none')),
  kelurahan_code text,
  address text check (length(address) between 1 and 200),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  foreign key (city_id, kelurahan_code) references registry.region (city_id, code),
  check (valid_to >= valid_from)
);
comment on table registry.business_premises is 'A place a business works in: what kind, by what right, from when to when. A business that moves ends one and has another.';
create index business_premises_by_business on registry.business_premises (city_id, business_id, valid_from);
select platform.protect('registry.business_premises', 'select, insert');
grant update (valid_to) on registry.business_premises to naik_app;

create table registry.business_photo (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  shows text not null check (length(shows) between 2 and 120),
  taken_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  check ((removed_at is null) = (removed_by is null))
);
comment on table registry.business_photo is 'A photograph of a business, drawn anew without what the camera says of place and time; the picture lies in the file store under its hash.';
comment on column registry.business_photo.shows is 'What is to be seen on it, for whoever does not see it.';
create unique index business_photo_once on registry.business_photo (city_id, business_id, sha256) where removed_at is null;
select platform.protect('registry.business_photo', 'select, insert');
grant update (removed_at, removed_by) on registry.business_photo to naik_app;

-- The application's role cannot delete: what a business was to its owner goes with her.
create function registry.erase_businesses(city text, person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hers uuid[] := array(select b.id from registry.business b join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    where b.city_id = city and (p.id = person or p.merged_into = person));
begin
  if city is distinct from platform.current_city() then
    raise exception 'erasing for city % in a transaction of city %', city, platform.current_city();
  end if;
  delete from registry.business_premises one where one.city_id = city and one.business_id = any (hers);
  delete from registry.business_photo one where one.city_id = city and one.business_id = any (hers);
end $$;
comment on function registry.erase_businesses is 'Takes the places and photographs of a person''s businesses out of the registry when she is erased (UU 27/2022 art. 43-44).';
revoke all on function registry.erase_businesses from public;
grant execute on function registry.erase_businesses to naik_app;
