import { roles } from '../../db/schema/accounts.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memberships, tickets, users } from '../../db/schema/accounts.ts'
import { entries } from '../../db/schema/entries.ts'
import { pageFaults } from '../support/markup.ts'
import { pathIn } from './browser.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People

beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
})
afterEach(() => hub.close())

const invited = { email: 'luc@asso.example', role: 'contributor' }
const accepted = { name: 'Luc Petit', password }

const letterTo = async (to: string) => {
  await vi.waitFor(() => expect(hub.deps.letters.map((letter) => letter.to)).toContain(to))
  return hub.deps.letters.find((letter) => letter.to === to)?.text ?? ''
}

const organisation = async (title: string) => {
  const id = hub.deps.newId()
  const row = {
    id,
    kind: 'organisation',
    slug: id,
    title,
    state: 'published' as const,
    createdAt: 1,
    updatedAt: 1,
  }
  await hub.deps.db.write([hub.deps.db.make.insert(entries).values(row)])
  return id
}

test('an invitation leaves by mail, is accepted once, and lets in with the role that was promised', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const sent = await admin.post('/utilisateurs/inviter', invited)
  expect(sent.status).toBe(200)
  expect(sent.text).not.toContain('/invitation/')
  const path = pathIn(await letterTo('luc@asso.example'), 'invitation')
  const luc = hub.browser()
  const page = await luc.get(path)
  expect(page.status).toBe(200)
  expect(await pageFaults(page.text)).toEqual([])
  expect((await luc.post(path, accepted)).status).toBe(303)
  expect((await luc.get('/tableau-de-bord')).text).toBe('Luc Petit')
  const again = await hub.browser().post(path, { name: 'Un autre', password })
  expect(again.status).toBe(410)
  expect(await hub.deps.db.read.select().from(users)).toMatchObject([
    { email: 'admin@asso.example' },
    { email: 'luc@asso.example', name: 'Luc Petit', role: 'contributor' },
  ])
})

test('where there is no mail the administrator is shown the link', async () => {
  const silent = await openPeople()
  await silent.person('admin@asso.example', { role: 'admin' })
  const admin = await silent.signedIn('admin@asso.example')
  const answer = await admin.post('/utilisateurs/inviter', invited)
  expect(await pageFaults(answer.text)).toEqual([])
  expect((await silent.browser().get(pathIn(answer.text, 'invitation'))).status).toBe(200)
  await silent.close()
})

test('where the letter cannot leave the link is shown, and the invitation holds', async () => {
  const broken = await openPeople()
  broken.deps.mailer = () => Promise.reject(new Error('the relay is down'))
  await broken.person('admin@asso.example', { role: 'admin' })
  const admin = await broken.signedIn('admin@asso.example')
  const answer = await admin.post('/utilisateurs/inviter', invited)
  expect(answer.status).toBe(200)
  expect((await broken.browser().get(pathIn(answer.text, 'invitation'))).status).toBe(200)
  await broken.close()
})

test('an invitation that was used leads to signing in, and to whoever sent it; to a reset only by mail', async () => {
  const silent = await openPeople()
  for (const [place, byMail] of [
    [hub, true],
    [silent, false],
  ] as const) {
    const { text, status } = await place.browser().get('/invitation/deja-servie')
    expect(status).toBe(410)
    expect(await pageFaults(text)).toEqual([])
    const main = text.slice(text.indexOf('<main'))
    expect(main).toContain('href="/connexion"')
    expect(main).toContain('la personne qui vous a invité·e')
    expect(main.includes('/mot-de-passe/oubli')).toBe(byMail)
  }
  await silent.close()
})

test('every role is offered, and says what it may do', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const offered = (await admin.get('/utilisateurs/inviter')).text
  for (const role of roles) expect(offered).toContain(`value="${role}"`)
  expect(offered).toContain('Tient le bureau de facilitation')
})

test('a new password typed twice is twice the same', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  await admin.post('/utilisateurs/inviter', invited)
  const path = pathIn(await letterTo('luc@asso.example'), 'invitation')
  expect((await hub.browser().get(path)).text).toContain('name="again"')
  const wrong = await hub.browser().post(path, { ...accepted, again: `${password}x` })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('id="f-again-error"')
  expect(wrong.text).not.toContain(password)
  expect(await pageFaults(wrong.text)).toEqual([])
  expect((await hub.browser().post(path, { ...accepted, again: password })).status).toBe(303)
})

test('two acceptances at once make one account', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  await admin.post('/utilisateurs/inviter', invited)
  const path = pathIn(await letterTo('luc@asso.example'), 'invitation')
  const both = await Promise.all([hub.browser().post(path, accepted), hub.browser().post(path, accepted)])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('an invitation can bring a role in one organisation, and only in one that is hosted here', async () => {
  const id = await organisation('Les Ateliers du fleuve')
  const admin = await hub.signedIn('admin@asso.example')
  const unknown = await admin.post('/utilisateurs/inviter', { ...invited, organisation: 'nulle-part' })
  expect(unknown.status).toBe(404)
  await admin.post('/utilisateurs/inviter', {
    ...invited,
    role: 'member',
    organisation: id,
    organisationRole: 'editor',
  })
  const path = pathIn(await letterTo('luc@asso.example'), 'invitation')
  await hub.browser().post(path, accepted)
  expect(await hub.deps.db.read.select().from(memberships)).toMatchObject([
    { organisationId: id, role: 'editor' },
  ])
})

test('an invitation that was cancelled, replaced or left for a week lets nobody in', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  await admin.post('/utilisateurs/inviter', invited)
  const first = pathIn(await letterTo('luc@asso.example'), 'invitation')
  hub.deps.letters.length = 0
  await admin.post('/utilisateurs/inviter', invited)
  const second = pathIn(await letterTo('luc@asso.example'), 'invitation')
  expect((await hub.browser().get(first)).status).toBe(410)
  const list = await admin.get('/utilisateurs')
  expect(await pageFaults(list.text)).toEqual([])
  const cancel = /\/utilisateurs\/invitations\/[0-9a-f]+\/annulation/.exec(list.text)?.[0] ?? ''
  expect((await admin.post(cancel)).status).toBe(303)
  expect((await hub.browser().get(second)).status).toBe(410)
  hub.deps.letters.length = 0
  await admin.post('/utilisateurs/inviter', invited)
  const third = pathIn(await letterTo('luc@asso.example'), 'invitation')
  hub.deps.pass(7 * 24 * 3_600_000)
  expect((await hub.browser().get(third)).status).toBe(410)
})

test('the table of links opens no door: it holds hashes', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  await admin.post('/utilisateurs/inviter', invited)
  const secret =
    pathIn(await letterTo('luc@asso.example'), 'invitation')
      .split('/')
      .at(-1) ?? ''
  expect(secret.length).toBeGreaterThanOrEqual(43)
  const [row] = await hub.deps.db.read.select().from(tickets)
  expect(JSON.stringify(row)).not.toContain(secret)
  expect((await hub.browser().get(`/invitation/${row?.id}`)).status).toBe(410)
})

test('an address that has an account is not invited again, and the form keeps what was typed', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const answer = await admin.post('/utilisateurs/inviter', { email: 'Admin@asso.example', role: 'editor' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('id="f-email-error"')
  expect(answer.text).toContain('value="Admin@asso.example"')
  expect(answer.text).toMatch(/value="editor" checked/)
  expect(await pageFaults(answer.text)).toEqual([])
})

test('only administrators see people and invite', async () => {
  await hub.person('mod@asso.example', { role: 'moderator' })
  const moderator = await hub.signedIn('mod@asso.example')
  expect((await moderator.get('/utilisateurs')).status).toBe(403)
  expect((await moderator.post('/utilisateurs/inviter', invited)).status).toBe(403)
  expect((await hub.browser().get('/utilisateurs')).status).toBe(401)
})
