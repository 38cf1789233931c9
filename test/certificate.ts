/** A certificate made anew for each run, which nobody but the tests trusts: so that no key lies in the repository. */
import { generateKeyPairSync, sign } from 'node:crypto'

/** For this machine, and for a name that no DNS knows. */
const NAMES = ['localhost', 'platform.invalid']

// The tags of ASN.1 that RFC 5280 builds a certificate from.
const value = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const integer = (number: number) => value(0x02, Buffer.from([number]))
const bits = (bytes: Uint8Array) => value(0x03, Buffer.from([0]), bytes)
const octets = (bytes: Uint8Array) => value(0x04, bytes)
const identifier = (hex: string) => value(0x06, Buffer.from(hex, 'hex'))
const text = (tag: number, letters: string) => value(tag, Buffer.from(letters))
const sequence = (...parts: Uint8Array[]) => value(0x30, ...parts)

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'))
const commonName = sequence(value(0x31, sequence(identifier('550403'), text(0x0c, 'dondoc tests'))))
const validity = sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z'))
const alternativeNames = sequence(...NAMES.map((name) => text(0x82, name)))
const signed = sequence(
  value(0xa0, integer(2)),
  integer(1),
  ecdsaWithSha256,
  commonName,
  validity,
  commonName,
  publicKey.export({ type: 'spki', format: 'der' }),
  value(0xa3, sequence(sequence(identifier('551d11'), octets(alternativeNames)))),
)
const whole = sequence(signed, ecdsaWithSha256, bits(sign('sha256', signed, privateKey)))

export const key = privateKey.export({ type: 'pkcs8', format: 'pem' })
export const certificate = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----`
