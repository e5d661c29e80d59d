-- Background work is asked for in the transaction that needs it: both happen or neither.

create function platform.enqueue(
  city text, job uuid, job_task text, job_title jsonb, job_payload jsonb, asker uuid
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if city is distinct from platform.current_city() then
    raise exception 'job for city % in a transaction of city %', city, platform.current_city();
  end if;
  insert into platform.job_run (city_id, id, task, title, payload, asked_by)
    values (city, job, job_task, job_title, job_payload, asker);
  perform graphile_worker.add_job(job_task,
    json_build_object('city', city, 'jobId', job, 'payload', job_payload), max_attempts => 5);
end $$;
comment on function platform.enqueue is 'Records a job and puts it on the queue, inside the caller''s transaction.';
revoke all on function platform.enqueue from public;
grant execute on function platform.enqueue to naik_app;

create function platform.enqueue_again(city text, job uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  old platform.job_run;
begin
  if city is distinct from platform.current_city() then
    raise exception 'job for city % in a transaction of city %', city, platform.current_city();
  end if;
  update platform.job_run r set state = 'waiting', problem = null, started_at = null, ended_at = null, progress_done = 0
    where r.city_id = city and r.id = job and r.state in ('failed', 'cancelled') returning * into old;
  if not found then return false; end if;
  perform graphile_worker.add_job(old.task,
    json_build_object('city', city, 'jobId', old.id, 'payload', old.payload), max_attempts => 5);
  return true;
end $$;
comment on function platform.enqueue_again is 'Puts a failed or cancelled job back on the queue; false when it is neither.';
revoke all on function platform.enqueue_again from public;
grant execute on function platform.enqueue_again to naik_app;
