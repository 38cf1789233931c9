/** How a person presses buttons: those below messages, and those in place of the letters. */
import type { ApiMessage, ApiUpdate, InlineButton, MessageUpdate } from './api-types.ts'
import { shown } from './chats.ts'
import { act, type Owner } from './owner.ts'
import type { TapAnswer } from './platform.ts'
import { buttonRows, keyboardRows, screenOf } from './screen.ts'

export type Tapping = {
  /**
   * Presses the button with this label, this data or, when none has it, this part of the label: in `message`, which may
   * be an older version, else in the newest message that has it. Throws with the screen when there is no such button.
   */
  taps(button: string, message?: ApiMessage): ApiUpdate
  /** The same, and waits until the bot answers the press. */
  answeredTap(button: string, message?: ApiMessage, timeoutMs?: number): Promise<TapAnswer>
}

type Spot = { message: ApiMessage; button: InlineButton }

const PATIENCE_MS = 20_000

export function createTapping(owner: Owner, types: (text: string) => MessageUpdate): Tapping {
  const { platform, user, chat } = owner
  const sees = () => `${user.first_name} sees:\n${screenOf(chat)}`

  function spotOf(wanted: string, messages: ApiMessage[]): Spot | undefined {
    const spots = messages
      .toReversed()
      .flatMap((message) => buttonRows(message).flatMap((row) => row.map((button) => ({ message, button }))))
    return (
      spots.find(({ button }) => button.text === wanted || button.callback_data === wanted) ??
      spots.find(({ button }) => button.text.includes(wanted))
    )
  }

  function press({ message, button }: Spot): ApiUpdate {
    if (button.callback_data === undefined)
      throw new Error(`[${button.text}] asks the bot nothing. ${sees()}`)
    act(owner)
    const id = `${user.id}${String(platform.taps.size).padStart(9, '0')}`
    platform.taps.set(id, () => {})
    const { message_id } = message
    const now = chat.find(message_id)
    return platform.updates.push({
      callback_query: {
        id,
        from: user,
        message: now ? shown(now) : { chat: chat.about, message_id, date: 0 },
        chat_instance: `-${chat.id}`,
        data: button.callback_data,
      },
    })
  }

  function pressKey(wanted: string): ApiUpdate {
    const key = keyboardRows(chat)
      .flat()
      .find(({ text }) => text.includes(wanted))
    if (!key) throw new Error(`There is no button "${wanted}". ${sees()}`)
    if (key.request_contact) throw new Error(`[${key.text}] is pressed by sharesOwnNumber. ${sees()}`)
    return types(key.text)
  }

  function taps(wanted: string, message?: ApiMessage): ApiUpdate {
    const spot = spotOf(wanted, message ? [message] : chat.messages)
    if (!spot && message) throw new Error(`That message has no button "${wanted}". ${sees()}`)
    return spot ? press(spot) : pressKey(wanted)
  }

  return {
    taps,
    answeredTap(wanted, message, timeoutMs = PATIENCE_MS) {
      const { callback_query } = taps(wanted, message)
      if (!callback_query) throw new Error(`[${wanted}] only types its label: there is no answer to wait for`)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new Error(`The bot never answered the press of "${wanted}". ${sees()}`))
        }, timeoutMs)
        platform.taps.set(callback_query.id, (answer) => {
          clearTimeout(timer)
          resolve(answer)
        })
      })
    },
  }
}
