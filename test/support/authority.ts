import { generateKeyPairSync, sign } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Certificate } from './site.ts'

/** From now on this process believes what bears the certificate. */
export function trust({ cert }: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), cert])
}

/**
 * A certificate for some names, which vouches for itself: all of X.509 that a browser asks of a server
 * (https://www.rfc-editor.org/rfc/rfc5280#section-4.1). Made here, so that the tests need no tool.
 */
export function certify(...names: string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = der(0x30, der(0x31, der(0x30, oid.commonName, der(0x0c, Buffer.from('Une autorité d’essai')))))
  const alternatives = names.map((given) => der(0x82, Buffer.from(given)))
  const facts = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    der(0x30, time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(
        0x30,
        der(0x30, oid.alternativeNames, der(0x04, der(0x30, ...alternatives))),
        der(0x30, oid.constraints, der(0x04, der(0x30, der(0x01, Buffer.of(0xff))))),
      ),
    ),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', facts, privateKey))
  const body = der(0x30, facts, algorithm, signature).toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  }
}

/** Tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

const time = (text: string): Buffer => der(0x17, Buffer.from(text))
const oid = {
  commonName: Buffer.from('0603550403', 'hex'),
  alternativeNames: Buffer.from('0603551d11', 'hex'),
  constraints: Buffer.from('0603551d13', 'hex'),
}
/** ecdsa-with-SHA256 */
const algorithm = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'))
