/** The service from start to signal: says what comes next, and ends within ten seconds of being asked. */
import { aborted, askedToStop } from './asked-to-stop.ts'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'
import { startService } from './main.ts'

/** What is in hand is finished; what hangs longer is left, and the ledger knows it. */
const STOP_WITHIN_MS = 9_500

/** Runs until SIGTERM or SIGINT. Throws ConfigError, or with a sentence for people, when it cannot start. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const service = await startService(config, { log: openLog(config.logLevel) })
  process.stderr.write([...service.firstSteps, `Health: ${service.url}/health/ready`, ''].join('\n'))
  await aborted(askedToStop(STOP_WITHIN_MS))
  await service.stop()
}
