-- A card or a loan may name the record that leads to another: whoever asks by it means the same person.

create or replace function registry.records_of(asked_city text, asked_person uuid) returns setof uuid
language sql stable as $$
  select r.id from registry.person asked
    join registry.person r on r.city_id = asked.city_id
      and (r.id = coalesce(asked.merged_into, asked.id) or r.merged_into = coalesce(asked.merged_into, asked.id))
  where asked.city_id = asked_city and asked.id = asked_person
$$;
comment on function registry.records_of(text, uuid) is 'Every record of one person, asked by any of them: the one that stands and those that lead to it.';
