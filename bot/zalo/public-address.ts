/** Where a link leads, when that is the internet: a link somebody sends must not open doors within the office. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import { SendError } from '../channel.ts'

/** Networks that are private, of this machine, of this link, for many at once, or for documentation (IANA's registries). */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/127',
  '64:ff9b::/96',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]

const notPublic = new BlockList()
for (const network of NOT_PUBLIC) {
  const [address = '', bits] = network.split('/')
  notPublic.addSubnet(address, Number(bits), familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

/** IPv4 written as IPv6 counts as what it is. */
export const isPublic = (address: string): boolean => !notPublic.check(address, familyOf(address))

/**
 * All addresses of a host, so that the connection can be made to these and no others. Rejects with SendError `rejected`
 * when one of them is not public, and with the network's own error when the name leads nowhere.
 */
export async function publicAddresses(host: string): Promise<LookupAddress[]> {
  const addresses = await lookup(host.replace(/^\[|\]$/g, ''), { all: true })
  if (!addresses.every(({ address }) => isPublic(address))) {
    throw new SendError('rejected', 'the link leads to a private address')
  }
  return addresses
}
