-- The chat that the office writes to: of those that work, one on the platform chosen for the person, their unit, their
-- block or everybody, in this order; and of several the one joined last.
create function chosen_channel(person bigint) returns text language sql stable as $$
  select k.channel from channel_choices k
  where k.scope = 'all' or (k.scope = 'person' and k.subject = person::text)
    or exists (select from posts o join units u on u.id = o.unit_id
      where o.person_id = person and o.to_day is null
        and ((k.scope = 'unit' and k.subject = u.code) or (k.scope = 'block' and k.subject = u.block_code)))
  order by array_position(array['person', 'unit', 'block', 'all'], k.scope), k.subject limit 1
$$;
--> statement-breakpoint
create function preferred_contact(person bigint) returns bigint language sql stable as $$
  select c.id from contacts c
  where c.person_id = person and c.state = 'reachable'
  order by (c.channel = chosen_channel(person)) is true desc, c.joined_at desc nulls last, c.id desc limit 1
$$;
--> statement-breakpoint
create or replace view summary.deliveries as
select
  o.id as delivery_id, o.kind, u.code as unit_code, p.full_name as recipient, c.channel,
  o.state, o.attempts::int as attempts, o.failure, o.queued_at, o.sent_at, o.acknowledged_at, o.external_id,
  o.repeated, coalesce(c.state, 'unreachable') as reachability,
  o.instead_of, c.bot
from outbox o
left join contacts c on c.id = o.contact_id
left join people p on p.id = coalesce(o.person_id, c.person_id)
left join units u on u.id = o.unit_id;
--> statement-breakpoint
-- How much of its plan each bot has used: people who joined by it, and what it sent since the first of the month.
create view summary.bots as
select c.channel, c.bot,
  count(*) filter (where c.person_id is not null)::int as people,
  coalesce(sum((select count(*) from outbox o where o.contact_id = c.id and o.state in ('sent', 'unknown')
    and o.sent_at >= date_trunc('month', office_today()))), 0)::int as messages_this_month
from contacts c
group by c.channel, c.bot;
