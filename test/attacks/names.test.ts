import { afterAll, beforeAll, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { profileInput } from '../../server/accounts/input.ts'
import { writeComment } from '../../server/entries/comments.ts'
import { sendNotifications } from '../../server/notifications/digest.ts'
import { gather } from '../../server/notifications/gather.ts'
import { escapeHtml } from '../../server/text/html.ts'
import { plainLine } from '../../server/text/plain-line.ts'
import { stranger } from '../moderation/rooms.ts'
import { person, published } from '../support/publish.ts'
import { openEveryRoute, type EveryRoute } from './every-route.ts'

// Names and titles that would like to be more: another line of a letter or a calendar, an element of a page.

const evil = 'Zoé "\r\nBcc: victime@exemple.example\r\n\0\u202e<script>alert(1)</script>'
let hub: EveryRoute
beforeAll(async () => {
  hub = await openEveryRoute()
})
afterAll(() => hub.close())

test('a hub, an entry and a person called so are called so, and nothing else happens', async () => {
  const { deps, admin } = hub
  const browser = await hub.as(admin)
  const { origin } = deps.hub
  const saved = await browser.post(
    '/reglages/identite',
    { name: evil.slice(0, 78), tagline: evil, accent: '', homeText: '', end: 'save' },
    { origin },
  )
  expect(saved.status).toBe(303)
  // eslint-disable-next-line no-control-regex -- these are the characters that must be gone
  expect(deps.hub.settings.name).not.toMatch(/[\u0000-\u001f\u202e]/)
  await published(deps, admin, 'event', { title: evil, summary: evil })
  await published(deps, admin, 'job', { title: evil, summary: evil })

  for (const address of hub.read) {
    const { headers, text } = await browser.get(address)
    const type = headers.get('content-type') ?? ''
    expect(headers.get('bcc'), address).toBeNull()
    // Where a line is what says what it is (RFC 5545 §3.1).
    if (/calendar|plain/.test(type)) expect(text.replaceAll('\r\n', '\n'), address).not.toMatch(/^Bcc:/m)
    if (/html|xml|svg/.test(type)) expect(text, address).not.toContain('<script>alert')
    if (type.includes('json') && text !== '') expect(() => JSON.parse(text) as unknown, address).not.toThrow()
  }
}, 60_000)

test('a letter about somebody called so has one subject, of one line', async () => {
  const { deps } = hub
  const editor = await person(deps, 'editor')
  const { envelope } = await published(deps, editor, 'news', { title: evil })
  await gather(deps)
  const mallory = await stranger(deps, 'ailleurs.example', 'mallory')
  // As each of the two doors lets a name in: that of other servers, and the page of one’s own account.
  const [theirs, ours] = [
    plainLine(escapeHtml(evil), 100),
    profileInput.parse({ name: evil, locale: 'fr' }).name,
  ]
  const row = {
    id: deps.newId(),
    entryN: envelope.n,
    actorN: mallory.n,
    authorName: theirs,
    html: '<p>x</p>',
  }
  await deps.db.write([
    deps.db.make.insert(comments).values({ ...row, state: 'shown', publishedAt: deps.now() }),
  ])
  const member = { ...(await person(deps, 'editor')), name: ours }
  await writeComment(deps, member, envelope, { id: deps.newId(), parentId: null, body: 'x' })
  await gather(deps)
  deps.pass(48 * 3_600_000)
  await sendNotifications(deps)
  const own = deps.letters.filter(({ to }) => to === editor.email)
  expect(own).toHaveLength(1)
  for (const { subject, text } of own) {
    expect(subject).not.toMatch(/[\r\n\0]/)
    expect(text).not.toMatch(/^Bcc:/m)
  }
})
