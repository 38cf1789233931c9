/** `channel`: which platform the office writes to first, for everybody, a block, a unit or a person. */
import { audit } from '../../db/audit.ts'
import { botsInUse } from '../../db/bots/use.ts'
import type { Db, Tx } from '../../db/client.ts'
import {
  type ChannelChoice,
  type ChoiceFor,
  channelChoicesMade,
  chooseChannel,
  forgetChoice,
} from '../../db/people/channel-choices.ts'
import type { BotUse } from '../../domain/bot-limits.ts'
import { CommandError, type Outcome } from '../../domain/command.ts'
import { PLATFORMS } from '../../domain/message.ts'
import { type Whom, whomMeant } from '../named/channel-whom.ts'
import { PLATFORM_NAMES, platformNamed } from '../named/platform.ts'

type Order = Whom & {
  /** The name of a platform; without it, and without `reset`, the choices are shown. */
  channel?: string
  reset: boolean
  now: Date
  today: Temporal.PlainDate
}

/** Whoever has no chat there is written to where they have one. */
export async function channelCommand(db: Db, order: Order): Promise<Outcome> {
  const { channel, reset, today } = order
  refuseUnclear(order)
  return db.transaction(async (tx) => {
    const lines: string[] = []
    if (reset || channel !== undefined)
      lines.push(await change(tx, await whomMeant(tx, order, { reset, today }), order))
    const [choices, bots] = [await channelChoicesMade(tx), await botsInUse(tx)]
    return {
      json: {
        choices: choices.map(({ person, ...choice }) => ({ ...choice, person })),
        bots: bots.map(({ messages, ...bot }) => ({ ...bot, messages_this_month: messages })),
      },
      lines: [...lines, ...choiceLines(choices), ...bots.map(botLine)],
    }
  })
}

function refuseUnclear({ channel, reset, block, unit, person }: Order): void {
  if (channel !== undefined && reset)
    throw new CommandError(
      'bad_usage',
      'A platform and --reset exclude each other.',
      'Leave one of them out.',
    )
  const someone = block ?? unit ?? person
  if (channel === undefined && !reset && someone !== undefined)
    throw new CommandError(
      'bad_usage',
      'No platform is named.',
      `Write ${PLATFORM_NAMES}, for example npx dondoc channel ${PLATFORMS[0]} --…, or take the choice back with --reset.`,
    )
}

/** Makes or takes back one choice, and says what was done. */
async function change(tx: Tx, whom: ChoiceFor, { channel, reset, now }: Order): Promise<string> {
  const keep = (action: string, facts: Record<string, string>) =>
    audit(tx, {
      personId: null,
      through: 'command',
      action,
      subject: whom.subject === '' ? whom.scope : `${whom.scope}:${whom.subject}`,
      facts,
      at: now,
    })
  if (reset) {
    if (!(await forgetChoice(tx, whom))) return 'There was no such choice.'
    await keep('channel.reset', {})
    return 'The choice is taken back.'
  }
  const chosen = platformNamed(channel)
  await chooseChannel(tx, whom, chosen)
  await keep('channel.chosen', { channel: chosen })
  return 'The choice is kept. Whoever has no chat there is written to where they have one.'
}

const choiceLines = (choices: ChannelChoice[]): string[] =>
  choices.length === 0
    ? ['No platform is chosen: everybody is written to where they joined last.']
    : choices.map(({ scope, subject, person, channel }) => `${nameOf(scope, person ?? subject)}: ${channel}`)

const nameOf = (scope: ChannelChoice['scope'], subject: string): string =>
  scope === 'all' ? 'everybody' : `${scope} ${subject}`

const botLine = ({ channel, bot, people, messages }: BotUse): string =>
  `${channel} bot ${bot}: ${people} people, ${messages} messages this month`
