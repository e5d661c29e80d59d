-- A file comes from somebody: the department whose list it is, named as it was called on that day.

alter table registry.import_batch
  add column department_id uuid,
  add column department_name text check (length(department_name) between 2 and 120),
  add check ((department_id is null) = (department_name is null));
comment on column registry.import_batch.department_id is 'The department (or partner) whose list the file is; null where nobody said.';
comment on column registry.import_batch.department_name is 'Its name on the day of the upload.';
