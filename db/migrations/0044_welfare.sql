-- Families and how poor they are: who is of a family, what a list said of it in a quarter, and what a department brought.

alter table registry.household_member
  add column relation text check (relation in ('head', 'spouse', 'child', 'parent', 'other'));
comment on column registry.household_member.relation is 'What she is to the head of the family; null while nobody said.';
grant update (relation) on registry.household_member to naik_app;
create index household_by_card on registry.household (city_id, blind_index, period desc);

create table registry.household_said (
  city_id text not null,
  id uuid not null,
  household_id uuid not null,
  said_on date not null,
  head_sex text not null check (head_sex in ('female', 'male')),
  people int not null check (people between 1 and 30),
  children int not null check (children >= 0 and children < people),
  spending_rupiah bigint check (spending_rupiah > 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  foreign key (city_id, household_id) references registry.household (city_id, id)
);
comment on table registry.household_said is 'What a family said of itself on a day; the latest is what holds. Children are counted, never named (UU 27/2022 art. 25).';
comment on column registry.household_said.head_sex is 'Of the head of the family, who need not be on the register herself.';
comment on column registry.household_said.spending_rupiah is 'What the whole family spends in a month, whole rupiah: with the people in it, what extreme poverty is measured by.';
create index household_said_latest on registry.household_said (city_id, household_id, said_on desc, recorded_at desc);
select platform.protect('registry.household_said', 'select, insert');

create table registry.people_list (
  city_id text not null,
  id uuid not null,
  kind text not null check (kind in ('decile', 'department')),
  title text not null check (length(title) between 3 and 160),
  quarter text check (quarter ~ '^\d{4}-Q[1-4]$'),
  whole boolean not null default false,
  department_id uuid,
  department_name text,
  service text check (service in ('training', 'capital', 'equipment', 'mentoring', 'permit', 'market')),
  given_on date not null,
  file_name text not null,
  state text not null check (state in ('read', 'applied', 'dropped')),
  counts jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  applied_at timestamptz,
  primary key (city_id, id),
  check ((kind = 'decile') = (quarter is not null)),
  check ((kind = 'department') = (department_id is not null) and (department_id is null) = (department_name is null)),
  check (kind = 'department' or service is null),
  check ((state = 'applied') = (applied_at is not null))
);
comment on table registry.people_list is 'A list somebody keeps of people: deciles of a quarter, or whom a department fosters or gave something to. Its people are found on the register; nobody is registered by it, and of whoever is not here nothing is kept but the count.';
comment on column registry.people_list.whole is 'Whether it names everybody of the city: only then does missing from it mean having dropped out.';
comment on column registry.people_list.service is 'What the department gave those on it; null where it merely lists them.';
create index people_list_by_time on registry.people_list (city_id, recorded_at desc);
create unique index people_list_quarter_once on registry.people_list (city_id, quarter) where kind = 'decile' and whole and state = 'applied';
select platform.protect('registry.people_list', 'select, insert');
grant update (state, counts, applied_at) on registry.people_list to naik_app;

create table registry.people_list_row (
  city_id text not null,
  list_id uuid not null,
  row_number int not null,
  name text not null,
  born_on date,
  nik_last_four text check (nik_last_four ~ '^\d{4}$'),
  kk_sealed bytea,
  kk_index bytea check (length(kk_index) = 32),
  kk_last_four text check (kk_last_four ~ '^\d{4}$'),
  relation text check (relation in ('head', 'spouse', 'child', 'parent', 'other')),
  decile int check (decile between 1 and 10),
  outcome text not null check (outcome in ('matched', 'review', 'refused')),
  method text check (method in ('nik', 'name-birth', 'family-card', 'chosen')),
  person_id uuid,
  candidates uuid[] not null default '{}',
  decided_by uuid,
  decided_name text,
  primary key (city_id, list_id, row_number),
  foreign key (city_id, list_id) references registry.people_list (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check ((kk_sealed is null) = (kk_index is null)),
  check ((outcome = 'matched') = (person_id is not null) and (person_id is null) = (method is null)),
  check (outcome <> 'refused' or decided_by is not null)
);
comment on table registry.people_list_row is 'A row of such a list that is, or may be, about somebody on the register: by NIK, by name and day of birth, by the family card, or as an officer chose.';
create index people_list_row_by_person on registry.people_list_row (city_id, person_id) where person_id is not null;
create index people_list_row_to_review on registry.people_list_row (city_id, list_id, row_number) where outcome = 'review';
select platform.protect('registry.people_list_row', 'select, insert');
grant update (outcome, method, person_id, decided_by, decided_name) on registry.people_list_row to naik_app;

create table registry.welfare_assessment (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  household_id uuid,
  decile int not null check (decile between 1 and 10),
  quarter text not null check (quarter ~ '^\d{4}-Q[1-4]$'),
  source text not null,
  match_method text not null check (match_method in ('nik', 'name-birth', 'family-card', 'chosen')),
  list_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  unique (city_id, list_id, person_id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, household_id) references registry.household (city_id, id),
  foreign key (city_id, list_id) references registry.people_list (city_id, id)
);
comment on table registry.welfare_assessment is 'The decile a list gave her family in a quarter, and how she was found on it. Never overwritten: a new quarter is a new row (Inpres 4/2025: DTSEN changes four times a year).';
create index welfare_assessment_by_person on registry.welfare_assessment (city_id, person_id, quarter desc);
create index welfare_assessment_by_household on registry.welfare_assessment (city_id, household_id) where household_id is not null;
select platform.protect('registry.welfare_assessment', 'select, insert');

create table registry.welfare_proposal (
  city_id text not null,
  id uuid not null,
  person_id uuid not null,
  asks text not null check (asks in ('lower', 'higher', 'listed', 'unlisted')),
  why text not null check (length(why) between 5 and 500),
  by_herself boolean not null,
  decile int check (decile between 1 and 10),
  quarter text check (quarter ~ '^\d{4}-Q[1-4]$'),
  state text not null default 'open' check (state in ('open', 'forwarded', 'refused')),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_name text not null,
  answer text check (length(answer) between 3 and 500),
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  primary key (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  check ((state = 'open') = (decided_at is null) and (decided_at is null) = (answer is null)
    and (decided_at is null) = (decided_by is null)),
  check (decided_by <> proposed_by)
);
comment on table registry.welfare_proposal is 'Somebody says that what the list says of a family is wrong. The city forwards it to whoever keeps the list, or says why not; a decile changes by the next list alone.';
comment on column registry.welfare_proposal.decile is 'What the list said when it was proposed; null where she was on none.';
create unique index welfare_proposal_once on registry.welfare_proposal (city_id, person_id) where state = 'open';
create index welfare_proposal_by_person on registry.welfare_proposal (city_id, person_id, proposed_at desc);
select platform.protect('registry.welfare_proposal', 'select, insert');
grant update (state, answer, decided_at, decided_by, decided_name) on registry.welfare_proposal to naik_app;

-- Whatever is read of somebody's family: the card shown last, under any of her records.
create view registry.current_household with (security_invoker = true) as
  select distinct on (m.city_id, coalesce(p.merged_into, p.id))
    m.city_id, coalesce(p.merged_into, p.id) as person_id, m.household_id, m.relation, h.period, h.last_four, h.blind_index
  from registry.household_member m
  join registry.household h on h.city_id = m.city_id and h.id = m.household_id
  join registry.person p on p.city_id = m.city_id and p.id = m.person_id
  order by m.city_id, coalesce(p.merged_into, p.id), h.period desc, m.recorded_at desc, m.household_id;
comment on view registry.current_household is 'The family each person belongs to now: the card of the latest period.';
grant select on registry.current_household to naik_app;

create view registry.latest_decile with (security_invoker = true) as
  select distinct on (a.city_id, coalesce(p.merged_into, p.id))
    a.city_id, coalesce(p.merged_into, p.id) as person_id, a.decile, a.quarter, a.source, a.match_method, a.recorded_at
  from registry.welfare_assessment a
  join registry.person p on p.city_id = a.city_id and p.id = a.person_id
  order by a.city_id, coalesce(p.merged_into, p.id), a.quarter desc, a.recorded_at desc, a.id;
comment on view registry.latest_decile is 'The decile of the latest quarter each person was on a list; whether it still holds is for the grace period to say.';
grant select on registry.latest_decile to naik_app;

create function registry.forget_welfare() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hers uuid[] := array(select p.id from registry.person p
    where p.city_id = new.city_id and (p.id = new.id or p.merged_into = new.id));
begin
  delete from registry.welfare_assessment a where a.city_id = new.city_id and a.person_id = any (hers);
  delete from registry.welfare_proposal w where w.city_id = new.city_id and w.person_id = any (hers);
  delete from registry.people_list_row r where r.city_id = new.city_id and (r.person_id = any (hers) or r.candidates && hers);
  return null;
end $$;
comment on function registry.forget_welfare is 'Who is erased leaves no word of how poor her family is.';
revoke all on function registry.forget_welfare from public;
create trigger forget_welfare after update of state on registry.person
  for each row when (new.state = 'erased' and old.state <> 'erased') execute function registry.forget_welfare();
