-- Search reads less: each kind of each city has words of its own, and a slip is looked for among words of the same letters.

drop function registry.entries_beginning(text, text, text, text, int);
drop function registry.entries_holding(text, text, int);
drop function registry.entries_among(text, text, text, uuid[], int);
drop function registry.words_like(text, text, boolean, int, int);
drop index registry.search_entry_words;
truncate registry.search_entry, registry.search_word;

create function registry.letters_of(word text) returns int
language sql immutable parallel safe as $$
  select coalesce(bit_or(1 << (ascii(one) - 97)), 0) from string_to_table(word, null) as k (one) where one between 'a' and 'z'
$$;
comment on function registry.letters_of(text) is 'Which letters stand in a word: one slip takes away one of them at most, so most words are left out without comparing them.';

alter table registry.search_word add column letters int not null;
drop index registry.search_word_by_said;
drop index registry.search_word_by_sound;
create index search_word_by_said on registry.search_word (city_id, said) include (letters, word);
create index search_word_by_sound on registry.search_word (city_id, sound) include (said, letters, word);
comment on column registry.search_entry.words is
  'All it is found by: words of its name, product and owners, its places by code, telephone from either end, NIB; each behind its city and kind, as 15.71psiti.';
-- The words begin with their city and kind, so this is by city and kind too, without a list of all that is in either.
create index search_entry_words on registry.search_entry using gin (words);

create or replace function registry.keep_words(city text, words text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  -- Digits are no misspelling of other digits: numbers and codes are found as they are or not at all.
  insert into registry.search_word (city_id, word, said, sound, letters)
  select city, w.word, w.said, registry.sound_of(w.said), registry.letters_of(w.said)
  from (select n.word, registry.spelled(n.word) as said
    from (select distinct word from unnest(words) as k (word) where length(word) between 3 and 24 and word !~ '[^[:alpha:]]') n
    where not exists (select from registry.search_word k where k.city_id = city and k.word = n.word collate "C") offset 0) w
$$;

create function registry.found_by(mark text, words text[]) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array(select mark || k.word from unnest(words) as k (word) where k.word <> ''))
$$;
comment on function registry.found_by(text, text[]) is 'The words of a search entry behind its city and kind.';

create or replace function registry.enter_people(city text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[];
begin
  with listed as materialized (
    select p.id, p.name_key as key, string_to_array(p.name_key, ' ') as names, p.kelurahan_code, p.phone
    from registry.person p
    where p.city_id = city and p.id = any (ids) and p.state in ('provisional', 'registered') and p.name_key <> ''
  ), led as (
    -- She is found by every name and number her records have.
    select r.merged_into as id, array_agg(w.word) as words
    from registry.person r, unnest(string_to_array(r.name_key, ' ') || registry.phone_words(r.phone)) as w (word)
    where r.city_id = city and r.merged_into = any (ids) group by r.merged_into
  ), written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'person', l.id, l.key,
      registry.found_by(city || 'p', l.names || registry.area_words(l.kelurahan_code) || registry.phone_words(l.phone) || led.words)
    from listed l left join led on led.id = l.id
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from listed, unnest(names) as w (word);
  perform registry.keep_words(city, known);
end $$;

create or replace function registry.enter_businesses(city text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[];
begin
  with entered as materialized (
    select b.id, b.name_key as key, string_to_array(b.name_key, ' ') || registry.plain_words(coalesce(b.product, '')) as own,
      b.nib || string_to_array(o.name_key, ' ') || string_to_array(coalesce(s.name_key, ''), ' ') || array(
          -- Beside the first owner whoever owns or runs it today.
          select w.word from registry.business_owner h join registry.person r on r.city_id = h.city_id and r.id = h.person_id
            join registry.person q on q.city_id = r.city_id and q.id = coalesce(r.merged_into, r.id),
            string_to_table(q.name_key, ' ') as w (word)
          where h.city_id = b.city_id and h.business_id = b.id and h.valid_to is null and q.state in ('provisional', 'registered'))
        || registry.area_words(coalesce(b.kelurahan_code, b.kecamatan_code))
        || registry.area_words(coalesce(s.kelurahan_code, o.kelurahan_code)) as others
    from registry.business b
      join registry.person o on o.city_id = b.city_id and o.id = b.owner_id
      left join registry.person s on s.city_id = o.city_id and s.id = o.merged_into
    where b.city_id = city and b.id = any (ids) and b.state = 'active' and b.name_key <> ''
      and coalesce(s.state, o.state) in ('provisional', 'registered')
  ), written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'business', id, key, registry.found_by(city || 'b', own || others) from entered
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from entered, unnest(own) as w (word);
  perform registry.keep_words(city, known);
end $$;

create or replace function registry.enter_groups(city text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[];
begin
  with written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'group', g.id, g.name_key,
      registry.found_by(city || 'g', string_to_array(g.name_key, ' ') || registry.area_words(g.kelurahan_code))
    from registry.business_group g where g.city_id = city and g.id = any (ids) and g.name_key <> ''
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
    returning key
  ) select array_agg(distinct w.word) into known from written, string_to_table(key, ' ') as w (word);
  perform registry.keep_words(city, known);
end $$;

create or replace function registry.people_into_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  owned uuid[];
begin
  if tg_op = 'INSERT' then
    for one in select city_id, array_agg(id) as ids from written group by city_id loop
      perform registry.enter_people(one.city_id, one.ids);
    end loop;
    return null;
  end if;
  for one in
    select n.city_id, array_agg(n.id) || array_agg(l.id) filter (where l.id is not null) as ids,
      array_agg(n.id) filter (where n.state not in ('provisional', 'registered')) as gone
    from written n join overwritten o on o.city_id = n.city_id and o.id = n.id
      left join registry.person l on l.city_id = n.city_id and l.id in (n.merged_into, o.merged_into)
    where (n.name_key, n.kelurahan_code, n.phone, n.state, n.merged_into)
      is distinct from (o.name_key, o.kelurahan_code, o.phone, o.state, o.merged_into)
    group by n.city_id
  loop
    with hers as materialized (
      select p.id from registry.person p where p.city_id = one.city_id and (p.id = any (one.ids) or p.merged_into = any (one.ids))
    ) select array_agg(distinct k.id) into owned from (
      select b.id from registry.business b where b.city_id = one.city_id and b.owner_id in (select id from hers)
      union all
      select h.business_id from registry.business_owner h where h.city_id = one.city_id and h.person_id in (select id from hers)) k;
    perform registry.leave_search(one.city_id, 'person', one.gone);
    if one.gone is not null then perform registry.leave_search(one.city_id, 'business', owned); end if;
    perform registry.enter_people(one.city_id, one.ids);
    perform registry.enter_businesses(one.city_id, owned);
  end loop;
  return null;
end $$;

create function registry.owners_into_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  for one in select city_id, array_agg(distinct business_id) as ids from written group by city_id loop
    perform registry.enter_businesses(one.city_id, one.ids);
  end loop;
  return null;
end $$;
create trigger owners_into_search after insert on registry.business_owner
  referencing new table as written for each statement execute function registry.owners_into_search();
create trigger owners_again_into_search after update on registry.business_owner
  referencing new table as written for each statement execute function registry.owners_into_search();

create function registry.entries_holding(city text, asked_kind text, query text, most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_indexscan = off set plan_cache_mode = force_custom_plan as $$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.words @@ query::tsquery limit most;
end $$;
comment on function registry.entries_holding is
  'What holds the words of a query, in no order, at most so many; always along the index of words, for with a limit the server believes it would soon come upon a match by reading all.';
revoke all on function registry.entries_holding from public;

create function registry.entries_found(city text, asked_kind text, beginning text, query text, within text, enough int, most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  met int := 0;
begin
  if city is distinct from platform.current_city() then return; end if;
  if beginning <> '' then
    return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
      where e.city_id = city and e.kind = asked_kind and e.key >= beginning and e.key < beginning || U&'\FFFF'
        and (within is null or e.words @@ within::tsquery)
      order by e.key, e.id limit most;
    get diagnostics met = row_count;
  end if;
  -- Nothing ranks before a name that begins with what was typed: with enough of these the others are not read.
  if met < enough and query is not null then
    return query select * from registry.entries_holding(city, asked_kind, query, most);
  end if;
end $$;
comment on function registry.entries_found is
  'What begins with what was typed, in the order of its name; where that is not enough, what holds the words of a query. Row-level security keeps the server from using these indexes for whoever asks, so this looks as the owner, in the city of the transaction only; who may see what is said by `within`, which stands in the query too.';
revoke all on function registry.entries_found from public;
grant execute on function registry.entries_found to naik_app;

create function registry.entries_among(city text, query text, asked_kind text, ids uuid[], most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.id = any (ids) and (query is null or e.words @@ query::tsquery) limit most;
end $$;
comment on function registry.entries_among is 'Which of a few hold the words of a query: for somebody who sees only the people of her groups.';
revoke all on function registry.entries_among from public;
grant execute on function registry.entries_among to naik_app;

create function registry.words_like(city text, asked text, goes_on boolean, slips int, most int) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  meant text := registry.spelled(asked);
  size int := length(meant);
  sounding text := registry.sound_of(meant);
  sounding_most text := sounding || case when goes_on and size >= 4 then U&'\FFFF' else '' end;
  letters_meant int := registry.letters_of(meant);
begin
  if city is distinct from platform.current_city() then return; end if;
  return query
    with near as materialized (
      select k.word, k.said, true as sounds, k.sound = sounding as wholly from registry.search_word k
        where k.city_id = city and k.sound >= sounding and k.sound <= sounding_most and bit_count((letters_meant & ~k.letters)::bit(26)) <= 2
      union all
      select k.word, k.said, false, false from registry.search_word k
        where slips > 0 and k.city_id = city and k.said >= left(meant, 1) and k.said < left(meant, 1) || U&'\FFFF'
          and bit_count((letters_meant & ~k.letters)::bit(26)) <= slips and length(k.said) >= size - slips
    ), compared as (
      select word, case when sounds and wholly then extensions.levenshtein_less_equal(said, meant, 2) end as by_sound,
        case when sounds and goes_on and size >= 4 then extensions.levenshtein_less_equal(left(said, size), meant, 1) + 1 end as by_first_sounds,
        case when not sounds and length(said) <= size + slips then extensions.levenshtein_less_equal(said, meant, slips) end as by_slip,
        case when not sounds and goes_on and length(said) > size then 1 + least(extensions.levenshtein_less_equal(left(said, size), meant, slips),
          extensions.levenshtein_less_equal(left(said, size + 1), meant, slips)) end as by_first_letters
      from near
    ), counted as (
      select word, least(case when by_sound <= case when size < 5 then 1 else 2 end then by_sound end,
        case when by_first_sounds <= 2 then by_first_sounds end,
        case when by_slip <= slips then by_slip end,
        case when by_first_letters <= slips + 1 then by_first_letters end) as distance
      from compared
    )
    select word from counted where distance is not null and word <> asked group by word order by min(distance), word limit most;
end $$;
comment on function registry.words_like is
  'Words of the register that sound like one, or are up to so many slips from it with the same first letter; `goes_on` while the word is still being typed.';
revoke all on function registry.words_like from public;
grant execute on function registry.words_like to naik_app;

-- Cities that are there already.
do $$
declare
  one record;
begin
  for one in select city_id, array_agg(id) as ids from registry.person group by city_id loop
    perform registry.enter_people(one.city_id, one.ids);
  end loop;
  for one in select city_id, array_agg(id) as ids from registry.business group by city_id loop
    perform registry.enter_businesses(one.city_id, one.ids);
  end loop;
  for one in select city_id, array_agg(id) as ids from registry.business_group group by city_id loop
    perform registry.enter_groups(one.city_id, one.ids);
  end loop;
end $$;
