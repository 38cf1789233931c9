/** What every channel must do, whatever the platform: one suite, to which a platform's test brings the platform. */
import type { ContractOptions } from './channel-contract/platform.ts'
import { receivingContract } from './channel-contract/receiving.ts'
import { sendingContract } from './channel-contract/sending.ts'
import { webhookContract } from './channel-contract/webhook.ts'

export type { PersonUnderTest } from './channel-contract/platform.ts'

/** `platform` names it in the titles. */
export function channelContract(platform: string, options: ContractOptions): void {
  sendingContract(platform, options)
  receivingContract(platform, options)
  if (options.secretHeader !== undefined) webhookContract(platform, options, options.secretHeader)
}
