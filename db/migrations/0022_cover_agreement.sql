-- The day on which a group agreed to cover somebody, beside the day on which the money came.

alter table lending.cover add column agreed_on date;
comment on column lending.cover.agreed_on is 'When the group agreed to it: at the meeting itself, or on the day that the office was told of, before or after the money came. Null for covers from before this was kept apart.';
