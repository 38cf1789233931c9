/** What to do next, in plain words, for whoever has just started the service. */
import type { Installation } from '../db/installation.ts'

/** Lines for a terminal; none when nothing is left to do. */
export function firstSteps(installation: Installation, bots: number, year: number): string[] {
  const steps = [
    bots === 0 && [
      'Get a bot: in Telegram write /newbot to @BotFather, put the token it gives you into a file .env',
      'as TELEGRAM_BOT_TOKEN=123456789:AA..., and start again. On Zalo write to "Zalo Bot Manager", and take',
      'ZALO_BOT_TOKEN. To see it all without any of this: npx dondoc demo',
    ],
    installation.plan === null && [
      `The plan of ${year}:            npx dondoc plan import db/seed/plan-83.yaml`,
    ],
    installation.units.all === 0 && [
      'The units and their heads:   npx dondoc units import db/seed/units-example.csv   (then your own list)',
    ],
    installation.units.joined < Math.max(installation.units.all, 1) && [
      'Invitations for the heads:   npx dondoc invite --all',
    ],
  ].filter((step) => step !== false)
  if (steps.length === 0) return []
  return [
    'dondoc is running. What comes next, in another window:',
    ...steps.map(([first, ...more], i) =>
      [`  ${i + 1}. ${first}`, ...more.map((line) => `     ${line}`)].join('\n'),
    ),
    'Whether everything is well: npx dondoc doctor',
  ]
}
