/** The page of cards to print: one a person, six on an A4 sheet, to cut along the dashed lines. */
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { Office } from '../../db/office.ts'
import { showPhone } from '../../domain/phone.ts'
import { clockTime, fullDay } from '../../locales/dates.ts'
import type { Language, Translate } from '../../locales/i18n.ts'
import { CARD_STYLE } from './cards-style.ts'
import { type HandedOut, spacedCode } from './made.ts'

const CARDS_A_PAGE = 6

export type CardWords = { t: Translate; language: Language; office: Office; botUserName: string | undefined }

/** A whole HTML document that needs no other file and no network. */
export async function cardPages(made: HandedOut[], words: CardWords): Promise<string> {
  const { t, language } = words
  const pages = Array.from({ length: Math.ceil(made.length / CARDS_A_PAGE) }, (_, page) =>
    made.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE),
  )
  const document = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${t('sheet.title')}</title>
<style>${raw(CARD_STYLE)}</style>
</head>
<body>
<header><p>${t('sheet.howToPrint')}</p><button onclick="print()">${t('sheet.print')}</button></header>
${pages.map((cards) => html`<main>${cards.map((one) => card(one, words))}</main>`)}
</body>
</html>
`
  return String(document)
}

function card(one: HandedOut, { t, language, office, botUserName }: CardWords) {
  const { person, title, role, unit, link, code, codeBot, expiresAt } = one
  const time = clockTime(new Date(expiresAt.epochMilliseconds), expiresAt.timeZoneId, language)
  const officePhone = showPhone(office.phone)
  const bot = codeBot && { bot: codeBot.name, platform: t(`platform.${codeBot.channel}`) }
  const open = bot ? t('sheet.openCodeBot', bot) : t('sheet.openChannel')
  const steps = link
    ? [
        t('sheet.scan'),
        t('sheet.pressStart'),
        t('sheet.orType', { bot: `@${botUserName}` }),
        ...(bot ? [t('sheet.orCodeBot', bot)] : []),
      ]
    : [open, t('sheet.sendCode'), t('sheet.waitForAnswer')]
  return html`
<article>
  <p class="office"><b>${office.name}</b>${t('sheet.about')}</p>
  <h2>${unit ?? office.name}</h2>
  <p class="person">${t('sheet.person', { name: person, post: title || t(`post.${role}`) })}</p>
  <div class="way">
    ${link && html`<figure>${raw(renderSVG(link, { ecc: 'M', border: 0 }))}</figure>`}
    <div>
      <p>${t('sheet.code')}</p>
      <p class="code">${spacedCode(code)}</p>
      <p>${t('sheet.validUntil', { time, day: fullDay(expiresAt.toPlainDate()) })}</p>
      ${officePhone && html`<p class="help">${t('sheet.help', { officePhone })}</p>`}
    </div>
  </div>
  <ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
</article>`
}
