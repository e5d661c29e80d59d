-- Institutions the city works with, and the one dated line of what everybody received.

create schema partners;
grant usage on schema partners to naik_app;

create table partners.institution (
  city_id text not null,
  id uuid not null,
  kind text not null check (kind in ('bank', 'bpr', 'pnm', 'cooperative', 'revolving-fund', 'lkm', 'department', 'plut', 'university', 'kadin', 'dekranasda', 'buyer')),
  code text not null check (code ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  short_name text not null,
  books text not null check (books in ('kept-here', 'kept-by-partner', 'none')),
  address text,
  valid_from date not null,
  valid_to date,
  primary key (city_id, id),
  unique (city_id, code)
);
comment on table partners.institution is 'A lender, a city department (OPD), or another partner.';
select platform.protect('partners.institution', 'select, insert, update');

create table partners.offer (
  city_id text not null,
  id uuid not null,
  institution_id uuid not null,
  name text not null,
  terms jsonb not null,
  source_document text not null,
  valid_from date not null,
  valid_to date,
  primary key (city_id, id),
  foreign key (city_id, institution_id) references partners.institution (city_id, id)
);
comment on table partners.offer is 'A price anyone can compare; terms as the lending engine reads them.';
select platform.protect('partners.offer', 'select, insert, update');

create schema programmes;
grant usage on schema programmes to naik_app;

create table programmes.service (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  business_id uuid,
  kind text not null check (kind in ('registered', 'group-joined', 'visited', 'meeting', 'trained', 'permit', 'loan', 'market', 'answered')),
  on_day date not null,
  source_kind text not null,
  source_id uuid not null,
  by_name text not null,
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table programmes.service is 'Who received what, when, from whom: the one dated line of life that every domain above adds to.';
create index service_by_person on programmes.service (city_id, person_id, on_day desc);
create index service_by_kind on programmes.service (city_id, kind, on_day, person_id);
select platform.protect('programmes.service', 'select, insert');
