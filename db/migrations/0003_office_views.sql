-- The office's half of what it pulls: exemplars and their consents, announcements, decisions, calls, pauses, the audit log.
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
    where q.assignment_id = a.id and q.closed_at is null) as awaits_decision
from assignments a
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
left join lateral (select * from reports where assignment_id = a.id order by id desc limit 1) r on true
left join people p on p.id = r.person_id
left join people w on w.id = r.recorded_by
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
  w.full_name as recorded_by, a.id as assignment_id
from reports r
join assignments a on a.id = r.assignment_id
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
join people p on p.id = r.person_id
left join people w on w.id = r.recorded_by
order by r.id;
--> statement-breakpoint
-- The one place that says what a consent covers. To keep and consider, a child's guardian is asked; to publish, the
-- child from seven on as well, and where the age is not known the child is taken to be that old. A guardian signs.
create function exemplar_may(exemplar bigint, wanted text) returns boolean language sql stable as $$
  select not exists (
    select from exemplars x, unnest(case
      when x.under_sixteen is not true then array['nominee']
      when wanted = 'store' or x.from_seven is false then array['guardian']
      else array['guardian', 'child'] end) as needed(subject)
    where x.id = exemplar and not exists (
      select from consents c
      where c.exemplar_id = x.id and c.subject = needed.subject and c.purpose = wanted and c.withdrawn_at is null
        and c.method is not null and (c.subject <> 'guardian' or c.method = 'signed_form')))
$$;
--> statement-breakpoint
create view summary.exemplars as
select
  x.id as exemplar_id, x.year, x.quarter::int as quarter, u.code as unit_code, u.name as unit, x.kind, x.name, x.role,
  x.field, x.deed, x.stage, x.review,
  exemplar_may(x.id, 'store') as consent_store,
  exemplar_may(x.id, 'publish_name') as consent_name,
  exemplar_may(x.id, 'publish_photo') as consent_photo,
  (select count(*) from attachments e
    where e.exemplar_id = x.id and e.exemplar_part = 'photo' and e.state = 'stored')::int as photo_count,
  p.full_name as proposed_by, x.submitted_at as proposed_at,
  x.under_sixteen, u.block_code, x.same_as_id, x.erased_at
from exemplars x
join units u on u.id = x.unit_id
join people p on p.id = x.proposer_id
where x.review <> 'draft'
order by x.id;
--> statement-breakpoint
create view summary.exemplar_history as
select v.exemplar_id, v.at, v.event, v.stage, v.reason, p.full_name as done_by
from exemplar_events v
left join people p on p.id = v.person_id
order by v.id;
--> statement-breakpoint
create view summary.consents as
select c.id as consent_id, c.exemplar_id, c.subject, c.purpose, c.method,
  coalesce(p.full_name, case when c.contact_id is not null then 'self' end) as recorded_by, c.given_at, c.withdrawn_at,
  (select count(*) from attachments e
    where e.exemplar_id = c.exemplar_id and e.exemplar_part = 'consent' and e.state = 'stored')::int as evidence_count
from consents c
left join people p on p.id = c.recorded_by
order by c.id;
--> statement-breakpoint
create or replace view summary.photos as
select
  e.id as photo_id,
  case when e.exemplar_id is not null then 'exemplar' when e.announcement_id is not null then 'announcement'
    else 'report' end as belongs_to,
  e.report_id, e.exemplar_id,
  m.content_type, m.byte_size, m.width, m.height, m.sha256, e.received_at, m.bytes,
  t.code as task_code, coalesce(u.code, xu.code) as unit_code, e.caption, e.announcement_id
from attachments e
join media m on m.id = e.media_id
left join assignments a on a.id = e.assignment_id
left join tasks t on t.id = a.task_id
left join units u on u.id = a.unit_id
left join exemplars x on x.id = e.exemplar_id
left join units xu on xu.id = x.unit_id
where a.id is not null or e.announcement_id is not null or (x.review <> 'draft' and e.exemplar_part = 'photo');
--> statement-breakpoint
-- How an announcement fared with each unit: reached by any of its messages, else how the rest of them stand.
create view summary.announcement_units as
select
  m.announcement_id, u.code as unit_code, u.name as unit, u.block_code,
  case when bool_or(o.state = 'sent') then 'sent' when bool_or(o.state in ('waiting', 'sending')) then 'waiting'
    when bool_or(o.state = 'unknown') then 'unknown' when bool_or(o.state = 'failed') then 'failed'
    else 'cancelled' end as state,
  case when not bool_or(o.state in ('sent', 'waiting', 'sending')) then
    string_agg(distinct o.failure, ',') end as failure,
  min(o.sent_at) as sent_at,
  (select min(q.acknowledged_at) from announcement_messages n join outbox q on q.id = n.outbox_id
    where n.announcement_id = m.announcement_id and n.unit_id = m.unit_id) as acknowledged_at
from announcement_messages m
join outbox o on o.id = m.outbox_id
join units u on u.id = m.unit_id
where m.round in ('first', 'again')
group by m.announcement_id, m.unit_id, u.id;
--> statement-breakpoint
create view summary.announcements as
select
  n.id as announcement_id, n.title, n.audience, p.full_name as created_by, n.scheduled_at,
  count(s.unit_code)::int as recipients,
  count(*) filter (where s.state = 'sent')::int as sent,
  count(*) filter (where s.state in ('failed', 'unknown'))::int as failed,
  count(s.acknowledged_at)::int as acknowledged,
  count(*) filter (where s.state = 'waiting')::int as waiting,
  count(*) filter (where s.state = 'cancelled')::int as cancelled,
  n.state, n.body, n.queued_at, n.edited_at, n.withdrawn_at
from announcements n
left join people p on p.id = n.created_by
left join summary.announcement_units s on s.announcement_id = n.id
where n.state <> 'draft'
group by n.id, p.full_name
order by n.id;
--> statement-breakpoint
create view summary.decisions as
select
  q.id as request_id, a.year, a.quarter::int as quarter, t.code as task_code, t.short_title as task_title,
  u.block_code, u.code as unit_code, u.name as unit, q.kind, r.difficulty, r.note, q.wished_due_on,
  p.full_name as asked_by, q.asked_at, l.full_name as passed_to, q.closed_at,
  d.decision, d.new_due_on, d.reason, w.full_name as decided_by, d.decided_at, a.id as assignment_id
from requests q
join assignments a on a.id = q.assignment_id
join tasks t on t.id = a.task_id
join units u on u.id = a.unit_id
join people p on p.id = q.asked_by
left join reports r on r.id = q.report_id
left join people l on l.id = q.passed_to
left join decisions d on d.request_id = q.id
left join people w on w.id = d.decided_by
order by q.id, d.id;
--> statement-breakpoint
create or replace view summary.office_inbox as
select
  n.id as note_id, n.received_at, n.reason, u.code as unit_code, p.full_name as sender, c.channel, n.text, n.handled_at,
  w.full_name as handled_by, n.outcome, t.code as task_code
from notes n
left join contacts c on c.id = n.contact_id
left join people p on p.id = n.person_id
left join units u on u.id = n.unit_id
left join people w on w.id = n.handled_by
left join assignments a on a.id = n.assignment_id
left join tasks t on t.id = a.task_id
order by n.id;
--> statement-breakpoint
create view summary.calls as
select l.id as call_id, u.code as unit_code, u.name as unit, p.full_name as called_by, l.called_at
from calls l
join units u on u.id = l.unit_id
join people p on p.id = l.called_by
order by l.id;
--> statement-breakpoint
create view summary.pauses as
select s.id as pause_id, u.code as unit_code, u.name as unit, s.from_day, s.until_day, s.reason, s.due_moved_to,
  p.full_name as made_by, s.made_at, s.ended_at
from pauses s
join paused_units k on k.pause_id = s.id
join units u on u.id = k.unit_id
left join people p on p.id = s.made_by
order by s.id, u.code;
--> statement-breakpoint
create view summary.audit as
select e.id as entry_id, e.at, p.full_name as done_by, e.through, e.action, e.subject, e.facts
from audit_entries e
left join people p on p.id = e.person_id
order by e.id;
