-- What the meeting's sheet takes up beside the lender's money: what members pay back to the peers who covered them, and
-- what somebody wishes to borrow next.
alter table mentoring.meeting add column handed_on_rupiah bigint not null default 0 check (handed_on_rupiah >= 0);
comment on column mentoring.meeting.handed_on_rupiah is 'Counted on the table with the rest and handed on to the members who had covered somebody; it never enters the bag.';

create table mentoring.loan_wish (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  amount_rupiah bigint not null check (amount_rupiah > 0),
  purpose text not null check (length(purpose) between 3 and 200),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (city_id, meeting_id, person_id),
  foreign key (city_id, meeting_id) references mentoring.meeting (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table mentoring.loan_wish is 'What a member said at a meeting she would like to borrow in the next cycle. It binds nobody; whoever writes her application sees it until she is in one.';
create index loan_wish_by_person on mentoring.loan_wish (city_id, person_id, noted_at);
select platform.protect('mentoring.loan_wish', 'select, insert');
