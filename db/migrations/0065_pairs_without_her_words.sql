-- Why two businesses were said to be one may name their owner; it goes with her.

create or replace function registry.erase_businesses(city text, person uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hers uuid[] := array(select b.id from registry.business b join registry.person p on p.city_id = b.city_id and p.id = b.owner_id
    where b.city_id = city and (p.id = person or p.merged_into = person));
begin
  if city is distinct from platform.current_city() then
    raise exception 'erasing for city % in a transaction of city %', city, platform.current_city();
  end if;
  delete from registry.business_premises one where one.city_id = city and one.business_id = any (hers);
  delete from registry.business_photo one where one.city_id = city and one.business_id = any (hers);
  update registry.business_pair c set reason = null
    where c.city_id = city and (c.business_id = any (hers) or c.other_id = any (hers));
end $$;
