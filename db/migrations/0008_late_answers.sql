-- The day of a moment in the office's zone.
create function office_day(moment timestamptz) returns date language sql stable as $$
  select (moment at time zone coalesce((select value #>> '{}' from settings where key = 'timezone'), 'Asia/Ho_Chi_Minh'))::date
$$;
--> statement-breakpoint
-- An answer given after its quarter was closed is late: it counts here, and not in the frozen figures.
create or replace view summary.status as
select
  a.year, a.quarter::int as quarter, t.code as task_code, t.short_title as task_title, a.due_on,
  u.block_code, u.code as unit_code, u.name as unit,
  coalesce(r.status, 'silent') as status, r.percent::int as percent, r.note,
  p.full_name as reported_by, r.via as reported_via, r.reported_at,
  (select count(*) from attachments e where e.assignment_id = a.id and e.state = 'stored')::int as evidence_count,
  (r.status is distinct from 'done' and a.due_on < office_today()) as overdue,
  (select count(distinct m.on_day) from reminders m join outbox o on o.id = m.outbox_id
    where m.assignment_id = a.id and o.state in ('sending', 'sent', 'unknown'))::int as times_reminded,
  r.difficulty, r.expected_on, a.put_off_until,
  w.full_name as recorded_by, a.id as assignment_id,
  (select string_agg(q.kind, ',' order by q.kind) from requests q
    where q.assignment_id = a.id and q.closed_at is null) as awaits_decision,
  coalesce(r.reported_at > z.closed_at, false) as late
from assignments a
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
left join lateral (select * from reports where assignment_id = a.id order by id desc limit 1) r on true
left join people p on p.id = r.person_id
left join people w on w.id = r.recorded_by
left join closed_quarters z on z.year = a.year and z.quarter = a.quarter
where a.withdrawn_at is null;
--> statement-breakpoint
create or replace view summary.reports as
select
  a.year, a.quarter::int as quarter, t.code as task_code, t.short_title as task_title, a.due_on,
  u.block_code, u.code as unit_code, u.name as unit,
  r.status, r.percent::int as percent, r.note,
  p.full_name as reported_by, r.via as reported_via, r.reported_at,
  (select count(*) from attachments e where e.report_id = r.id and e.state = 'stored')::int as evidence_count,
  (r.status <> 'done' and a.due_on < office_today()) as overdue,
  (select count(distinct m.on_day) from reminders m join outbox o on o.id = m.outbox_id
    where m.assignment_id = a.id and o.sent_at < r.reported_at)::int as times_reminded,
  r.difficulty, r.expected_on, r.id as report_id, r.supersedes_id,
  w.full_name as recorded_by, a.id as assignment_id,
  coalesce(r.reported_at > z.closed_at, false) as late
from reports r
join assignments a on a.id = r.assignment_id
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
join people p on p.id = r.person_id
left join people w on w.id = r.recorded_by
left join closed_quarters z on z.year = a.year and z.quarter = a.quarter
order by r.id;
