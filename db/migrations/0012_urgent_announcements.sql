ALTER TABLE "announcements" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
create or replace view summary.announcements as
select
  n.id as announcement_id, n.title, n.audience, p.full_name as created_by, n.scheduled_at,
  count(s.unit_code)::int as recipients,
  count(*) filter (where s.state = 'sent')::int as sent,
  count(*) filter (where s.state in ('failed', 'unknown'))::int as failed,
  count(s.acknowledged_at)::int as acknowledged,
  count(*) filter (where s.state = 'waiting')::int as waiting,
  count(*) filter (where s.state = 'cancelled')::int as cancelled,
  n.state, n.body, n.queued_at, n.edited_at, n.withdrawn_at, n.urgent
from announcements n
left join people p on p.id = n.created_by
left join summary.announcement_units s on s.announcement_id = n.id
where n.state <> 'draft'
group by n.id, p.full_name;
