-- Every record of one person is two look-ups along indexes, whoever asks for how many people at once.

create or replace function registry.records_of(asked_city text, asked_person uuid) returns setof uuid
language sql stable as $$
  -- One condition with "or" was answered by reading the whole register for each person of a group.
  select coalesce(asked.merged_into, asked.id) from registry.person asked
    where asked.city_id = asked_city and asked.id = asked_person
  union all
  select r.id from registry.person asked
    join registry.person r on r.city_id = asked.city_id and r.merged_into = coalesce(asked.merged_into, asked.id)
    where asked.city_id = asked_city and asked.id = asked_person
$$;

create or replace function registry.is_held(city text, person uuid, on_day date) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from registry.legal_hold h where h.city_id = city and h.lifted_at is null and h.until_on >= on_day
    and h.person_id = any (array(select registry.records_of(city, person))))
$$;

create or replace function registry.past_retention(city text, asked_class text, cut_off date)
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
    -- Money and decrees are kept by law, whatever her own record's age.
    return query with kept as (
        select m.person_id from registry.membership m where m.city_id = city
        union select m.person_id from lending.application_member m where m.city_id = city
        union select l.person_id from lending.loan l where l.city_id = city
        union select l.person_id from lending.partner_candidate l where l.city_id = city
        union select l.person_id from lending.partner_loan l where l.city_id = city
        union select a.person_id from savings.account a where a.city_id = city
        union select s.person_id from programmes.service s where s.city_id = city and s.on_day >= cut_off
        union select v.person_id from mentoring.visit v where v.city_id = city and v.done_on >= cut_off
        union select c.person_id from voice.case c where c.city_id = city and c.raised_on >= cut_off
        union select c.person_id from registry.consent c where c.city_id = city and c.given_on >= cut_off
        union select q.person_id from registry.data_request q where q.city_id = city and q.received_at >= cut_off
        union select e.known_id from registry.encounter e where e.city_id = city and e.met_on >= cut_off
        union select r.id from registry.person r where r.city_id = city and r.merged_into is not null and r.created_at >= cut_off
      ), hers as materialized (
        -- Whatever was kept under one of her records keeps her.
        select distinct coalesce(r.merged_into, r.id) as living from kept k
          join registry.person r on r.city_id = city and r.id = k.person_id
      )
      select p.id, 0, p.id from registry.person p
      where p.city_id = city and p.state in ('provisional', 'registered') and p.created_at < cut_off
        and not exists (select from hers where hers.living = p.id);
  when 'sign-in-traces' then
    return query select a.id, 0, null::uuid from access.sign_in_attempt a where a.city_id = city and a.at < cut_off
      union all select s.id, 1, null::uuid from access.session s where s.city_id = city and s.expires_at < cut_off
      union all select m.id, 2, null::uuid from access.member_session m where m.city_id = city and m.expires_at < cut_off;
  else raise exception 'no class of retention is called %', asked_class;
  end case;
end $$;
comment on function registry.past_retention(text, text, date) is
  'What of a class of kept things is older than its period: its id, its line in a file, and whose it is.';
