-- Search as one types: a line for each person, business and group with the words it is found by, and the words there are.

create extension if not exists fuzzystrmatch with schema extensions;

create function registry.spelled(words text) returns text
language sql immutable parallel safe as $$
  select trim(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      regexp_replace(translate(lower(words), 'áàâäãåéèêëíìîïóòôöõúùûüçñ''’‘`´', 'aaaaaaeeeeiiiiooooouuuucn'), '[^[:alnum:]]+', ' ', 'g'),
      'oe', 'u'), 'dj', 'j'), 'tj', 'c'), 'nj', 'ny'), 'sj', 's'), 'sy', 's'), 'sh', 's'), 'ch', 'h'), 'kh', 'h'), 'ph', 'f'),
      'v', 'f'), 'z', 's'), 'q', 'k'), 'y', 'i'), 'ie', 'i'),
    '([[:alpha:] ])\1+', '\1', 'g'))
$$;
comment on function registry.spelled(text) is
  'Words in one spelling: Soekarno as sukarno, Yanti as ianti, Zainal as sainal. It takes its time, so it is asked once a word of the register, never once a record.';

create function registry.plain_words(words text) returns text[]
language sql immutable parallel safe as $$
  select array_remove(string_to_array(translate(lower(words), E'.,;:!?-_/\\|&+()[]"''’‘`´*#%\t\n', '                              '), ' '), '')
$$;
comment on function registry.plain_words(text) is 'The words of a text as they stand, in small letters.';

create function registry.sound_of(word text) returns text
language sql immutable parallel safe as $$
  select case when word ~ '^[aiueo]' then 'a' else '' end
    || regexp_replace(translate(word, 'bfcgxdnaiueohwy', 'ppkkktm'), '(.)\1+', '\1', 'g')
$$;
comment on function registry.sound_of(text) is
  'The consonants of a spelled word by how they are made, and whether it begins with a vowel: what most slips leave as they were.';

create table registry.search_entry (
  city_id text not null,
  kind text not null check (kind in ('person', 'business', 'group')),
  id uuid not null,
  key text collate "C" not null,
  words tsvector not null,
  primary key (city_id, kind, id)
);
comment on table registry.search_entry is 'What may be found: who and what stands on the register, one line each, kept by triggers in the transaction that writes it. No NIK is in it.';
comment on column registry.search_entry.key is 'Its name without titles, as name_key has it, so that those which begin with what is typed are read along an index.';
comment on column registry.search_entry.words is 'All it is found by: words of its name, product and owners, its places by code, telephone from either end, NIB; =p, =b or =g for its kind.';
create index search_entry_by_key on registry.search_entry (city_id, kind, key, id);
create index search_entry_words on registry.search_entry using gin (city_id, words);
select platform.protect('registry.search_entry', 'select');

create table registry.search_word (
  city_id text not null,
  word text collate "C" not null,
  said text collate "C" not null,
  sound text collate "C" not null
);
comment on table registry.search_word is 'The words names and products are made of, to find the one meant by a slip. A word that two transactions bring at once may stand twice: waiting for each other would cost more than it is worth.';
comment on column registry.search_word.said is 'The word in one spelling; what is typed is compared with this.';
create index search_word_by_word on registry.search_word (city_id, word);
create index search_word_by_said on registry.search_word (city_id, said);
create index search_word_by_sound on registry.search_word (city_id, sound);
select platform.protect('registry.search_word', 'select');

create function registry.keep_words(city text, words text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  -- Digits are no misspelling of other digits: numbers and codes are found as they are or not at all.
  insert into registry.search_word (city_id, word, said, sound)
  select city, w.word, w.said, registry.sound_of(w.said)
  from (select n.word, registry.spelled(n.word) as said
    from (select distinct word from unnest(words) as k (word) where length(word) between 3 and 24 and word !~ '[^[:alpha:]]') n
    where not exists (select from registry.search_word k where k.city_id = city and k.word = n.word collate "C") offset 0) w
$$;
revoke all on function registry.keep_words(text, text[]) from public;

create function registry.area_words(place text) returns text[]
language sql immutable parallel safe as $$
  select case when length(place) > 8 then array[place, left(place, 8)] when place is null then '{}'::text[] else array[place] end
$$;

create function registry.phone_words(phone text) returns text[]
language sql immutable parallel safe as $$
  select case when phone is null then '{}'::text[] else
    array[ltrim(phone, '+'), case when phone like '+62%' then substr(phone, 4) else ltrim(phone, '+') end, '<' || reverse(ltrim(phone, '+'))] end
$$;

create function registry.enter_people(city text, ids uuid[]) returns void
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
    select city, 'person', l.id, l.key, array_to_tsvector(array_remove(array['=p'] || l.names || registry.area_words(l.kelurahan_code)
      || registry.phone_words(l.phone) || led.words, ''))
    from listed l left join led on led.id = l.id
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from listed, unnest(names) as w (word);
  perform registry.keep_words(city, known);
end $$;
revoke all on function registry.enter_people(text, uuid[]) from public;

create function registry.enter_businesses(city text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[];
begin
  with entered as materialized (
    select b.id, b.name_key as key, string_to_array(b.name_key, ' ') || registry.plain_words(coalesce(b.product, '')) as own,
      array['=b', b.nib] || string_to_array(o.name_key, ' ') || string_to_array(coalesce(s.name_key, ''), ' ')
        || registry.area_words(coalesce(b.kelurahan_code, b.kecamatan_code))
        || registry.area_words(coalesce(s.kelurahan_code, o.kelurahan_code)) as others
    from registry.business b
      join registry.person o on o.city_id = b.city_id and o.id = b.owner_id
      left join registry.person s on s.city_id = o.city_id and s.id = o.merged_into
    where b.city_id = city and b.id = any (ids) and b.state = 'active' and b.name_key <> ''
      and coalesce(s.state, o.state) in ('provisional', 'registered')
  ), written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'business', id, key, array_to_tsvector(array_remove(array_remove(own || others, null), '')) from entered
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
  ) select array_agg(distinct w.word) into known from entered, unnest(own) as w (word);
  perform registry.keep_words(city, known);
end $$;
revoke all on function registry.enter_businesses(text, uuid[]) from public;

create function registry.enter_groups(city text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text[];
begin
  with written as (
    insert into registry.search_entry (city_id, kind, id, key, words)
    select city, 'group', g.id, g.name_key,
      array_to_tsvector(array_remove(array['=g'] || string_to_array(g.name_key, ' ') || registry.area_words(g.kelurahan_code), ''))
    from registry.business_group g where g.city_id = city and g.id = any (ids) and g.name_key <> ''
    on conflict (city_id, kind, id) do update set key = excluded.key, words = excluded.words
    returning key
  ) select array_agg(distinct w.word) into known from written, string_to_table(key, ' ') as w (word);
  perform registry.keep_words(city, known);
end $$;
revoke all on function registry.enter_groups(text, uuid[]) from public;

create function registry.leave_search(city text, left_kind text, ids uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from registry.search_entry e where e.city_id = city and e.kind = left_kind and e.id = any (ids)
$$;
revoke all on function registry.leave_search(text, text, uuid[]) from public;

create function registry.people_into_search() returns trigger
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
    select array_agg(b.id) into owned from registry.business b where b.city_id = one.city_id
      and b.owner_id in (select p.id from registry.person p where p.city_id = one.city_id
        and (p.id = any (one.ids) or p.merged_into = any (one.ids)));
    perform registry.leave_search(one.city_id, 'person', one.gone);
    if one.gone is not null then perform registry.leave_search(one.city_id, 'business', owned); end if;
    perform registry.enter_people(one.city_id, one.ids);
    perform registry.enter_businesses(one.city_id, owned);
  end loop;
  return null;
end $$;
create trigger people_into_search after insert on registry.person
  referencing new table as written for each statement execute function registry.people_into_search();
create trigger people_again_into_search after update on registry.person
  referencing old table as overwritten new table as written for each statement execute function registry.people_into_search();

create function registry.businesses_into_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  if tg_op = 'INSERT' then
    for one in select city_id, array_agg(id) as ids from written group by city_id loop
      perform registry.enter_businesses(one.city_id, one.ids);
    end loop;
    return null;
  end if;
  for one in
    select n.city_id, array_agg(n.id) as ids, array_agg(n.id) filter (where n.state <> 'active') as gone
    from written n join overwritten o on o.city_id = n.city_id and o.id = n.id
    where (n.name_key, n.product, n.owner_id, n.nib, n.kelurahan_code, n.kecamatan_code, n.state)
      is distinct from (o.name_key, o.product, o.owner_id, o.nib, o.kelurahan_code, o.kecamatan_code, o.state)
    group by n.city_id
  loop
    perform registry.leave_search(one.city_id, 'business', one.gone);
    perform registry.enter_businesses(one.city_id, one.ids);
  end loop;
  return null;
end $$;
create trigger businesses_into_search after insert on registry.business
  referencing new table as written for each statement execute function registry.businesses_into_search();
create trigger businesses_again_into_search after update on registry.business
  referencing old table as overwritten new table as written for each statement execute function registry.businesses_into_search();

create function registry.groups_into_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  for one in select city_id, array_agg(id) as ids from written group by city_id loop
    perform registry.enter_groups(one.city_id, one.ids);
  end loop;
  return null;
end $$;
create trigger groups_into_search after insert on registry.business_group
  referencing new table as written for each statement execute function registry.groups_into_search();
create trigger groups_again_into_search after update on registry.business_group
  referencing new table as written for each statement execute function registry.groups_into_search();

create function registry.out_of_search() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
begin
  for one in select city_id, array_agg(id) as ids from gone group by city_id loop
    perform registry.leave_search(one.city_id, tg_argv[0], one.ids);
  end loop;
  return null;
end $$;
create trigger people_out_of_search after delete on registry.person
  referencing old table as gone for each statement execute function registry.out_of_search('person');
create trigger businesses_out_of_search after delete on registry.business
  referencing old table as gone for each statement execute function registry.out_of_search('business');

create function registry.entries_beginning(city text, asked_kind text, beginning text, within text, most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.key >= beginning and e.key < beginning || U&'\FFFF'
      and (within is null or e.words @@ within::tsquery)
    order by e.key, e.id limit most;
end $$;
comment on function registry.entries_beginning is
  'What begins with what was typed, in the order of its name. Row-level security keeps the server from using these indexes for whoever asks, so this looks as the owner, in the city of the transaction only; who may see what is said by `within`.';
revoke all on function registry.entries_beginning from public;
grant execute on function registry.entries_beginning to naik_app;

create function registry.entries_holding(city text, query text, most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.words @@ query::tsquery limit most;
end $$;
comment on function registry.entries_holding is
  'What holds the words of a query, in no order, at most so many; always along the index of words, for with a limit the server believes it would soon come upon a match by reading all.';
revoke all on function registry.entries_holding from public;
grant execute on function registry.entries_holding to naik_app;

create function registry.entries_among(city text, query text, asked_kind text, ids uuid[], most int)
returns table (kind text, id uuid, key text, words text[])
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select e.kind, e.id, e.key, tsvector_to_array(e.words) from registry.search_entry e
    where e.city_id = city and e.kind = asked_kind and e.id = any (ids) and e.words @@ query::tsquery limit most;
end $$;
comment on function registry.entries_among is 'Which of a few hold the words of a query: for somebody who sees only the people of her groups.';
revoke all on function registry.entries_among from public;
grant execute on function registry.entries_among to naik_app;

create function registry.words_like(city text, asked text, goes_on boolean, slips int, most int) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  meant text := registry.spelled(asked);
  sounding text := registry.sound_of(registry.spelled(asked));
  size int := length(registry.spelled(asked));
begin
  if city is distinct from platform.current_city() then return; end if;
  return query select f.word from (
    select k.word, extensions.levenshtein(k.said, meant) as distance, case when size < 5 then 1 else 2 end as most_slips
      from registry.search_word k where k.city_id = city and k.sound = sounding
    union all
    select k.word, extensions.levenshtein(left(k.said, size), meant) + 1, 2 from registry.search_word k
      where goes_on and size >= 4 and k.city_id = city and k.sound >= sounding and k.sound < sounding || U&'\FFFF'
    union all
    select k.word, extensions.levenshtein_less_equal(k.said, meant, slips), slips from registry.search_word k
      where slips > 0 and k.city_id = city and k.said >= left(meant, 1) and k.said < left(meant, 1) || U&'\FFFF'
        and length(k.said) between size - slips and size + slips
    union all
    select k.word, 1 + least(extensions.levenshtein_less_equal(left(k.said, size), meant, slips),
        extensions.levenshtein_less_equal(left(k.said, size + 1), meant, slips)), slips + 1 from registry.search_word k
      where goes_on and slips > 0 and k.city_id = city and k.said >= left(meant, 1) and k.said < left(meant, 1) || U&'\FFFF'
        and length(k.said) > size
  ) f
  where f.distance <= f.most_slips and f.word <> asked
  group by f.word order by min(f.distance), f.word limit most;
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
