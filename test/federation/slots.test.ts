import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSlots } from '../../server/federation/slots.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const nobody = (): void => undefined
const host = (number: number): string => `host-${number}.example`

test('one host has two deliveries on their way, and all that fail have eight', () => {
  const slots = createSlots()
  const back = [slots.take('a.example', false, nobody), slots.take('a.example', false, nobody)]
  expect(slots.mayTake('a.example', false)).toBe(false)
  back[0]?.()
  expect(slots.mayTake('a.example', false)).toBe(true)
  for (let number = 0; number < 8; number++) slots.take(host(number), true, nobody)
  expect(slots.mayTake('another.example', true)).toBe(false)
  expect(slots.mayTake('another.example', false)).toBe(true)
})

test('hosts that die in silence do not hold the slots of the living', () => {
  const slots = createSlots()
  const freed = vi.fn()
  for (let number = 0; number < 64; number++) slots.take(host(number), false, freed)
  expect(slots.isFull()).toBe(true)
  expect(slots.mayTake('living.example', false)).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(freed).toHaveBeenCalledTimes(64)
  expect(slots.mayTake('living.example', false)).toBe(true)
})

test('there is an end to how many are waited for', () => {
  const slots = createSlots()
  const back: (() => void)[] = []
  for (let number = 0; !slots.isFull() && number < 1_000; number++) {
    back.push(slots.take(host(number), false, nobody))
    vi.advanceTimersByTime(1_000)
  }
  expect(back).toHaveLength(256)
  for (const give of back) give()
  expect(slots.isFull()).toBe(false)
  for (let number = 1_000; number < 1_064; number++) {
    expect(slots.mayTake(host(number), false)).toBe(true)
    slots.take(host(number), false, nobody)
  }
  expect(slots.isFull()).toBe(true)
})

test('hosts that are slow, however many, are served with those that fail until they are quick again', () => {
  const slots = createSlots()
  const back = Array.from({ length: 20 }, (_, number) => slots.take(host(number), false, nobody))
  vi.advanceTimersByTime(3_500)
  for (const give of back) give()
  const taken = back.map(
    (_, number) => slots.mayTake(host(number), false) && slots.take(host(number), false, nobody),
  )
  expect(taken.filter((give) => give !== false)).toHaveLength(8)
  expect(slots.mayTake('quick.example', false)).toBe(true)
  for (const give of taken) if (give !== false) give()
  expect(Array.from({ length: 8 }, (_, number) => slots.take(host(number), false, nobody))).toHaveLength(8)
  expect(slots.mayTake(host(15), false)).toBe(true)
})
