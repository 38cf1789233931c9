/** The invitations as a table that Excel opens: UTF-8 with its mark in front, for names with tone marks. */
import { showPhone } from '../../domain/phone.ts'
import type { Translate } from '../../locales/i18n.ts'
import type { HandedOut } from './made.ts'

const UTF8_MARK = '\uFEFF'

/** Comma-separated, one line an invitation under a line of headings. */
export function invitationTable(made: HandedOut[], t: Translate): string {
  const platform = made.find(({ codeBot }) => codeBot)?.codeBot?.channel
  const head = [
    t('sheet.column.unitCode'),
    t('sheet.column.unit'),
    t('sheet.column.person'),
    t('sheet.column.post'),
    t('sheet.column.phone'),
    t('sheet.column.link'),
    t('sheet.column.code'),
    t('sheet.column.expiresAt'),
    t('sheet.column.codeBot', { platform: platform ? t(`platform.${platform}`) : '' }).trim(),
  ]
  const lines = made.map((one) => [
    one.unitCode ?? '',
    one.unit ?? '',
    one.person,
    one.title || t(`post.${one.role}`),
    one.phone ? showPhone(one.phone) : '',
    one.link ?? '',
    one.code,
    one.expiresAt.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
    one.codeBot?.name ?? '',
  ])
  return UTF8_MARK + [head, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

/** A cell that would be a formula is made a text: Excel would run it. */
function quoted(cell: string): string {
  const text = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
