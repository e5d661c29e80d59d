-- A position is written by the close of a day alone, from the loan's own row, and loans are never deleted: looking the
-- loan up again for every row was more than half of a book's first close. `naik verify` still finds a stray one, whose
-- principal no portfolio counts.
alter table lending.loan_position drop constraint loan_position_city_id_loan_id_fkey;
