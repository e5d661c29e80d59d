-- Rows of a file are recognised when they come again, and a person may decide those that look alike.

alter table registry.import_row
  add column row_key bytea check (length(row_key) = 32),
  add column decided text check (decided in ('same', 'new')),
  add column known_id uuid,
  add foreign key (city_id, known_id) references registry.person (city_id, id);
comment on column registry.import_row.row_key is
  'Keyed hash of everything the row says; a row applied before is found by it, so importing a file again changes nothing.';
comment on column registry.import_row.decided is 'What a person decided of a row to review: the same as the known person, or somebody new.';
comment on column registry.import_row.known_id is 'The person of the registry the row is, or may be, about.';
comment on column registry.import_row.person_id is 'Whom applying the row registered or found; null until it is applied.';
create index import_row_applied_by_key on registry.import_row (city_id, row_key) where person_id is not null;
create index import_row_by_person on registry.import_row (city_id, person_id) where person_id is not null;
