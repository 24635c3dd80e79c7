import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { block } from '../../server/moderation/blocks.ts'
import { list, openTalk } from './conversations.ts'
import { said } from './words.ts'

const { world, talk, written, comments, read, put, rule } = await openTalk()
const { evil, good, hub } = world
afterAll(() => world.close())
beforeEach(() => rule('never'))

describe('rule 8: an answer that is listed', () => {
  test('and is by another than it says, or of another host, or not for everybody, is not kept', async () => {
    const { entry, context } = await talk()
    const anna = good.actor('anna')
    const eve = evil.actor('eve')
    const before = await comments()
    put(
      context,
      list([
        written(eve, entry, { attributedTo: anna.id }),
        written(eve, entry, { attributedTo: [] }),
        written(eve, entry, { to: [`${eve.id}/followers`] }),
        written(eve, `${evil.origin}/elsewhere`),
        // Whole in the list, but it stands nowhere: what a list says of it is not used.
        {
          id: `${good.origin}/notes/forged`,
          type: 'Note',
          attributedTo: anna.id,
          content: 'x',
          inReplyTo: entry,
        },
      ]),
    )
    // Nor is anybody asked who is only named.
    expect((await read()).good).toEqual(['/notes/forged'])
    expect(await comments()).toEqual(before)
  })

  test('and stands under another id than it was asked by is not kept', async () => {
    const { entry, context } = await talk()
    const anna = good.actor('anna')
    const before = await comments()
    const taken = written(anna, entry)
    evil.put('/masked', (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/activity+json' })
        .end(
          JSON.stringify({ id: taken, type: 'Note', attributedTo: anna.id, inReplyTo: entry, content: 'x' }),
        ),
    )
    put(context, list([`${evil.origin}/masked`]))
    expect((await read()).good).toEqual([])
    expect(await comments()).toEqual(before)
  })
})

describe('what is listed passes the gate of what is sent', () => {
  test('rule 21: nobody who is blocked is asked, nor kept', async () => {
    const { entry, context } = await talk()
    const banned = good.actor('banned')
    const fine = evil.actor('fine')
    await block(hub.deps, 'console', { type: 'actor', target: banned.id, reason: '' })
    const theirs = written(banned, entry)
    const other = written(fine, entry)
    put(context, list([theirs, other]))
    await read()
    expect(await comments()).not.toContain(theirs)
    expect(await comments()).toContain(other)
    await block(hub.deps, 'console', { type: 'host', target: good.host, reason: '' })
    const later = await talk()
    put(later.context, list([written(good.actor('gina'), later.entry)]))
    expect((await read()).good).toEqual([])
    await hub.deps.db.write([{ sql: 'DELETE FROM blocks', args: [] }])
  })

  test('a stranger’s first one waits for a moderator', async () => {
    await rule('first')
    const { entry, context } = await talk()
    const id = written(good.actor('newcomer'), entry)
    put(context, list([id]))
    await read()
    const { rows } = await hub.deps.db.query('SELECT state, held_for FROM comments WHERE ap_id = ?', [id])
    expect(rows[0]).toMatchObject({ state: 'held', held_for: 'first-contact' })
  })

  test('rule 29: of one author no more than thirty in an hour', async () => {
    const { entry, context } = await talk()
    const loud = good.actor('loud')
    const ids = Array.from({ length: 40 }, () => written(loud, entry))
    put(context, list(ids))
    await read()
    const kept = new Set(await comments())
    expect(ids.filter((id) => kept.has(id))).toHaveLength(30)
  })

  test('and is counted by what became of it, for those who run the hub', async () => {
    const { entry, context } = await talk()
    const banned = good.actor('expelled')
    await block(hub.deps, 'console', { type: 'actor', target: banned.id, reason: '' })
    const fine = written(good.actor('welcome'), entry)
    const others = [
      written(banned, entry),
      written(good.actor('shy'), entry, { to: [] }),
      written(good.actor('lost'), `${evil.origin}/nothing`),
      `${good.origin}/absent`,
    ]
    put(context, list([fine, ...others, ...Array.from({ length: 60 }, (_, at) => `${good.origin}/c/${at}`)]))
    const { counted } = await read()
    expect(counted).toMatchObject({ conversation: entry, kept: 1, refused: 2 })
    expect(Number(counted['beyond'])).toBeGreaterThan(10)
    expect(Number(counted['fault'])).toBeGreaterThan(30)
  })

  test('what its author deleted, or a moderator erased, is not even asked for', async () => {
    const { entry, context } = await talk()
    const anna = good.actor('anna')
    const [gone, erased] = [written(anna, entry), written(anna, entry)]
    put(context, list([gone, erased]))
    await read()
    await world.post(anna, { ...said(anna, 'Delete', world.fresh(anna)), object: gone })
    await hub.deps.db.write([
      { sql: "UPDATE comments SET state = 'deleted', html = '' WHERE ap_id = ?", args: [erased] },
    ])
    expect((await read()).good).toEqual([])
    expect((await comments()).filter((id) => id === gone || id === erased)).toEqual([erased])
  })
})
