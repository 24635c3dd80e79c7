import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { drafted, person } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

// What most people leave empty stands folded in the forms of entries. Nothing that must be seen may be in there.

let pages: Pages
let admin: Viewer
beforeAll(async () => {
  pages = await openPages()
  admin = await person(pages.deps, 'admin')
})
afterAll(() => pages.close())

interface Control {
  tag: string
  /** Within a `<details>` that is not open. */
  isFolded: boolean
}

/** Each control of the editor, as it stands on the page. */
function controlsIn(html: string): Control[] {
  const form = /<form id="editeur".*?<\/form>/s.exec(html)?.[0] ?? ''
  const open: boolean[] = []
  const controls: Control[] = []
  for (const [tag] of form.matchAll(/<(?:details|input|textarea|select|button)\b[^>]*>|<\/details>/g)) {
    if (tag.startsWith('<details')) open.push(/\sopen[\s=>]/.test(tag))
    else if (tag === '</details>') open.pop()
    else controls.push({ tag, isFolded: open.includes(false) })
  }
  return controls
}
const nameOf = ({ tag }: Control): string => / name="([^"]*)"/.exec(tag)?.[1] ?? ''
const isFilled = ({ tag }: Control): boolean =>
  /type="(?:radio|checkbox)"/.test(tag) ? tag.includes(' checked') : / value="[^"]+"/.test(tag)
const isTyped = ({ tag }: Control): boolean => tag.startsWith('<input') && !tag.includes('type="hidden"')

describe.each(kinds.map(({ name, path }) => [name, path] as const))('the form of a %s', (name, path) => {
  test('folds nothing that must be answered', async () => {
    const controls = controlsIn((await pages.as(admin).get(`${path}/nouveau`)).text)
    expect(controls.length).toBeGreaterThan(5)
    expect(controls.filter(({ tag, isFolded }) => isFolded && / required[\s=>]/.test(tag))).toEqual([])
  })

  test('folds nothing that was answered', async () => {
    const { envelope } = await drafted(pages.deps, admin, name as KindName, {
      position: '48.9256, 2.2933',
      tags: 'réemploi',
    })
    const { text } = await pages.as(admin).get(`${envelope.path}/modifier`)
    const filled = controlsIn(text).filter((one) => isTyped(one) && isFilled(one))
    expect(filled.length).toBeGreaterThan(1)
    expect(filled.filter(({ isFolded }) => isFolded).map(nameOf)).toEqual([])
  })

  test('folds nothing that is to be mended, and keeps what was typed there', async () => {
    const browser = pages.as(admin)
    const form = formIn(await browser.get(`${path}/nouveau`), `${path}/nouveau`)
    const typed = Object.fromEntries(
      controlsIn((await browser.get(`${path}/nouveau`)).text)
        .filter((one) => isTyped(one) && /type="(?:text|url|email|date|datetime-local|tel)"/.test(one.tag))
        .map((one) => [nameOf(one), '\u0007 pas une réponse'.repeat(40)] as const),
    )
    const { status, text } = await browser.post(`${path}/nouveau`, { ...form, ...typed, outcome: 'publish' })
    expect(status).toBe(422)
    const wrong = controlsIn(text).filter(({ tag }) => tag.includes('aria-invalid="true"'))
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.filter(({ isFolded }) => isFolded).map(nameOf)).toEqual([])
    // Each fault that the summary names leads to what can be seen.
    const led = [...text.matchAll(/<a href="#(f-[^"]*)">/g)].map(([, id = '']) => id)
    expect(led.length).toBeGreaterThan(0)
    const folded = new Set(
      controlsIn(text).flatMap(({ tag, isFolded }) =>
        isFolded ? [/ id="([^"]*)"/.exec(tag)?.[1] ?? ''] : [],
      ),
    )
    expect(led.filter((id) => folded.has(id))).toEqual([])
  })
})

test('what is answered from the start, and folded, says how', async () => {
  const { text } = await pages.as(admin).get('/ressources/nouveau')
  expect(text).toMatch(/Licence et langue\u00a0:<span class="optional"> [^<]*Français/)
})
