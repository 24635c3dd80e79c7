import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mustHost } from '../../server/accounts/accounts.ts'
import { ownEntries } from '../../server/export/list.ts'
import { kinds } from '../../server/kinds/index.ts'
import { formIn } from '../web/pages.ts'
import { openBoth, type TwoOrigins } from './both.ts'

let both: TwoOrigins
beforeAll(async () => {
  both = await openBoth()
})
afterAll(() => both.world.close())

describe('to those who work here, what another hub published', () => {
  test('is not on their desk, and does not close soon', async () => {
    for (const state of ['', '?etat=relecture', '?etat=en-ligne', '?etat=closes']) {
      const { status, text } = await both.admin.get(`/brouillons${state}`)
      expect(status).toBe(200)
      expect(text, state).not.toMatch(/lointain/i)
    }
    expect((await both.admin.get('/brouillons?etat=en-ligne')).text).toMatch(/proche/i)
    for (const state of ['draft', 'review'])
      expect((await both.api('GET', `/entries?state=${state}`)).text).not.toMatch(/lointain/i)
  })

  test('is no draft that they could open', async () => {
    for (const { envelope } of both.far.filter((one) => ['draft', 'review'].includes(one.envelope.state)))
      for (const path of [envelope.path, `${envelope.path}/modifier`, `${envelope.path}/apercu`])
        expect((await both.admin.get(path)).status, path).toBe(404)
  })

  test('is no organisation to speak for', async () => {
    for (const path of [
      '/actualites/nouveau',
      '/actualites',
      '/utilisateurs/inviter',
      `/utilisateurs/${both.world.hub.admin.id}`,
    ]) {
      const { status, text } = await both.admin.get(path)
      expect(status, path).toBe(200)
      const choices = text.match(/<option\b[^>]*>[^<]*/g)?.join() ?? ''
      expect(choices, path).not.toMatch(/lointain/i)
    }
    expect((await both.admin.get('/actualites/nouveau')).text).toMatch(/<option[^>]*>Proche organisation/)
    const speaks = (organisation: string | undefined) =>
      both.api('POST', '/entries', {
        ...{ kind: 'news', title: 'Au nom de', summary: 'En bref', organisation, fields: {} },
      })
    for (const { envelope } of both.far.filter(({ kind }) => kind.name === 'organisation')) {
      expect((await speaks(envelope.id)).status).toBe(422)
      const form = formIn(await both.admin.get('/actualites/nouveau'), '/actualites/nouveau')
      const sent = await both.admin.post('/actualites/nouveau', {
        ...form,
        title: 'Au nom de',
        organisation: envelope.id,
      })
      expect(sent.status).toBe(422)
      await expect(mustHost(both.world.hub.deps, envelope.id)).rejects.toMatchObject({ code: 'absent' })
    }
    const drafted = await speaks(both.near[0]?.envelope.id)
    expect(drafted.status).toBe(201)
    await both.api('DELETE', `/entries/${JSON.parse(drafted.text).id}`)
  })

  test('is not theirs to change through the API', async () => {
    const change = { revision: 1, title: 'À nous' }
    for (const { envelope } of both.far)
      for (const [method, path, body] of [
        ['PATCH', '', change],
        ['DELETE', ''],
        ['POST', '/publication'],
        ['DELETE', '/publication'],
      ] as const)
        expect(
          await both.api(method, `/entries/${envelope.id}${path}`, body),
          `${method} ${envelope.title}`,
        ).toMatchObject({
          status: 403,
          detail: 'This entry belongs to another server.',
        })
  })

  test('is not in what they export', async () => {
    const kept: string[] = []
    for (const { name } of kinds)
      for await (const { envelope } of ownEntries(both.world.hub.deps, name)) kept.push(envelope.title)
    expect(kept).toContain('Proche job')
    expect(kept.filter((title) => /lointain/i.test(title))).toEqual([])
  })
})
