-- Who is invited, drawn so that anybody can draw it again.

create table programmes.invitation_draw (
  city_id text not null,
  id uuid not null,
  title text not null check (length(title) between 3 and 160),
  held_on date not null,
  places int not null check (places between 1 and 5000),
  rule jsonb not null,
  seed text not null check (length(seed) between 4 and 120),
  pool int not null check (pool > 0),
  pool_hash text not null check (pool_hash ~ '^[0-9a-f]{64}$'),
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  by_name text not null,
  primary key (city_id, id),
  unique (city_id, seed)
);
comment on table programmes.invitation_draw is 'A draw among those who are poor, have a business and were never served. The rule and the seed are stated; the same pool with the same seed gives the same list, and every draw stays on record, so that drawing again until somebody is in is seen.';
comment on column programmes.invitation_draw.pool_hash is 'SHA-256 over the ids of everybody who stood in the draw, in order: two draws of the same pool have the same.';
create index invitation_draw_by_time on programmes.invitation_draw (city_id, drawn_at desc);
select platform.protect('programmes.invitation_draw', 'select, insert');

create table programmes.invitation (
  city_id text not null,
  draw_id uuid not null,
  person_id uuid not null,
  kelurahan_code text,
  rank int not null check (rank > 0),
  chosen boolean not null,
  women_headed boolean not null,
  primary key (city_id, draw_id, person_id),
  foreign key (city_id, draw_id) references programmes.invitation_draw (city_id, id),
  foreign key (city_id, person_id) references registry.person (city_id, id)
);
comment on table programmes.invitation is 'Everybody who stood in a draw, by rank within the kelurahan: the first are invited, the others follow when somebody declines.';
create index invitation_by_person on programmes.invitation (city_id, person_id);
create index invitation_by_rank on programmes.invitation (city_id, draw_id, chosen desc, kelurahan_code, rank);
select platform.protect('programmes.invitation', 'select, insert');
