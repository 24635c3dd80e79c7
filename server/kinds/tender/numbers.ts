import { isRecord } from '../received.ts'

const blank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** A form sends text. */
const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : value

/** A lot that brings no number gets the next one after the highest there is: numbers are addresses. */
export function numbered(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  let next = value.reduce((most: number, lot) => Math.max(most, numberIn(lot)), 0) + 1
  return value.map((lot: unknown) =>
    isRecord(lot) ? { ...lot, number: blank(lot['number']) ? next++ : asNumber(lot['number']) } : lot,
  )
}

function numberIn(lot: unknown): number {
  const number = isRecord(lot) ? asNumber(lot['number']) : undefined
  return typeof number === 'number' && Number.isSafeInteger(number) && number < 999 ? number : 0
}
