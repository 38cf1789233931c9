-- A choice for a unit or a block counts for whoever holds a post there today, whatever end of the post is known; for
-- somebody whose every post is still to begin, where they begin.
create or replace function chosen_channel(person bigint) returns text language sql stable as $$
  select k.channel from channel_choices k
  where k.scope = 'all' or (k.scope = 'person' and k.subject = person::text)
    or exists (select from posts o join units u on u.id = o.unit_id
      where o.person_id = person and (o.to_day is null or o.to_day > office_today())
        and o.from_day <= greatest(office_today(), (select min(f.from_day) from posts f
          where f.person_id = person and (f.to_day is null or f.to_day > office_today())))
        and ((k.scope = 'unit' and k.subject = u.code) or (k.scope = 'block' and k.subject = u.block_code)))
  order by array_position(array['person', 'unit', 'block', 'all'], k.scope), k.subject limit 1
$$;
--> statement-breakpoint
-- To whoever pulls it a chat is reached or not: why not is ours to know.
create or replace view summary.deliveries as
select
  o.id as delivery_id, o.kind, u.code as unit_code, p.full_name as recipient, c.channel,
  o.state, o.attempts::int as attempts, o.failure, o.queued_at, o.sent_at, o.acknowledged_at, o.external_id,
  o.repeated, case c.state when 'reachable' then 'reachable' else 'unreachable' end as reachability,
  o.instead_of, c.bot
from outbox o
left join contacts c on c.id = o.contact_id
left join people p on p.id = coalesce(o.person_id, c.person_id)
left join units u on u.id = o.unit_id;
--> statement-breakpoint
-- How much of its plan each bot has used. People: every chat that ever wrote to it, a stranger's and a nominee's too, for
-- each takes a place; one that we forgot keeps its own, for the platform has not forgotten it. Messages: what went both
-- ways since the first of the month by the office's clock, for nobody says that a plan counts one way alone; each part of
-- what was cut or came with pictures, and what was sent once more because the first may have arrived.
create or replace view summary.bots as
with month as (
  select date_trunc('month', office_today()::timestamp) at time zone
    coalesce((select value #>> '{}' from settings where key = 'timezone'), 'Asia/Ho_Chi_Minh') as began)
select c.channel, c.bot,
  count(*)::int as people,
  (coalesce(sum((select sum(1 + coalesce(jsonb_array_length(o.other_ids), 0) + o.repeated::int) from outbox o
      where o.contact_id = c.id and o.state in ('sent', 'unknown')
        and coalesce(o.sent_at, o.not_before) >= month.began)), 0)
    + (select count(*) from inbox i where i.channel = c.channel and i.bot = c.bot
      and i.received_at >= month.began))::int as messages_this_month,
  -- It is not among the bots of the service any more.
  bool_or(c.state = 'bot_gone') as gone
from contacts c, month
group by c.channel, c.bot, month.began;
