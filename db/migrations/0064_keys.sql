-- Keys change: which key a city's hashes are made with, and where the next key's hashes wait until all of them are there.

create table access.number_key (
  city_id text not null references access.city,
  name text not null check (name ~ '^[0-9a-f]{10}$'),
  introduced_at timestamptz not null,
  in_force_at timestamptz,
  left_at timestamptz,
  retired_at timestamptz,
  primary key (city_id, name),
  check (left_at is null or in_force_at is not null),
  check (retired_at is null or left_at is not null)
);
comment on table access.number_key is
  'Installation keys by name, never the keys: introduced (everything is being sealed anew), in force (numbers are found by its hashes), left for another, retired (nothing is sealed with it any more). A city without a row has the oldest key.';
comment on column access.number_key.in_force_at is 'When the hashes of all numbers became this key''s, in one transaction.';
create unique index number_key_in_force on access.number_key (city_id) where in_force_at is not null and left_at is null;
create unique index number_key_coming on access.number_key (city_id) where in_force_at is null;
alter table access.number_key enable row level security, force row level security;
create policy city on access.number_key using (city_id = platform.current_city()) with check (city_id = platform.current_city());
grant select, insert, update (in_force_at, left_at, retired_at) on access.number_key to naik_app;

alter table registry.identifier add column next_index bytea check (length(next_index) = 32);
alter table registry.household add column next_index bytea check (length(next_index) = 32);
alter table registry.profile_proposal add column next_index bytea check (length(next_index) = 32);
alter table registry.people_list_row add column next_kk_index bytea check (length(next_kk_index) = 32);
alter table registry.import_row add column next_row_key bytea check (length(next_row_key) = 32);
comment on column registry.identifier.next_index is 'The blind index under the key that is being introduced; it takes the other''s place when every number has it.';
comment on column registry.household.next_index is 'As registry.identifier.next_index.';
comment on column registry.profile_proposal.next_index is 'As registry.identifier.next_index.';
comment on column registry.people_list_row.next_kk_index is 'As registry.identifier.next_index.';
comment on column registry.import_row.next_row_key is 'As registry.identifier.next_index. A row whose words were forgotten cannot be hashed anew and loses its key.';
grant update (sealed, blind_index, next_index) on registry.household to naik_app;
grant update (kk_sealed, kk_index, next_kk_index) on registry.people_list_row to naik_app;
