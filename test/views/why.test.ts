import { describe, expect, test } from 'vitest'
import {
  connectionFaults,
  fetchFaultKinds,
  FetchFault,
  reasonOf,
} from '../../server/federation/fetch-fault.ts'
import { letBeReason } from '../../server/federation/queue.ts'
import { locales } from '../../views/language.tsx'
import { isNamed, whyOf } from '../../views/network/why.ts'

/** Whatever `last_error` may hold of a delivery or a reading. */
const reasons = [...fetchFaultKinds, ...connectionFaults, letBeReason, 'no body', 'fault']

describe.each(locales)('in %s', (locale) => {
  test.each(reasons)('%s has words of its own', (reason) => {
    expect(isNamed(reason)).toBe(true)
    expect(whyOf(reason, locale)).toMatch(/^\p{Lu}.{5,} \([a-z -]+\)$/u)
  })

  test('what a server answered has words, and what nobody foresaw has some too', () => {
    for (const status of [301, 400, 401, 403, 404, 408, 410, 413, 418, 425, 429, 500, 503])
      expect(whyOf(`answered ${status}`, locale)).toMatch(new RegExp(`^\\p{Lu}.{5,} \\(${status}\\)$`, 'u'))
    expect(whyOf('quelque chose', locale)).toMatch(/\(quelque chose\)$/)
  })
})

describe('a connection that failed', () => {
  const fault = (code: string) =>
    reasonOf(new FetchFault('network', '', { cause: Object.assign(new Error(code), { code }) }))
  test.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'no-server'],
    ['ECONNRESET', 'cut'],
    ['UND_ERR_SOCKET', 'cut'],
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'certificate'],
    ['EHOSTUNREACH', 'network'],
  ])('by %s is named %s', (code, reason) => expect(fault(code)).toBe(reason))

  test('is named by what was answered, if something was', () => {
    expect(reasonOf(new FetchFault('status', '', { status: 404 }))).toBe('answered 404')
    expect(reasonOf(new FetchFault('json', ''))).toBe('json')
  })
})
