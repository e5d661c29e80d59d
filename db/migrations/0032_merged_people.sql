-- Two records of one person put together, and taken apart again; and why a pair was found.

create table registry.person_merge (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  into_id uuid not null,
  state_before text not null check (state_before in ('provisional', 'registered')),
  also uuid[] not null default '{}',
  pair_id uuid,
  reason text not null check (length(reason) between 3 and 300),
  merged_at timestamptz not null,
  merged_by uuid not null,
  merged_name text not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_name text,
  undone_why text check (length(undone_why) between 3 and 300),
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, into_id) references registry.person (city_id, id),
  check (person_id <> into_id),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_name is null)
    and (undone_at is null) = (undone_why is null))
);
comment on table registry.person_merge is 'A record found to be of the same person as another. Nothing that hangs on it is moved: loans, savings, memberships and consents stay under the id they were made with, and are read together with those of the record it leads to. So taking them apart gives back exactly what was.';
comment on column registry.person_merge.person_id is 'The record that now leads to the other.';
comment on column registry.person_merge.also is 'Records that led to this one before, and since lead on.';
comment on column registry.person_merge.pair_id is 'The pair of the review queue it was decided on.';
create unique index person_merge_standing_once on registry.person_merge (city_id, person_id) where undone_at is null;
create index person_merge_by_into on registry.person_merge (city_id, into_id, merged_at desc);
select platform.protect('registry.person_merge', 'select, insert, update');

create function registry.records_of(asked_city text, asked_person uuid) returns setof uuid
language sql stable as $$
  select id from registry.person where city_id = asked_city and (id = asked_person or merged_into = asked_person)
$$;
comment on function registry.records_of(text, uuid) is 'Every record of one person: her own and those that lead to it.';
grant execute on function registry.records_of(text, uuid) to naik_app;

alter table registry.candidate_pair drop constraint candidate_pair_why_check;
alter table registry.candidate_pair add constraint candidate_pair_why_check check (why in ('nik-other-name', 'contradicts',
  'name-phone', 'name-birth', 'name-business-place', 'name-place', 'phone-near-name', 'birth-near-name', 'same-row', 'linkage'));
alter table registry.candidate_pair
  add column chance real check (chance between 0 and 1),
  add column grounds jsonb check (jsonb_typeof(grounds) = 'array');
comment on column registry.candidate_pair.chance is 'How likely linkage holds the two to be one person, 0 to 1.';
comment on column registry.candidate_pair.grounds is 'What agrees and what does not, field by field: field and level of agreement.';
