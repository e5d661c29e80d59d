-- A restriction that is lifted gives back the record as it was: provisional stays provisional.

alter table registry.data_request
  add column state_before text check (state_before in ('provisional', 'registered'));
comment on column registry.data_request.state_before is 'Of a granted restriction: what the record was before, and is again when it is lifted.';
grant update (state_before) on registry.data_request to naik_app;
