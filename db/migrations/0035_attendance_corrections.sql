-- A second sheet of a meeting may be right about who came: a reviewer's word becomes a later mark.

create table mentoring.attendance_correction (
  city_id text not null,
  meeting_id uuid not null,
  person_id uuid not null,
  review_id uuid not null,
  presence text not null check (presence in ('present', 'absent', 'excused')),
  reason text,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (city_id, meeting_id, person_id, review_id),
  foreign key (city_id, meeting_id, person_id) references mentoring.attendance (city_id, meeting_id, person_id),
  foreign key (city_id, review_id) references access.field_review (city_id, id)
);
comment on table mentoring.attendance_correction is 'A later mark beside the first: what the second sheet said, once a reviewer found it right. The last one counts, and all are kept.';
comment on column mentoring.attendance_correction.marked_by is 'Who wrote the second sheet; who found it right stands on the review.';
select platform.protect('mentoring.attendance_correction', 'select, insert');
