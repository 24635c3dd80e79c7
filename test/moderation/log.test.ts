import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { block } from '../../server/moderation/blocks.ts'
import { closeAccount } from '../../server/moderation/accounts.ts'
import { recorded } from '../../server/moderation/decisions.ts'
import { person, published } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let admin: Viewer
let moderator: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  admin = await named('admin', 'Ada Lovelace')
  moderator = await named('moderator', 'Grace Hopper')
})
afterAll(() => rooms.close())

async function named(role: 'admin' | 'moderator' | 'member', name: string): Promise<Viewer> {
  const made = await person(rooms.deps, role)
  await rooms.deps.db.write([{ sql: 'UPDATE users SET name = ? WHERE id = ?', args: [name, made.id] }])
  return { ...made, name }
}

const log = (query = '') => rooms.as().get(`/moderation/journal${query}`)
const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
const publish = async (moderationLog: 'public' | 'private') => {
  const { deps } = rooms
  await deps.db.write(deps.hub.steps({ moderationLog }, null, deps.now()))
  await deps.hub.reload()
}

describe('the moderation log', () => {
  test('is not there until an administrator publishes it, and then stands under every page', async () => {
    expect((await log()).status).toBe(404)
    expect((await rooms.as().get('/')).text).not.toContain('/moderation/journal')
    const browser = rooms.as(admin)
    const form = formIn(await browser.get('/reglages'), '/reglages')
    expect(form).toMatchObject({ moderationLog: 'private' })
    expect((await rooms.as(moderator).post('/reglages', { ...form, moderationLog: 'public' })).status).toBe(
      403,
    )
    expect((await browser.post('/reglages', { ...form, moderationLog: 'public' })).status).toBe(303)
    const page = await log()
    expect(page.status).toBe(200)
    expect(page.text).toContain('Rien n’a encore été décidé')
    expect(page.text).toContain('name="robots" content="noindex"')
    expect((await rooms.as().get('/')).text).toContain('href="/moderation/journal"')
  })

  test('says what was done, on what day, by which office and why, and nothing of anybody', async () => {
    const { deps } = rooms
    await publish('public')
    const entry = await published(deps, admin, 'news', { title: 'Chez Monsieur Secret' })
    const member = await named('member', 'Zoé Martin')
    const author = await stranger(deps, 'impoli.example', 'bruno')
    const answer = await answerFrom(deps, author, entry.envelope.id, 'Grossier')
    const at = `/moderation/commentaires/${answer.id}/decision`
    const note = 'Bruno harcèle Zoé Martin, zoe@asso.example'
    const made = { outcome: 'hidden', reason: note, publicReason: 'Insultes (règle 3)' }
    expect((await rooms.as(moderator).post(at, made)).status).toBe(303)
    await closeAccount(deps, admin, member.id, note)
    await block(deps, admin, { type: 'host', target: 'spam.example', reason: note })
    await block(deps, moderator, { type: 'actor', target: 'https://foule.example/users/eve', reason: note })
    const removal = `/moderation/fiches/${entry.envelope.id}/decision`
    expect((await rooms.as(moderator).post(removal, { outcome: 'removed', reason: note })).status).toBe(303)
    const shown = main((await log()).text)
    for (const words of [
      ...['Masquée</b>\u00a0: une réponse venue de impoli.example', 'Insultes (règle 3)'],
      ...['Bloqué</b>\u00a0: le serveur spam.example', 'Bloqué</b>\u00a0: un compte de foule.example'],
      ...['Fermé</b>\u00a0: un compte de ce site', 'Retirée</b>\u00a0: une publication de ce site'],
      ...['<time datetime="2026-11-23">', 'par la modération', 'par l’administration du site'],
    ])
      expect(shown).toContain(words)
    const { rows } = await deps.db.query('SELECT id FROM decisions')
    const secrets = [
      ...['Bruno', 'bruno', 'Zoé', 'zoe@', 'Ada', 'Grace', 'eve', 'harcèle', 'Secret', 'Grossier', 'T08:00'],
      ...[admin.id, moderator.id, member.id, entry.envelope.id, answer.id, answer.apId, entry.envelope.path],
      ...rows.map(({ id }) => String(id)),
    ]
    for (const secret of secrets) expect(shown, secret).not.toContain(secret)
  })

  test('does not tell the name of a server that the list of blocks keeps back', async () => {
    const { deps } = rooms
    const target = 'discretement.example'
    await block(deps, moderator, { type: 'host', target, reason: 'Pour voir', obfuscate: true })
    const { text } = await log()
    expect(text).toMatch(/disc[a-z]*\*+/)
    expect(text).not.toContain(target)
  })

  test('keeps to itself who was reported, who asked for an account, and what was written between moderators', async () => {
    const { deps } = rooms
    const before = main((await log()).text)
    const quiet = [
      'report-closed',
      'report-reopened',
      'report-forwarded',
      'account-approved',
      'account-declined',
    ] as const
    await deps.db.write(
      quiet.map((action) =>
        recorded(deps, moderator, {
          action,
          subject: 'comment',
          subjectId: '/ap/objects/x',
          reason: 'Chut',
          publicReason: 'Psst',
        }),
      ),
    )
    expect(main((await log()).text)).toBe(before)
  })

  test('shows words as words, whoever wrote them', async () => {
    const { deps } = rooms
    const evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    await deps.db.write([
      recorded(deps, moderator, {
        ...{
          action: 'blocked',
          subject: 'host',
          subjectId: `${evil}.example`,
          reason: '',
          publicReason: evil,
        },
      }),
    ])
    const shown = main((await log()).text)
    expect(shown).not.toMatch(/<script|<img/)
    expect(shown).toContain('&lt;script&gt;')
  })

  test('is read to its end, a page at a time, and says what was taken back', async () => {
    const { deps } = rooms
    const hidden = {
      action: 'comment-hidden' as const,
      subject: 'comment' as const,
      subjectId: '/ap/objects/y',
      reason: '',
    }
    for (let count = 0; count < 60; count++) await deps.db.write([recorded(deps, moderator, hidden)])
    const { rows } = await deps.db.query(
      "SELECT max(id) AS id FROM decisions WHERE action = 'comment-hidden'",
    )
    const undoes = String(rows[0]?.['id'])
    await deps.db.write([recorded(deps, moderator, { ...hidden, action: 'comment-shown', undoes })])
    const first = (await log()).text
    expect(first).toContain('Annulée depuis.')
    expect(first).toContain('href="/moderation/journal?page=2"')
    expect(main((await log('?page=2')).text)).toContain('Retirée')
    expect(main((await log('?page=99')).text)).toContain('Retirée')
  })
})

describe('a public reason', () => {
  const secretOf = async (host: string) => {
    const entry = await published(rooms.deps, admin, 'news', { title: `Sous ${host}` })
    const author = await stranger(rooms.deps, host, 'bruno_le_grand')
    return answerFrom(rooms.deps, author, entry.envelope.id, 'Grossier')
  }

  test.each([
    ['an e-mail address', 'Écrivez à zoe@asso.example'],
    ['an account', 'Merci @bruno@ailleurs.example'],
    ['an address', 'Voir https://ailleurs.example/users/bruno'],
    ['the name of its author', 'C’est BRUNO_LE_GRAND de nom.example'],
    ['the name of its moderator', 'Décidé par Grace Hopper'],
  ])('that holds %s is not kept, and nothing is decided', async (_, publicReason) => {
    const { id } = await secretOf('nom.example')
    const at = `/moderation/commentaires/${id}/decision`
    const again = await rooms.as(moderator).post(at, { outcome: 'hidden', reason: 'Insulte', publicReason })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Ce texte sera public')
    const { rows } = await rooms.deps.db.query(
      'SELECT count(*) AS n FROM decisions WHERE public_reason = ?',
      [publicReason],
    )
    expect(rows[0]?.['n']).toBe(0)
  })

  test('is asked for only while the log is public', async () => {
    const { id } = await secretOf('asked.example')
    const page = async () => (await rooms.as(moderator).get(`/moderation/commentaires/${id}`)).text
    expect(await page()).toContain('name="publicReason"')
    await publish('private')
    expect(await page()).not.toContain('name="publicReason"')
  })
})
