/** How an answer came: by a platform, by telephone or on paper. */
import { type ChannelName, isChannel } from '../domain/message.ts'
import type { Translate } from './i18n.ts'

export const viaInWords = (via: ChannelName | 'phone' | 'paper', t: Translate): string =>
  isChannel(via) ? t('desk.via.chat', { platform: t(`platform.${via}`) }) : t(`desk.via.${via}`)
