-- A line of life is written by the command that has just found the person, often 25 at a time; a foreign key locked each
-- of them, which wrote her row anew. What brings a line, a visit or a membership or a loan, holds its person by a key of
-- its own, so that an import that is undone leaves her; and `naik verify` looks at all lines at once.

alter table programmes.service drop constraint service_city_id_person_id_fkey;
