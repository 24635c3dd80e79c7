import { afterEach, beforeEach, expect, test } from 'vitest'
import { invite } from '../../server/accounts/invitations.ts'
import { membershipsOf, userById, viewerOf } from '../../server/accounts/store.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { close } from '../../server/entries/commands.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { storePicture } from '../../server/media/pictures.ts'
import { closeAccount, openAccount } from '../../server/moderation/accounts.ts'
import { block } from '../../server/moderation/blocks.ts'
import { decide } from '../../server/moderation/decide.ts'
import { report } from '../../server/moderation/reports.ts'
import { reportById } from '../../server/moderation/report-store.ts'
import { savePage } from '../../server/settings/save.ts'
import { photograph } from '../media/images.ts'
import { dumpOf } from '../support/dump.ts'
import { drafted, published, received } from '../support/publish.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People
let zoe: Viewer
beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('ada@asso.example', { role: 'admin', name: 'Ada' })
  zoe = await viewer(await hub.person('zoe@asso.example', { role: 'admin', name: 'Zoé Martin' }))
})
afterEach(() => hub.close())

async function viewer(id: string): Promise<Viewer> {
  const user = await userById(hub.deps.db, id)
  if (user === undefined) throw new Error('The account is not there.')
  return viewerOf(hub.deps.db, user, null)
}

/** All that somebody who runs a hub does there, by the commands that its pages use. */
async function work(): Promise<void> {
  const { deps } = hub
  const organisation = await published(deps, zoe, 'organisation', { title: 'Les Ateliers' })
  await published(deps, zoe, 'job', { title: 'Un poste', organisation: organisation.envelope.id })
  await close(deps, zoe, await published(deps, zoe, 'job', { title: 'Un poste pourvu' }))
  await withdraw(deps, zoe, await published(deps, zoe, 'news', { title: 'Une nouvelle' }))
  await drafted(deps, zoe, 'resource', { title: 'Une salle' })
  await storePicture(deps, new File([new Uint8Array(await photograph(60, 60))], 'a.jpg'), zoe.id)
  await createToken(deps, zoe.id, { name: 'Notre site', scopes: ['read'] })
  await invite(deps, zoe, { email: 'lea@asso.example', role: 'member', membership: null })
  await savePage(deps, zoe, 'legal', 'Mentions.')
  await block(deps, zoe, { type: 'host', target: 'hostile.test', reason: 'Pour voir' })
  await received(deps, 'job', { title: 'Ailleurs' })
  const about = { subject: 'entry' as const, subjectId: organisation.envelope.id, host: null }
  for (const id of ['r1', 'r2'])
    await report(deps, zoe, about, { id, reason: 'Vraiment ?', email: null, forward: false, outcome: false })
  const settled = { thing: undefined, report: await reportById(deps.db, 'r1') }
  await decide(deps, zoe, settled, { outcome: 'none', reason: 'Rien à redire' })
  await closeAccount(deps, 'console', zoe.id, 'En congé')
  await openAccount(deps, 'console', zoe.id)
}

test('nothing in the whole database names somebody who has left, though all they did stays done', async () => {
  await work()
  const before = await dumpOf(hub.deps)
  const naming = (dump: Record<string, string>, word: string): string[] =>
    Object.keys(dump).filter((table) => dump[table]?.includes(word))
  // They are named wherever somebody can be: else this test would not see what is forgotten.
  expect(naming(before, zoe.id)).toEqual(
    expect.arrayContaining([
      'api_tokens',
      'blocks',
      'decisions',
      'entries',
      'media',
      'reports',
      'settings',
      'tickets',
      'users',
    ]),
  )
  const browser = await hub.signedIn('zoe@asso.example')
  expect((await browser.post('/compte/suppression', { password })).location).toBe('/')
  const after = await dumpOf(hub.deps)
  for (const word of [zoe.id, 'zoe@asso', 'Zoé Martin']) expect(naming(after, word), word).toEqual([])
  for (const table of ['entries', 'media', 'blocks', 'decisions', 'reports', 'settings'])
    expect(JSON.parse(after[table] ?? ''), table).toHaveLength(JSON.parse(before[table] ?? '').length)
  expect(await membershipsOf(hub.deps.db, zoe.id)).toEqual([])
})
