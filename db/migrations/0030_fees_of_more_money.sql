-- What a top-up costs by its product: kept back from the money handed out, or charged with its instalments. Both are
-- undone with it, so the event says what was kept, and the charge says what it came with.
alter table lending.loan_event
  add column kept_fee bigint not null default 0,
  add column kept_insurance bigint not null default 0,
  add constraint loan_event_kept_check check (kept_fee >= 0 and kept_insurance >= 0
    and (kept_fee + kept_insurance = 0 or (kind = 'top-up' and kept_fee + kept_insurance < amount_rupiah)));
comment on column lending.loan_event.kept_fee is 'Of a top-up: fees kept back from what was handed out; the lender''s income.';
comment on column lending.loan_event.kept_insurance is 'Of a top-up: premiums kept back for the insurer.';
alter table lending.charge add column caused_by uuid;
comment on column lending.charge.caused_by is 'The top-up whose fee it is: undone together with it.';
