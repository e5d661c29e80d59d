-- Days on which a city does not meet and nothing should fall due: Lebaran weeks, holidays by joint decree.

create table lending.closure (
  city_id text not null,
  id uuid not null,
  name text not null check (length(name) between 2 and 80),
  from_day date not null,
  to_day date not null,
  source_document text not null check (length(source_document) between 3 and 240),
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (city_id, id),
  check (to_day >= from_day and to_day - from_day <= 31)
);
comment on table lending.closure is 'Days without meetings, as data: moving holidays are known only once they are decreed.';
create index closure_by_day on lending.closure (city_id, from_day);
select platform.protect('lending.closure', 'select, insert');
