-- What the office pulls: the promised views of the schema `summary`, one row per what the name says.
create schema summary;
--> statement-breakpoint
create function office_today() returns date language sql stable as $$
  select (now() at time zone coalesce((select value #>> '{}' from settings where key = 'timezone'), 'Asia/Ho_Chi_Minh'))::date
$$;
--> statement-breakpoint
create view summary.status as
select
  a.year, a.quarter::int as quarter, t.code as task_code, t.short_title as task_title, a.due_on,
  u.block_code, u.code as unit_code, u.name as unit,
  coalesce(r.status, 'silent') as status, r.percent::int as percent, r.note,
  p.full_name as reported_by, r.via as reported_via, r.reported_at,
  (select count(*) from attachments e where e.assignment_id = a.id and e.state = 'stored')::int as evidence_count,
  (r.status is distinct from 'done' and a.due_on < office_today()) as overdue,
  (select count(distinct m.on_day) from reminders m join outbox o on o.id = m.outbox_id
    where m.assignment_id = a.id and o.state in ('sending', 'sent', 'unknown'))::int as times_reminded,
  r.difficulty, r.expected_on, a.put_off_until
from assignments a
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
left join lateral (select * from reports where assignment_id = a.id order by id desc limit 1) r on true
left join people p on p.id = r.person_id
where a.withdrawn_at is null;
--> statement-breakpoint
create view summary.reports as
select
  a.year, a.quarter::int as quarter, t.code as task_code, t.short_title as task_title, a.due_on,
  u.block_code, u.code as unit_code, u.name as unit,
  r.status, r.percent::int as percent, r.note,
  p.full_name as reported_by, r.via as reported_via, r.reported_at,
  (select count(*) from attachments e where e.report_id = r.id and e.state = 'stored')::int as evidence_count,
  (r.status <> 'done' and a.due_on < office_today()) as overdue,
  (select count(distinct m.on_day) from reminders m join outbox o on o.id = m.outbox_id
    where m.assignment_id = a.id and o.sent_at < r.reported_at)::int as times_reminded,
  r.difficulty, r.expected_on, r.id as report_id, r.supersedes_id
from reports r
join assignments a on a.id = r.assignment_id
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
join people p on p.id = r.person_id
order by r.id;
--> statement-breakpoint
create view summary.unit_progress as
select
  year, quarter, block_code, unit_code, unit, count(*)::int as asked,
  count(*) filter (where status = 'done')::int as done,
  count(*) filter (where status = 'in_progress')::int as in_progress,
  count(*) filter (where status = 'not_started')::int as not_started,
  count(*) filter (where status = 'blocked')::int as blocked,
  count(*) filter (where status = 'silent')::int as silent,
  count(*) filter (where overdue)::int as overdue,
  max(reported_at) as last_reported_at
from summary.status
group by year, quarter, block_code, unit_code, unit;
--> statement-breakpoint
create view summary.photos as
select
  e.id as photo_id, 'report'::text as belongs_to, e.report_id, null::bigint as exemplar_id,
  m.content_type, m.byte_size, m.width, m.height, m.sha256, e.received_at, m.bytes,
  t.code as task_code, u.code as unit_code, e.caption
from attachments e
join media m on m.id = e.media_id
join assignments a on a.id = e.assignment_id
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id;
--> statement-breakpoint
create view summary.deliveries as
select
  o.id as delivery_id, o.kind, u.code as unit_code, p.full_name as recipient, c.channel,
  o.state, o.attempts::int as attempts, o.failure, o.queued_at, o.sent_at, o.acknowledged_at, o.external_id,
  o.repeated, coalesce(c.state, 'unreachable') as reachability
from outbox o
left join contacts c on c.id = o.contact_id
left join people p on p.id = coalesce(o.person_id, c.person_id)
left join units u on u.id = o.unit_id;
--> statement-breakpoint
create view summary.office_inbox as
select
  n.id as note_id, n.received_at, n.reason, u.code as unit_code, p.full_name as sender, c.channel, n.text, n.handled_at
from notes n
left join contacts c on c.id = n.contact_id
left join people p on p.id = n.person_id
left join units u on u.id = n.unit_id
order by n.id;
