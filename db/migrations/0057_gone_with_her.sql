-- What search and a business's page keep of somebody goes when she does.

create or replace function registry.erase_person(city text, person uuid, on_day date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if registry.is_held(city, person, on_day) then raise exception 'the data of person % is held', person; end if;
  -- Businesses first: whose they are is read from her.
  perform registry.erase_businesses(city, person);
  perform registry.erase_person(city, person);
end $$;
revoke all on function registry.erase_businesses from naik_app;

create or replace function registry.end_retention(city text, asked_class text, cut_off date, on_day date, most int)
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
      select from (select distinct substr(u.found_by, length(city) + 2) as word
        from registry.search_entry e, unnest(tsvector_to_array(e.words)) as u (found_by)
        where e.city_id = city) k where k.word = w.word);
  when 'sign-in-traces' then
    delete from access.sign_in_attempt a where a.city_id = city and a.id = any (ids);
    delete from access.session s where s.city_id = city and s.id = any (ids);
    delete from access.member_session m where m.city_id = city and m.id = any (ids);
  end case;
  return next;
end $$;
