-- What people ask of the city about their own data, with the clock of the law on each.

alter table registry.person drop constraint person_state_check;
alter table registry.person add constraint person_state_check
  check (state in ('provisional', 'registered', 'merged', 'restricted', 'erased'));
comment on column registry.person.state is 'Restricted: kept, and used for what she still owes or is owed and nothing else (UU 27/2022 art. 41). Erased: nothing of her is left but the id that other records name.';

create table registry.data_request (
  city_id text not null,
  id uuid not null,
  number text not null check (number ~ '^PDP-\d{4}-\d{4,}$'),
  person_id uuid not null,
  kind text not null check (kind in ('access', 'correction', 'stop', 'restriction', 'erasure', 'objection')),
  channel text not null check (channel in ('counter', 'letter', 'phone', 'mentor')),
  proof text not null check (proof in ('ktp', 'card', 'known', 'power-of-attorney')),
  words text not null check (length(words) between 3 and 1000),
  field text check (length(field) <= 40),
  value text check (length(value) <= 300),
  received_at timestamptz not null,
  due_at timestamptz not null check (due_at = received_at + interval '72 hours'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_name text not null,
  state text not null default 'open' check (state in ('open', 'granted', 'refused')),
  answer text check (length(answer) between 3 and 1000),
  answered_at timestamptz,
  answered_by uuid,
  answered_name text,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check ((kind = 'correction') = (field is not null)),
  check ((state = 'open') = (answered_at is null)),
  check ((answered_at is null) = (answer is null))
);
comment on table registry.data_request is 'A request under UU 27/2022 art. 5-13: who asked for what, how she was known, and what she was answered within 3x24 hours.';
comment on column registry.data_request.value is 'What the field should say, as she says; emptied with her other data when she is erased.';
create index data_request_by_person on registry.data_request (city_id, person_id, received_at desc);
create index data_request_open on registry.data_request (city_id, due_at) where state = 'open';
create unique index data_request_once on registry.data_request (city_id, person_id, kind, coalesce(field, '')) where state = 'open';
select platform.protect('registry.data_request', 'select, insert');
grant update (state, answer, answered_at, answered_by, answered_name) on registry.data_request to naik_app;

-- The application's role cannot delete; this function alone can, and only what is somebody's own.
create function registry.erase_person(city text, person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  -- Records that turned out to be her carry her name too.
  hers uuid[] := array(select p.id from registry.person p where p.city_id = city and (p.id = person or p.merged_into = person));
  businesses uuid[] := array(select b.id from registry.business b where b.city_id = city and b.owner_id = any (hers));
begin
  if city is distinct from platform.current_city() then
    raise exception 'erasing for city % in a transaction of city %', city, platform.current_city();
  end if;
  delete from registry.identifier i where i.city_id = city and i.person_id = any (hers);
  delete from registry.source_value v where v.city_id = city and v.subject_id = any (hers || businesses);
  delete from registry.profile_proposal p where p.city_id = city and p.subject_id = any (hers || businesses);
  delete from registry.household_member h where h.city_id = city and h.person_id = any (hers);
  -- The keyed hash stays, so that the same file does not bring her back.
  update registry.import_row r set cells = '[]', candidate = null, reasons = '[]'
    where r.city_id = city and r.person_id = any (hers);
  update registry.encounter e set photo_sha256 = null, mark = case when e.mark is null then null else 'M0 0' end
    where e.city_id = city and e.person_id = any (hers);
  update registry.business b set name = 'Dihapus', name_key = 'dihapus', product = null, nib = null, address = null,
    place_text = null, latitude = null, longitude = null, state = case when b.state = 'merged' then b.state else 'closed' end
    where b.city_id = city and b.id = any (businesses);
  update registry.data_request r set words = '---', value = null where r.city_id = city and r.person_id = any (hers);
  update registry.person p set name = 'Dihapus', name_key = 'dihapus', sex = null, born_on = null, phone = null, address = null,
    place_text = null, rt = null, rw = null, kelurahan_code = null,
    state = case when p.state = 'merged' then p.state else 'erased' end where p.city_id = city and p.id = any (hers);
end $$;
comment on function registry.erase_person is 'Takes everything of a person out of the registry and leaves the id that others name (UU 27/2022 art. 43-44). The audit trail keeps that it was done.';
revoke all on function registry.erase_person from public;
grant execute on function registry.erase_person to naik_app;
