-- A sheet of a meeting touches fifty leaves at once. Lines are written by ledger.post alone, which has just locked every
-- account and made every journal they name, and nothing may delete either: checking that again line by line cost a
-- third of a posting. `naik verify` still looks.
alter table ledger.entry
  drop constraint entry_city_id_journal_id_fkey,
  drop constraint entry_city_id_account_id_fkey;
comment on table ledger.entry is
  'A line of a journal in whole rupiah, debit positive; balance_after chains an account''s lines. Written by ledger.post alone, which holds the account and makes the journal.';

-- Balances and paid sums change every week: room on the page keeps a change off the indexes.
alter table ledger.account set (fillfactor = 80);
alter table lending.loan set (fillfactor = 80);

-- Interest of a lending group has a leaf of its own: on one income account for all, every meeting would wait for every other.
alter table ledger.account drop constraint account_owner_kind_check,
  add constraint account_owner_kind_check check (owner_kind in ('loan', 'savings', 'bag', 'bank', 'claim', 'debt', 'lending-group'));
