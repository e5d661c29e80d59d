-- How long things are kept, what may not be erased meanwhile, and numbers that can be sealed anew under another key.

create table registry.legal_hold (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  why text not null check (length(why) between 3 and 500),
  until_on date not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_name text not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_name text,
  lifted_why text check (length(lifted_why) between 3 and 500),
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check ((lifted_at is null) = (lifted_why is null) and (lifted_at is null) = (lifted_by is null)
    and (lifted_at is null) = (lifted_name is null))
);
comment on table registry.legal_hold is 'Nothing of her is erased until then, whoever asks and however old it is: an audit, a court, an inquiry. Lifted early only with a reason.';
create index legal_hold_by_person on registry.legal_hold (city_id, person_id, until_on);
select platform.protect('registry.legal_hold', 'select, insert');
grant update (lifted_at, lifted_by, lifted_name, lifted_why) on registry.legal_hold to naik_app;

create function registry.is_held(city text, person uuid, on_day date) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registry.legal_hold h where h.city_id = city and h.lifted_at is null and h.until_on >= on_day
    and h.person_id in (select registry.records_of(city, person)))
$$;
comment on function registry.is_held(text, uuid, date) is 'Whether anything forbids that her data is erased on that day; asked by any of her records.';
grant execute on function registry.is_held(text, uuid, date) to naik_app;

create table registry.retention_run (
  city_id text not null,
  id uuid not null,
  class text not null,
  cut_off date not null,
  gone int not null check (gone >= 0),
  held int not null check (held >= 0),
  ran_at timestamptz not null,
  ran_name text not null,
  primary key (city_id, id)
);
comment on table registry.retention_run is 'Each time a class of what is kept was looked through for what is past its period: how much went, how much a hold kept. Without names.';
create index retention_run_by_class on registry.retention_run (city_id, class, ran_at desc);
select platform.protect('registry.retention_run', 'select, insert');

-- One place says what is past its period; the preview counts it and the erasing takes it.
create function registry.past_retention(city text, asked_class text, cut_off date)
  returns table (id uuid, line int, person uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then
    raise exception 'retention of city % in a transaction of city %', city, platform.current_city();
  end if;
  case asked_class
  when 'unfinished-imports' then
    return query select r.batch_id, r.row_number, coalesce(r.person_id, r.known_id) from registry.import_row r
      join registry.import_batch b on b.city_id = r.city_id and b.id = r.batch_id
      where r.city_id = city and b.state not in ('applied', 'applying', 'reading', 'previewing') and b.uploaded_at < cut_off
        and r.cells <> '[]';
  when 'imported-rows' then
    return query select r.batch_id, r.row_number, coalesce(r.person_id, r.known_id) from registry.import_row r
      join registry.import_batch b on b.city_id = r.city_id and b.id = r.batch_id
      where r.city_id = city and b.state = 'applied' and b.applied_at < cut_off and r.cells <> '[]';
  when 'unmatched-list-rows' then
    return query select r.list_id, r.row_number, r.candidates[1] from registry.people_list_row r
      join registry.people_list l on l.city_id = r.city_id and l.id = r.list_id
      where r.city_id = city and r.outcome <> 'matched' and l.recorded_at < cut_off;
  when 'visit-traces' then
    return query select v.id, 0, v.person_id from mentoring.visit v
      where v.city_id = city and v.done_on < cut_off and (v.latitude is not null
        or exists (select from mentoring.visit_photo f where f.city_id = v.city_id and f.visit_id = v.id));
  when 'request-words' then
    return query select r.id, 0, r.person_id from registry.data_request r
      where r.city_id = city and r.answered_at < cut_off and (r.words <> '---' or r.value is not null);
  when 'people-not-served' then
    return query select p.id, 0, p.id from registry.person p
      where p.city_id = city and p.state in ('provisional', 'registered') and p.created_at < cut_off
        and not exists (select from registry.person r where r.city_id = city and r.merged_into = p.id and r.created_at >= cut_off)
        and not exists (select from programmes.service s where s.city_id = city and s.on_day >= cut_off
          and s.person_id in (select registry.records_of(city, p.id)))
        -- Money and decrees are kept by law, whatever her own record's age.
        and not exists (select from registry.membership m where m.city_id = city and m.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from lending.application_member m where m.city_id = city and m.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from lending.loan l where l.city_id = city and l.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from lending.partner_candidate l where l.city_id = city and l.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from lending.partner_loan l where l.city_id = city and l.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from savings.account a where a.city_id = city and a.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from mentoring.visit v where v.city_id = city and v.done_on >= cut_off
          and v.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from voice.case c where c.city_id = city and c.raised_on >= cut_off
          and c.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from registry.consent c where c.city_id = city and c.given_on >= cut_off
          and c.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from registry.data_request q where q.city_id = city and q.received_at >= cut_off
          and q.person_id in (select registry.records_of(city, p.id)))
        and not exists (select from registry.encounter e where e.city_id = city and e.met_on >= cut_off
          and e.known_id in (select registry.records_of(city, p.id)));
  when 'sign-in-traces' then
    return query select a.id, 0, null::uuid from access.sign_in_attempt a where a.city_id = city and a.at < cut_off
      union all select s.id, 1, null::uuid from access.session s where s.city_id = city and s.expires_at < cut_off
      union all select m.id, 2, null::uuid from access.member_session m where m.city_id = city and m.expires_at < cut_off;
  else raise exception 'no class of retention is called %', asked_class;
  end case;
end $$;
comment on function registry.past_retention(text, text, date) is
  'What of a class of kept things is older than its period: its id, its line in a file, and whose it is.';
revoke all on function registry.past_retention(text, text, date) from public;
grant execute on function registry.past_retention(text, text, date) to naik_app;

-- A hold binds whoever asks for the erasure, and on whichever road.
create function registry.erase_person(city text, person uuid, on_day date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if registry.is_held(city, person, on_day) then raise exception 'the data of person % is held', person; end if;
  perform registry.erase_person(city, person);
end $$;
comment on function registry.erase_person(text, uuid, date) is 'Erases a person whom no hold keeps on that day; the only erasing the application may do.';
revoke all on function registry.erase_person(text, uuid, date) from public;
revoke all on function registry.erase_person(text, uuid) from naik_app;
grant execute on function registry.erase_person(text, uuid, date) to naik_app;

create function registry.end_retention(city text, asked_class text, cut_off date, on_day date, most int)
  returns table (gone int, held int)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ids uuid[];
  lines int[];
  one uuid;
begin
  with due as materialized (
    select d.id, d.line, d.person is not null and registry.is_held(city, d.person, on_day) as kept
    from registry.past_retention(city, asked_class, cut_off) d
  ), going as (select d.id, d.line from due d where not d.kept order by d.id, d.line limit most)
  select (select count(*) from due d where d.kept), array_agg(g.id order by g.id, g.line), array_agg(g.line order by g.id, g.line)
    into held, ids, lines from going g;
  gone := coalesce(cardinality(ids), 0);
  case asked_class
  when 'unfinished-imports', 'imported-rows' then
    -- The keyed hash of a row stays, so that the same file is known again.
    update registry.import_row r set cells = '[]', candidate = null, reasons = '[]'
      from unnest(ids, lines) as d (id, line) where r.city_id = city and r.batch_id = d.id and r.row_number = d.line;
  when 'unmatched-list-rows' then
    delete from registry.people_list_row r using unnest(ids, lines) as d (id, line)
      where r.city_id = city and r.list_id = d.id and r.row_number = d.line;
  when 'visit-traces' then
    delete from mentoring.visit_photo f where f.city_id = city and f.visit_id = any (ids);
    update mentoring.visit v set latitude = null, longitude = null, accuracy_metres = null where v.city_id = city and v.id = any (ids);
  when 'request-words' then
    update registry.data_request r set words = '---', value = null where r.city_id = city and r.id = any (ids);
  when 'people-not-served' then
    foreach one in array coalesce(ids, '{}') loop
      perform registry.erase_person(city, one, on_day);
    end loop;
    -- Words of names that were corrected or merged away since stay searchable for nobody.
    delete from registry.search_word w where w.city_id = city and not exists (
      select from (select distinct word from registry.search_entry e, unnest(tsvector_to_array(e.words)) as u (word)
        where e.city_id = city) k where k.word = w.word);
  when 'sign-in-traces' then
    delete from access.sign_in_attempt a where a.city_id = city and a.id = any (ids);
    delete from access.session s where s.city_id = city and s.id = any (ids);
    delete from access.member_session m where m.city_id = city and m.id = any (ids);
  end case;
  return next;
end $$;
comment on function registry.end_retention(text, text, date, date, int) is
  'Erases what past_retention names and no hold keeps, at most so many at a time. The only way by which anything kept ends by age.';
revoke all on function registry.end_retention(text, text, date, date, int) from public;
grant execute on function registry.end_retention(text, text, date, date, int) to naik_app;

-- Numbers are sealed anew under another key while everything goes on.
grant update (sealed, blind_index) on registry.household to naik_app;
grant update (kk_sealed, kk_index) on registry.people_list_row to naik_app;
