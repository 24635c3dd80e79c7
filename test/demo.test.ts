import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openDemo, type Demo } from './support/demo.ts'
import { until } from './support/until.ts'

let demo: Demo
let hubs: string[] = []

beforeAll(async () => {
  demo = await openDemo()
  hubs = demo.hubs
}, 120_000)
afterAll(() => demo?.close(), 30_000)

const list = z.object({ items: z.array(z.object({ title: z.string() })) })
const titles = async (hub: string | undefined, query: string): Promise<string[]> => {
  const answer = await fetch(`${hub}/api/v1/entries?${query}`)
  return list.parse(await answer.json()).items.map(({ title }) => title)
}

describe('the demonstration', () => {
  it('starts two hubs and says where they are', () => {
    expect(demo.printed().match(/http:\/\/localhost:\d+/g)).toHaveLength(2)
  })

  it('shows each hub’s entries in the other’s catalogue', async () => {
    const there = async (hub: string | undefined, q: string) =>
      (await titles(hub, `origin=network&q=${q}`)).length > 0
    await until('a proposal of the first hub on the second', () => there(hubs[1], 'facilitateur'), 30_000)
    await until('a job of the second hub on the first', () => there(hubs[0], 'menuisier'), 30_000)
  }, 70_000)

  it('has the forum of 28 November with its three debates, rooms, jobs, and the letter’s twelve proposals', async () => {
    expect(await titles(hubs[0], 'origin=hub&kind=event&past=1')).toHaveLength(4)
    expect(await titles(hubs[0], 'origin=hub&kind=proposal&q=lettre')).toHaveLength(12)
    expect(await titles(hubs[0], 'origin=hub&kind=news&q=lettre')).toContain(
      'Une lettre de 2011, douze propositions à suivre',
    )
    expect(await titles(hubs[0], 'origin=hub&kind=commitment')).toHaveLength(3)
    expect((await titles(hubs[0], 'origin=hub&kind=job')).length).toBeGreaterThanOrEqual(3)
    expect(await titles(hubs[0], 'origin=hub&kind=resource&q=salle')).toContain(
      'Salle de réunion au bord du fleuve, 40 places',
    )
  })

  it('answers every page that its pages link to', async () => {
    for (const hub of hubs) {
      const seen = new Set(['/'])
      const broken: string[] = []
      for (const path of seen) {
        const answer = await fetch(hub + path, { redirect: 'manual' })
        if (answer.status >= 400 && answer.status !== 401) broken.push(`${answer.status} ${path}`)
        if (!answer.headers.get('content-type')?.startsWith('text/html') || seen.size > 150) continue
        for (const [, href] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#?]*)/g))
          if (href !== undefined) seen.add(href)
      }
      expect(broken).toEqual([])
    }
  })
})
