import { describe, expect, test } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

describe('an environment that cannot be used', () => {
  test('is told all its faults at once, by name', () => {
    const faults = faultsOf({
      PORT: 'abc',
      PUBLIC_URL: 'http://hub.example',
      SMTP_URL: 'smtp://mail.example',
      ROLE: 'web',
      TRUSTED_PROXIES: 'everyone',
      LOG_LEVEL: 'loud',
    })
    expect(faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual([
      'LOG_LEVEL',
      'MAIL_FROM',
      'PORT',
      'PUBLIC_URL',
      'ROLE',
      'TRUSTED_PROXIES',
    ])
  })

  test.each(['DATABASE_AUTH_TOKEN', 'METRICS_PORT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])(
    'asks by %s for what is not there yet, and is not ignored',
    (name) => expect(faultsOf({ [name]: '1' })).toEqual([`${name} is not supported yet: unset it`]),
  )

  test.each(['http://db.example', 'libsql://db.example', 'https://db.example'])(
    'names a database server (%s), and hears that it must be a file',
    (url) => expect(faultsOf({ DATABASE_URL: url })[0]).toContain('DATABASE_URL must begin with file:'),
  )
})

test('variables that are empty are not set, and one role is everything', () => {
  expect(readConfig({ PORT: '', SMTP_URL: '', ROLE: 'all' }).port).toBe(3000)
})
