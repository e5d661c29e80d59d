-- An incident may be a mistake, a lost phone held what was sent to it, and erasing leaves no word of her to search by.

alter table registry.breach
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_name text,
  add column withdrawn_why text check (length(withdrawn_why) between 3 and 500),
  add constraint breach_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null)
    and (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_name is null));
comment on column registry.breach.withdrawn_at is 'When it turned out to be a mistake: the phone was found locked, the papers were in the drawer. It stays on record with the reason.';
grant update (withdrawn_at, withdrawn_by, withdrawn_name, withdrawn_why) on registry.breach to naik_app;

alter table access.device
  add column held text[],
  add column held_at timestamptz,
  add constraint device_held check ((held is null) = (held_at is null));
comment on column access.device.held is 'Keys of the documents on the phone after its last fetch: those it said it has and those it was sent. Null for a phone that has fetched nothing since this is noted.';

-- What erasing takes beside the record itself.
create function registry.forget_words(city text, words text[]) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  -- A word somebody else is found by stays hers; one that was only of the erased goes.
  delete from registry.search_word w where w.city_id = city and w.word = any (words)
    and not exists (select from registry.search_entry e where e.city_id = city and e.words @@ plainto_tsquery('simple', w.word))
$$;
revoke all on function registry.forget_words(text, text[]) from public;

alter function registry.erase_person(text, uuid) rename to erase_record;
revoke all on function registry.erase_record(text, uuid) from naik_app;

create function registry.erase_person(city text, person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hers uuid[] := array(select p.id from registry.person p where p.city_id = city and (p.id = person or p.merged_into = person));
  businesses uuid[] := array(select b.id from registry.business b where b.city_id = city and b.owner_id = any (hers));
  words text[] := array(
    select w.word from registry.person p, unnest(string_to_array(p.name_key, ' ')) as w (word)
      where p.city_id = city and p.id = any (hers)
    union select w.word from registry.business b,
        unnest(string_to_array(b.name_key, ' ') || registry.plain_words(coalesce(b.product, ''))) as w (word)
      where b.city_id = city and b.id = any (businesses));
begin
  perform registry.erase_record(city, person);
  delete from registry.business_licence l where l.city_id = city and l.business_id = any (businesses);
  delete from registry.business_figure f where f.city_id = city and f.business_id = any (businesses);
  delete from registry.business_snapshot s where s.city_id = city and s.business_id = any (businesses);
  delete from registry.business_owner o where o.city_id = city and (o.person_id = any (hers) or o.business_id = any (businesses));
  delete from registry.import_gap g where g.city_id = city and g.person_id = any (hers);
  update registry.encounter e set witness = case when e.witness is null then null else '--' end
    where e.city_id = city and e.person_id = any (hers);
  update registry.candidate_pair c set reason = null, grounds = null
    where c.city_id = city and (c.person_id = any (hers) or c.other_id = any (hers));
  -- What was told on visits and raised as problems stays as work that was done, without what it says of her.
  delete from mentoring.visit_photo f using mentoring.visit v
    where f.city_id = city and v.city_id = city and v.id = f.visit_id and v.person_id = any (hers);
  update mentoring.visit v set note = '', latitude = null, longitude = null, accuracy_metres = null, led_by = null, companions = '[]',
      form = jsonb_build_object('version', v.form -> 'version'), turnover_month_rupiah = null, turnover_before_rupiah = null
    where v.city_id = city and v.person_id = any (hers);
  update voice.case c set text = '---', answer = case when c.answer is null then null else '---' end
    where c.city_id = city and c.person_id = any (hers);
  update voice.case_event e set note = case when e.note is null then null else '---' end
    from voice.case c
    where e.city_id = city and c.city_id = city and c.id = e.case_id and c.person_id = any (hers);
  perform registry.forget_words(city, words);
end $$;
comment on function registry.erase_person(text, uuid) is
  'Takes everything of a person out of the register, out of what was told of her and out of the words it is searched by, and leaves the id that others name (UU 27/2022 art. 43-44). The audit trail keeps that it was done.';
revoke all on function registry.erase_person(text, uuid) from public;
grant execute on function registry.erase_person(text, uuid) to naik_app;
