-- A member fetches her share of an SHU that was kept as payable.

create table savings.shu_payment (
  city_id text not null,
  institution_id uuid not null,
  year int not null,
  person_id uuid not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  paid_to text not null check (paid_to in ('cash', 'savings')),
  on_day date not null,
  journal_id uuid not null,
  paid_by uuid not null,
  paid_at timestamptz not null,
  primary key (city_id, institution_id, year, person_id),
  foreign key (city_id, institution_id, year) references savings.shu_division (city_id, institution_id, year),
  foreign key (city_id, person_id) references registry.person (city_id, id),
  foreign key (city_id, journal_id) references ledger.journal (city_id, id)
);
comment on table savings.shu_payment is 'What a member fetched of a year''s SHU that was kept as payable: all her shares of it at once, in cash or onto her voluntary savings.';
create index shu_payment_by_person on savings.shu_payment (city_id, person_id);
select platform.protect('savings.shu_payment', 'select, insert');
