import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// Whoever uses the keyboard alone: Tab after Tab, each stop of which is looked at.

/** What has the focus: a button or link by its words, a field by its name. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(
    '/^(A|BUTTON|SUMMARY)$/.test(document.activeElement.tagName) ? (document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim().replace(/\\s+/g, " ") : document.activeElement.name ?? ""',
  )

/**
 * What is wrong with the stop: no outline (WCAG 2.4.7), nothing of it in sight or all of it under something else
 * (2.4.11), or before the last one (2.4.3).
 */
const faultOfStop = `(() => {
  const one = document.activeElement
  const last = globalThis.lastStop
  globalThis.lastStop = one
  if (one === document.body) return ''
  // Inside a field for a date, and in a text that scrolls, the stops are the browser’s own.
  const own = /^(date|datetime-local|time)$/.test(one.type ?? '') || one.tabIndex < 0
  // A card is drawn around the link that all of it leads to.
  const drawn = [one, one.closest('.card')].some((part) => part && getComputedStyle(part).outlineStyle !== 'none')
  if (!own && !drawn) return 'it cannot be seen that it has the focus'
  if (one.tabIndex > 0) return 'it has an order of its own'
  if (last?.isConnected && last !== document.body && last !== one
    && (last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return 'it comes before the last stop'
  const { left, right, top, bottom } = one.getBoundingClientRect()
  const [from, to] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
  if (to <= from || right <= 0 || left >= innerWidth) return 'it is not on the screen'
  const names = [...(one.labels ?? [])]
  const seen = [0.1, 0.5, 0.9].some((part) => [0.1, 0.5, 0.9].some((across) => {
    const there = document.elementFromPoint(left + (right - left) * across, from + (to - from) * part)
    return there !== null && (one.contains(there) || there.contains(one) || names.some((name) => name.contains(there)))
  }))
  return seen ? '' : 'it is under something else'
})()`

/** Presses Tab until what is wanted has the focus: the words of a button or link, the name of a field. */
export async function tabTo(page: Page, wanted: string | RegExp, most = 150): Promise<void> {
  const stops: string[] = []
  await page.evaluate('globalThis.lastStop = document.activeElement; 0')
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    const name = await focused(page)
    stops.push(name)
    expect(await page.evaluate(faultOfStop), `${page.url()}, stop ‘${name}’`).toBe('')
    if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return
  }
  throw new Error(`${page.url()}: no stop is ${wanted}, only ${[...new Set(stops)].join(' | ')}.`)
}

/** Goes there and presses Enter. */
export async function follow(page: Page, wanted: string | RegExp): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Goes to the field and types. */
export async function typeIn(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
