-- The close of a day held the whole book: while it worked, nobody could post into any other day either.

create function ledger.day_lock(city text, book uuid) returns int
language sql immutable parallel safe as $$ select hashtext(city || book) $$;
comment on function ledger.day_lock(city text, book uuid) is
  'First half of the advisory lock of a book''s day; the second is the day, counted from the year 2000. Two books with the same number wait for each other and no more.';
grant execute on function ledger.day_lock(city text, book uuid) to public;

-- Only the owner's functions lock: the application asks for a day by its name.
create function ledger.hold_day(city text, book uuid, day date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then
    raise exception 'closing for city % in a transaction of city %', city, platform.current_city();
  end if;
  if not exists (select from ledger.day_closing c
      where c.city_id = city and c.book_id = book and c.day >= hold_day.day - 1) then
    -- Days before this one are open too, however many: all of the book is held.
    return ledger.hold_book(city, book);
  end if;
  perform pg_advisory_xact_lock(ledger.day_lock(city, book), hold_day.day - date '2000-01-01');
  return true;
end $$;
comment on function ledger.hold_day(city text, book uuid, day date) is
  'Waits for postings under way into a day of a book, or into a day before it that is still open, and keeps later ones waiting until this transaction ends; false when there is no such book.';
grant execute on function ledger.hold_day(city text, book uuid, day date) to naik_app;

create or replace function ledger.admit(city text, book uuid, days date[], kinds text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_day date := (select min(d) from unnest(days) d);
begin
  if city is distinct from platform.current_city() then
    raise exception 'posting for city % in a transaction of city %', city, platform.current_city();
  end if;
  -- The book and its days before its accounts, as closing does. What closing wrote while this waited is seen below.
  perform 1 from ledger.book b where b.city_id = city and b.id = book for key share;
  perform pg_advisory_xact_lock_shared(ledger.day_lock(city, book), d.day - date '2000-01-01')
    from (select distinct day from unnest(days) as t (day) order by day) d;
  if exists (select from ledger.business_day d where d.city_id = city and d.book_id = book and d.day >= first_day)
     or exists (select from ledger.day_closing c join unnest(days, kinds) as j (day, kind) on c.day >= j.day
       where c.city_id = city and c.book_id = book and j.kind not like 'close-%') then
    raise exception 'the business day is closed' using errcode = 'NK003';
  end if;
end $$;
comment on function ledger.admit(city text, book uuid, days date[], kinds text[]) is
  'Admits journals to their business days before they are posted, and holds those days so that none closes under them. NK003 day closed.';
