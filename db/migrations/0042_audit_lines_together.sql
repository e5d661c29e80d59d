-- Several commands of one transaction append their audit lines at once: the chain's end is read and written once.

create function access.append_audit_lines(city text, line_at timestamptz, lines jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head access.audit_head;
  line record;
  line_hash bytea;
begin
  if city is distinct from platform.current_city() then
    raise exception 'audit lines for city % in a transaction of city %', city, platform.current_city();
  end if;
  select * into head from access.audit_head h where h.city_id = city for update;
  if not found then
    insert into access.audit_head (city_id, last_seq, last_hash) values (city, 0, '\x00') on conflict do nothing;
    select * into head from access.audit_head h where h.city_id = city for update;
  end if;
  for line in
    select l.* from jsonb_to_recordset(lines) as l (command uuid, kind text, actor uuid, actor_name text,
      subject_kind text, subject_id text, says jsonb, data jsonb)
  loop
    line_hash := access.audit_hash(head.last_hash, city, head.last_seq + 1, line_at, line.command, line.kind, line.actor,
      line.subject_kind || ':' || line.subject_id, line.says, line.data);
    insert into access.audit_line values (city, head.last_seq + 1, line_at, line.command, line.kind, line.actor, line.actor_name,
      line.subject_kind, line.subject_id, line.says, line.data, head.last_hash, line_hash);
    head.last_seq := head.last_seq + 1;
    head.last_hash := line_hash;
  end loop;
  update access.audit_head h set last_seq = head.last_seq, last_hash = head.last_hash where h.city_id = city;
end $$;
comment on function access.append_audit_lines is 'Appends audit lines in the order given; called last in a transaction, so that the chain is locked only briefly.';
revoke all on function access.append_audit_lines from public;
grant execute on function access.append_audit_lines to naik_app;
