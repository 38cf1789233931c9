-- How much of its plan each bot has used: people who joined by it, and what went both ways since the first of the month by
-- the office's clock, for nobody says that a plan counts one way alone.
create or replace view summary.bots as
with month as (
  select date_trunc('month', office_today()::timestamp) at time zone
    coalesce((select value #>> '{}' from settings where key = 'timezone'), 'Asia/Ho_Chi_Minh') as began)
select c.channel, c.bot,
  count(*) filter (where c.person_id is not null)::int as people,
  (coalesce(sum((select count(*) from outbox o where o.contact_id = c.id and o.state in ('sent', 'unknown')
      and coalesce(o.sent_at, o.not_before) >= month.began)), 0)
    + (select count(*) from inbox i where i.channel = c.channel and i.bot = c.bot
      and i.received_at >= month.began))::int as messages_this_month
from contacts c, month
group by c.channel, c.bot, month.began;
