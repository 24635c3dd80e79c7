import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

const password = 'une phrase longue à retenir'

test('a password is kept as argon2id, at the cost that OWASP asks for', async () => {
  const hash = await hashPassword(password)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword(hash, password)).toBe(true)
  expect(await verifyPassword(hash, `${password} `)).toBe(false)
  expect(await hashPassword(password)).not.toBe(hash)
})

test('the same password typed on another keyboard is the same password', async () => {
  const hash = await hashPassword('caf\u00e9 au bord de la Seine')
  expect(await verifyPassword(hash, 'cafe\u0301 au bord de la Seine')).toBe(true)
})

test('an account without a password is never entered', async () => {
  expect(await verifyPassword(null, '')).toBe(false)
  expect(await verifyPassword(null, password)).toBe(false)
})

test('a crowd at the door waits its turn, and the twenty-third is asked to come back', async () => {
  const hash = await hashPassword(password)
  const crowd = await Promise.allSettled(Array.from({ length: 23 }, () => verifyPassword(hash, password)))
  const refused = crowd.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toMatchObject({ code: 'too-many' })
  expect(crowd.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(22)
  expect(await verifyPassword(hash, password)).toBe(true)
})
