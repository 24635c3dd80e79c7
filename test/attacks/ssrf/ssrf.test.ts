import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { entrances } from './entrances.ts'
import { openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 90_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
/** Whom one way in has made known does not stand before the next, nor what waits to be sent to them again. */
afterEach(async () => {
  house.hub.deps.pass(10 * 60_000)
  const gone = ['actors WHERE local = 0', 'remote_keys', 'deliveries'].map((what) => `DELETE FROM ${what}`)
  await house.hub.deps.db.write(gone.map((sql) => ({ sql, args: [] })))
})

describe.each(entrances)('rules 12 to 14: $name', ({ lead, asks, at: path = '/there' }) => {
  test('leads to no address inside, however it is written and whatever the name server says', async () => {
    house.named()
    await lead(
      house,
      house.forms.map(({ url }) => url),
    )
    expect(house.strayed()).toEqual([])
    expect(house.canary.sockets).toBe(0)
    // It was truly led there: a name was looked up, and what it led to refused.
    expect(house.named().includes('rebinding.test')).toBe(asks === 'anybody')
  })

  test('is followed to none by a redirect', async () => {
    house.led.clear()
    await lead(
      house,
      house.forms.map((_, at) => house.hop(at)),
    )
    expect(house.strayed()).toEqual([])
    expect(house.canary.sockets).toBe(0)
    const notLed = house.forms.filter((_, at) => !house.led.has(at + path)).map(({ word }) => word)
    expect(notLed).toEqual([])
  })
})
