import { beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { comments } from '../../db/schema/entries.ts'
import {
  eraseComment,
  heldComments,
  setCommentState,
  thread,
  writeComment,
} from '../../server/entries/comments.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { becomePerson } from '../../server/federation/members.ts'
import type { TestHub } from '../support/hub.ts'
import { arrival } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { until } from '../support/until.ts'
import type { Pair } from './entries.ts'

/** A member of the second hub answers an entry of the first, which the second has received. */
export function tellOfComments(pair: Pair): void {
  let amont: TestHub
  let aval: TestHub
  let here: Entry
  let there: Entry
  let member: Viewer
  const id = '019ab000-0000-7000-8000-00000000c0de'
  const shown = () => thread(amont.deps.db, null, here.envelope.n)

  beforeAll(async () => {
    ;({ amont, aval } = pair())
    here = await amont.publish('job', { title: 'Un poste' })
    there = await arrival(aval, here)
    member = await person(aval.deps, 'member')
    await becomePerson(aval.deps, member, 'camille')
  })

  describe('a member who is an actor and answers an entry of another hub', () => {
    test('is held there at first, for a moderator to see', async () => {
      await writeComment(aval.deps, member, there.envelope, {
        id,
        parentId: null,
        body: 'Encore **libre** ?',
      })
      aval.federation.wake()
      const [held] = await until('held', async () => {
        const found = await heldComments(amont.deps.db)
        return found.length > 0 ? found : null
      })
      expect(held).toMatchObject({
        html: expect.stringMatching(/@<span>emplois<\/span><\/a> Encore <strong>libre<\/strong>/),
        author: { name: 'Camille (member)', handle: `@camille@${aval.host}` },
        state: 'held',
      })
      expect(await shown()).toEqual([])
    })

    test('is read there once shown, and the next time at once', async () => {
      const [held] = await heldComments(amont.deps.db)
      await amont.deps.db.write(setCommentState(amont.deps.db, held?.id ?? '', 'shown'))
      await writeComment(aval.deps, member, there.envelope, {
        id: '019ab000-0000-7000-8000-00000000c0d2',
        parentId: id,
        body: 'Merci',
      })
      aval.federation.wake()
      const answers = await until('both', async () => {
        const found = await shown()
        return found.length === 2 ? found : null
      })
      expect(answers[1]?.parentN).toBe(answers[0]?.n)
    })

    test('stands in the replies of the entry, and can be fetched where it was written', async () => {
      const replies = await fetch(`${here.envelope.apId}/replies?page=true`)
      const { orderedItems } = (await replies.json()) as { orderedItems: string[] }
      expect(orderedItems).toContain(`${aval.origin}/ap/objects/${id}`)
      const comment = await fetch(`${aval.origin}/ap/objects/${id}`)
      expect(await comment.json()).toMatchObject({
        type: 'Note',
        attributedTo: aval.actor('camille'),
        inReplyTo: here.envelope.apId,
      })
    })

    test('names the one who is answered as people there do, and holds what belongs to it', async () => {
      const address = `${aval.origin}/ap/objects/${id}`
      expect(await (await fetch(address)).json()).toMatchObject({
        tag: [{ type: 'Mention', href: amont.actor('emplois'), name: `@emplois@${amont.host}` }],
        content: expect.stringMatching(
          /^<p><a href="[^"]+" class="u-url mention">@<span>emplois<\/span><\/a> Encore <strong>libre/,
        ),
        sensitive: false,
        context: `${here.envelope.apId}/context`,
        replies: {
          id: `${address}/replies`,
          totalItems: 1,
          first: { orderedItems: [`${aval.origin}/ap/objects/019ab000-0000-7000-8000-00000000c0d2`] },
        },
        likes: { id: `${address}/likes`, totalItems: 0 },
        shares: { id: `${address}/shares`, totalItems: 0 },
        interactionPolicy: { canQuote: { automaticApproval: [expect.stringContaining('#Public')] } },
      })
      const answers = await fetch(`${address}/replies?page=true`)
      expect(await answers.json()).toMatchObject({
        orderedItems: [`${aval.origin}/ap/objects/019ab000-0000-7000-8000-00000000c0d2`],
      })
    })

    test('takes it back everywhere', async () => {
      const [mine] = await aval.deps.db.read.select().from(comments).where(eq(comments.id, id))
      if (mine === undefined) throw new Error('There is no comment.')
      await aval.deps.db.write(eraseComment(aval.deps, mine, aval.deps.now()))
      aval.federation.wake()
      await until('gone', async () => (await shown()).length === 1)
      expect((await fetch(`${aval.origin}/ap/objects/${id}`)).status).toBe(410)
    })
  })
}
