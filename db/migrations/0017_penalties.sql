-- The day close charges penalties by each product's rule: at most one a loan and day, however often a day is closed.
create unique index charge_of_a_day on lending.charge (city_id, loan_id, on_day) where source = 'day-close';
comment on column lending.charge.on_day is 'The day it arises; for a penalty of the day close the day at whose end something was late. It is then payable from the next day on.';
