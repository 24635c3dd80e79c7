import { importLimits, type Unreadable } from './understood.ts'

/** A value of JSON that is neither too deep nor too large to look through. */
export function readJson(text: string): { value: unknown } | { fault: Unreadable } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'not-json' }
  }
  return isBounded(value) ? { value } : { fault: 'too-deep' }
}

/** By a list of what is left to see, not by calls in calls: what is deep must not cost a stack. */
function isBounded(value: unknown): boolean {
  const left: { value: unknown; depth: number }[] = [{ value, depth: 1 }]
  for (let seen = 1; ; seen++) {
    const next = left.pop()
    if (next === undefined) return true
    if (seen > importLimits.nodes || next.depth > importLimits.depth) return false
    if (typeof next.value === 'object' && next.value !== null)
      for (const inner of Object.values(next.value)) left.push({ value: inner, depth: next.depth + 1 })
  }
}

/** `tender.lots[].suitability.sme`: where values stand, whatever their number. */
export function leavesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, `${path}[]`))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, path === '' ? key : `${path}.${key}`),
    )
  return value === null || value === '' ? [] : [path]
}
