/** Where a link leads, when that is the internet: a link somebody sends must not open doors within the office. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import { SendError } from '../channel.ts'

/**
 * Networks that are private, of this machine, of this link, for many at once, or for documentation (IANA's registries).
 * Of IPv6 only 2000::/3 is given out at all; within it, old ways of wrapping IPv4 lead wherever that does.
 */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]

const listOf = (networks: string[]): BlockList => {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), familyOf(address))
  }
  return list
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

const notPublic = listOf(NOT_PUBLIC)
const givenOut = listOf(['2000::/3'])
/** IPv4 written as IPv6. */
const mapped = listOf(['::ffff:0:0/96'])

/** IPv4 written as IPv6 counts as what it is. */
export function isPublic(address: string): boolean {
  const family = familyOf(address)
  const counts = family === 'ipv4' || givenOut.check(address, family) || mapped.check(address, family)
  return counts && !notPublic.check(address, family)
}

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
