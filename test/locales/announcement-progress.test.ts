/** Tests what the office reads when an announcement has ended: no unit that refused it hides among those not yet joined. */
import { expect, test } from 'vitest'
import type { UnitFigures } from '../../domain/announcements/figures.ts'
import { settledMessage } from '../../locales/announcement-progress.ts'
import { translator } from '../../locales/i18n.ts'

const t = translator('vi', { we: 'Phòng' })

const missed = (unit: string, failure: string): UnitFigures => ({
  unit,
  state: 'failed',
  failure,
  isAcknowledged: false,
})

test('a unit that blocked us is named before the many that never joined, and the rest are counted', () => {
  const never = Array.from({ length: 14 }, (_, n) => missed(`Tổ dân phố ${n + 1}`, 'unreachable'))
  const units = [...never, missed('Trường Mầm non', 'blocked')]
  const counts = { recipients: 15, sent: 0, failed: 15, waiting: 0, cancelled: 0, acknowledged: 0 }
  const { text } = settledMessage({ id: 1, title: 'Họp', state: 'queued', ...counts }, units, t)
  const [, first, second, last] = text.split('\n')
  expect(first).toBe('• Trường Mầm non: đã chặn kênh')
  expect(second).toMatch(/^• Tổ dân phố 1, .*Tổ dân phố 9: chưa đăng ký/)
  expect(last).toBe('• và 5 đơn vị khác')
})
