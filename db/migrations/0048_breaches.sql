-- When data of people got where it should not be: what, whose, and who was told within 3x24 hours.

create table registry.breach (
  city_id text not null,
  id uuid not null,
  number text not null check (number ~ '^INS-\d{4}-\d{4,}$'),
  kind text not null check (kind in ('lost-phone', 'wrong-export', 'group-papers')),
  device_id uuid,
  place_code text,
  group_id uuid,
  what text not null check (length(what) between 3 and 1000),
  remedy text not null check (length(remedy) between 3 and 1000),
  happened_on date not null,
  found_at timestamptz not null,
  due_at timestamptz not null check (due_at = found_at + interval '72 hours'),
  people int not null check (people > 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, device_id) references access.device (city_id, id),
  foreign key (city_id, place_code) references registry.region (city_id, code),
  foreign key (city_id, group_id) references registry.business_group (city_id, id),
  check ((kind = 'lost-phone') = (device_id is not null)),
  check ((kind = 'wrong-export') = (place_code is not null)),
  check ((kind = 'group-papers') = (group_id is not null))
);
comment on table registry.breach is 'A failure to protect data of people (UU 27/2022 art. 46): what happened, when it was found, how many it touches.';
comment on column registry.breach.due_at is 'Until when the people and the authority are told in writing: 3x24 hours after it was found.';
create index breach_by_due on registry.breach (city_id, due_at desc, id);
select platform.protect('registry.breach', 'select, insert');

create table registry.breach_person (
  city_id text not null,
  breach_id uuid not null,
  person_id uuid not null,
  primary key (city_id, breach_id, person_id),
  foreign key (city_id, breach_id) references registry.breach (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table registry.breach_person is 'Whose data a breach touched, as it was reckoned when it was written down.';
create index breach_person_by_person on registry.breach_person (city_id, person_id);
select platform.protect('registry.breach_person', 'select, insert');

create table registry.breach_notice (
  city_id text not null,
  breach_id uuid not null,
  told text not null check (told in ('people', 'authority')),
  told_at timestamptz not null,
  how text not null check (length(how) between 3 and 300),
  noted_by uuid not null,
  noted_name text not null,
  noted_at timestamptz not null,
  primary key (city_id, breach_id, told),
  foreign key (city_id, breach_id) references registry.breach (city_id, id),
  check (told_at <= noted_at)
);
comment on table registry.breach_notice is 'Who was told of a breach, when and how; once for the people, once for the authority.';
select platform.protect('registry.breach_notice', 'select, insert');
