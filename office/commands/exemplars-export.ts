/** `exemplars export`: the pack of a period's exemplary people for the portal and the propaganda department. */
import { audit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { periodFacts } from '../../db/papers/period-facts.ts'
import type { Outcome } from '../../domain/command.ts'
import { exemplarsToday } from '../../domain/papers/exemplars-today.ts'
import { translator } from '../../locales/i18n.ts'
import { exemplarPack } from '../exemplar-pack/pack.ts'
import { periodNamed } from '../named/period.ts'
import { writePaper } from '../paper-file.ts'
import { paperOf } from '../papers.ts'

type Order = { period: string; out?: string; today: Temporal.PlainDate; now: Date }

/** Who is approved and who consented to what is asked at this moment, also of a closed period. */
export async function exemplarsExport(db: Db, { period, out, today, now }: Order): Promise<Outcome> {
  const facts = exemplarsToday(await periodFacts(db, periodNamed(period), today))
  const pack = await exemplarPack(facts, await paperOf(db, facts.year), translator('vi'))
  const made = { period: facts.period, format: 'zip', now }
  const path = await writePaper(db, out ?? `guong-dien-hinh-${facts.period}.zip`, pack.chunks(), made)
  const { people, photos, leftOut } = pack
  const counts = { people, photos, left_out: leftOut }
  await audit(db, {
    personId: null,
    through: 'command',
    action: 'exemplars.exported',
    subject: `period:${facts.period}`,
    facts: counts,
    at: now,
  })
  return {
    json: { period: facts.period, out: path, ...counts },
    lines: [
      `${path}: ${people} exemplars with ${photos} photos.`,
      ...(leftOut > 0
        ? [`${leftOut} left out, each with its reason in ${facts.period}_KhongDua.csv in it.`]
        : []),
    ],
  }
}
