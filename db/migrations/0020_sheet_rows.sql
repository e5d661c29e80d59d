-- A meeting's sheet writes seven rows a member whose parent the same statement closes, the same command holds or has
-- just posted; nothing may delete any of them. Looking each parent up again, row by row, was a seventh of the work of
-- a sheet. `naik verify` looks for rows whose parent is missing.
alter table mentoring.attendance drop constraint attendance_city_id_meeting_id_fkey;
alter table mentoring.cash_count drop constraint cash_count_city_id_meeting_id_fkey;
alter table mentoring.receipt drop constraint receipt_city_id_meeting_id_fkey;
alter table lending.repayment
  drop constraint repayment_city_id_loan_id_fkey,
  drop constraint repayment_city_id_journal_id_fkey;
alter table lending.instalment_mark drop constraint instalment_mark_city_id_loan_id_fkey;
alter table savings.movement
  drop constraint movement_city_id_account_id_fkey,
  drop constraint movement_city_id_journal_id_fkey;
