/** Shows a person what is kept about them, for how long, and what they may ask for. */
import { type DataKept, dataKept } from '../../../db/forgetting/data-kept.ts'
import { officeDay } from '../../../domain/office-day.ts'
import { showPhone } from '../../../domain/phone.ts'
import { topicValue } from '../../../domain/topic-choice.ts'
import { fullDay } from '../../../locales/dates.ts'
import { ask } from '../../ask.ts'
import { postsInWords } from '../../join/done.ts'
import type { PersonTurn } from '../../turn.ts'

export async function showData(turn: PersonTurn): Promise<void> {
  const { t, settings, tx, person } = turn
  const list = linesOf(turn, await dataKept(tx, person.id))
  const howLong = t('data.howLong', {
    chat: settings.keep_chat_months,
    draft: settings.draft_days,
    approved: settings.keep_exemplar_months,
    unchosen: settings.keep_unchosen_months,
    former: settings.keep_former_days,
  })
  await ask(turn, {
    text: [t('data.head'), ...list.map((line) => `• ${line}`), '', howLong, t('data.question')].join('\n'),
    choices: [
      [
        { label: t('data.correct'), value: topicValue('data', 'correct') },
        { label: t('data.erase'), value: topicValue('data', 'erase') },
      ],
      [{ label: t('data.stop'), value: topicValue('data', 'stop') }],
    ],
  })
}

function linesOf({ t, settings, person }: PersonTurn, kept: DataKept): string[] {
  const states = kept.proposals.map(({ review, n }) => `${n} ${t(`data.review.${review}`)}`)
  const proposals = kept.proposals.reduce((sum, { n }) => sum + n, 0)
  return [
    t('data.name', { name: person.name }),
    t('data.posts', { posts: postsInWords(person.posts, t) }),
    t('data.phone', { phone: kept.phone ? showPhone(kept.phone) : t('data.noPhone') }),
    ...kept.chats.map(({ channel, joinedAt }) =>
      t('data.chat', {
        platform: t(`platform.${channel}`),
        day: joinedAt ? fullDay(officeDay(joinedAt, settings.timezone)) : '…',
      }),
    ),
    t('data.work', { reports: kept.reports, files: kept.files }),
    ...(proposals > 0 ? [t('data.proposals', { n: proposals, states: states.join(', ') })] : []),
    ...(kept.waiting > 0 ? [t('data.waiting', { n: kept.waiting })] : []),
  ]
}
