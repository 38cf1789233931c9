/** The state of things for leaders and the office, whenever they ask, and what stands behind a digest's figures. */
import { hash } from 'node:crypto'
import { usedOfPlans } from '../../../db/bots/use.ts'
import { digestFigures } from '../../../db/digests/figures.ts'
import { keepMedia } from '../../../db/messages/media.ts'
import type { DigestFigures } from '../../../domain/digests/digest-figures.ts'
import { clockTime } from '../../../locales/dates.ts'
import { drawPng } from '../../../locales/draw-png.ts'
import { leaderDigest } from '../../../locales/leader-digest.ts'
import { progressChart } from '../../../locales/progress-chart.ts'
import { ask } from '../../ask.ts'
import type { Topic } from '../../topic.ts'
import type { PersonTurn } from '../../turn.ts'
import { blocksText, difficultiesText } from './behind-figures.ts'

const WEEK_MS = 7 * 24 * 3_600_000

export const digest: Topic = {
  audience: ['leader', 'office'],
  commands: [{ words: ['tinh hinh', 'tinhhinh'], run: showSituation }],
  async press(turn, { act }) {
    const figures = await figuresOf(turn)
    if (!figures) return turn.say({ text: turn.t('digest.noPlan') })
    if (act === 'blocks') return turn.say({ text: blocksText(figures, turn.t) })
    if (act === 'difficulties') return turn.say({ text: difficultiesText(figures, turn.t) })
    return turn.say({ text: turn.t('talk.oldButton') })
  },
}

const figuresOf = ({ tx, today, now, settings }: PersonTurn): Promise<DigestFigures | null> =>
  digestFigures(tx, { today, since: new Date(now.getTime() - WEEK_MS), timeZone: settings.timezone })

/** The digest as it would be if it went out now, with its picture. */
async function showSituation(turn: PersonTurn): Promise<void> {
  const { tx, t, person, today, now, settings, limits } = turn
  const figures = await figuresOf(turn)
  if (!figures) return turn.say({ text: t('digest.noPlan') })
  const asOf = clockTime(now, settings.timezone, settings.language)
  const about = {
    personId: person.id,
    reader: person.name,
    today,
    asOf,
    graceDays: settings.digest_grace_days,
    bots: await usedOfPlans(tx, limits),
  }
  const role = person.is.leader ? 'leader' : 'office'
  const picture = drawPng(progressChart(figures, { asOf, today }, t))
  const sha256 = hash('sha256', picture.bytes)
  const media = await keepMedia(tx, { ...picture, sha256, contentType: 'image/png' })
  await ask(turn, {
    ...leaderDigest(figures, { ...about, role }, t),
    files: [{ media, name: `${today}.png` }],
  })
}
