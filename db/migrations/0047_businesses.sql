-- What a business is: its figures with their source, the licences it holds, and who owns it beside the first owner.

create table registry.business_figure (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  year int not null check (year between 2000 and 2200),
  capital_rupiah bigint check (capital_rupiah >= 0),
  sales_rupiah bigint check (sales_rupiah >= 0),
  workers int check (workers between 0 and 10000),
  evidence text not null check (length(evidence) between 3 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  check (coalesce(capital_rupiah, sales_rupiah, workers) is not null)
);
comment on table registry.business_figure is 'A year of a business in raw figures, from which its class is computed and never stored. Append-only: of a year the newest counts, the others stay.';
comment on column registry.business_figure.capital_rupiah is 'Capital without land and buildings of the place of business (PP 7/2021 art. 35).';
comment on column registry.business_figure.evidence is 'What the figures were read from: books, a tax return, what she said.';
create index business_figure_by_business on registry.business_figure (city_id, business_id, year desc, recorded_at desc);
select platform.protect('registry.business_figure', 'select, insert');

create table registry.business_owner (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('partner', 'spouse', 'heir', 'manager')),
  share_percent int check (share_percent between 1 and 100),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (city_id, id),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check (valid_to >= valid_from)
);
comment on table registry.business_owner is 'Who owns or runs a business beside the owner it is registered under, from when to when. What the shares leave is the first owner''s.';
create unique index business_owner_once on registry.business_owner (city_id, business_id, person_id) where valid_to is null;
create index business_owner_by_person on registry.business_owner (city_id, person_id);
select platform.protect('registry.business_owner', 'select, insert');
grant update (valid_to) on registry.business_owner to naik_app;

create table registry.business_licence (
  city_id text not null,
  id uuid not null,
  business_id uuid not null,
  kind text not null check (kind in ('nib', 'pirt', 'halal', 'bpom', 'trademark', 'sni', 'iumk', 'other')),
  number text not null check (length(number) between 2 and 60),
  product text check (length(product) <= 160),
  issued_on date not null,
  valid_to date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  unique (city_id, business_id, kind, number),
  foreign key (city_id, business_id) references registry.business (city_id, id),
  check (valid_to >= issued_on)
);
comment on table registry.business_licence is 'A licence a business holds, as its paper says. Append-only: a renewed one is another paper.';
select platform.protect('registry.business_licence', 'select, insert');
