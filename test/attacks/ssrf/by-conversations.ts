import { readConversations } from '../../support/conversations.ts'
import { as2, type Someone } from '../peer.ts'
import { article, note, said } from '../words.ts'
import { each, entryOf, fresh, type Entrance } from './entrance.ts'
import type { House } from './house.ts'
import { known } from './known.ts'

/** By what stands where the hub reads a conversation that it has a part of. */
export const byConversations: readonly Entrance[] = [
  {
    name: 'what is listed in the conversation of one whom the hub follows',
    asks: 'anybody',
    lead: async (house, urls) => {
      const speaker = await known(house, house.hop(0, '/users/speaker'), { followed: true })
      for (let from = 0; from < urls.length; from += inOneReading) {
        const context = fresh(speaker, 'contexts')
        house.put(context, listOf(context, urls.slice(from, from + inOneReading)))
        await begin(house, speaker, { context })
      }
      await readConversations(house.hub)
    },
  },
  {
    name: 'where a conversation is said to be listed, its pages and what they name, of one who is followed no more',
    asks: 'anybody',
    lead: async (house, urls) => {
      await each(urls, async (url, at) => {
        const speaker = await known(house, house.hop(at, '/users/speaker'), { followed: true })
        const replies = fresh(speaker, 'replies')
        house.put(replies, listOf(replies, [`${url}?item=1`], `${url}?page=2`))
        await begin(house, speaker, { context: url, replies })
      })
      // The hub follows them no more: from now on they may lead it to few.
      await house.hub.deps.db.write([{ sql: 'DELETE FROM following', args: [] }])
      await readConversations(house.hub)
    },
  },
  {
    name: 'what is answered by who takes part in a conversation of ours',
    asks: 'anybody',
    lead: async (house, urls) => {
      const context = `${await entryOf(house)}/context`
      await each(urls, async (url, at) => {
        const someone = await known(house, house.hop(at, '/users/climber'))
        const object = note(someone, fresh(someone, 'notes'), url, { context })
        house.put(String(object['id']), { '@context': as2, ...object })
        return house.post(someone, { ...said(someone, 'Create', fresh(someone, 'creates')), object })
      })
      await readConversations(house.hub)
    },
  },
]

/** Of the fifty requests of a reading, two lead to the list. */
const inOneReading = 40

const listOf = (id: string, orderedItems: readonly string[], next?: string) => ({
  '@context': as2,
  id,
  type: 'OrderedCollectionPage',
  orderedItems,
  ...(next === undefined ? {} : { next }),
})

/** Someone says something new, of which the hub reads later what was answered. */
async function begin(
  house: House,
  speaker: Someone,
  lists: { context: string; replies?: string },
): Promise<void> {
  const object = article(speaker, fresh(speaker, 'articles'), 'Une conversation', lists)
  house.put(String(object['id']), object)
  await house.post(speaker, { ...said(speaker, 'Create', fresh(speaker, 'creates')), object })
}
