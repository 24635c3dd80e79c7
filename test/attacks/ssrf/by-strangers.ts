import { as2, type Peer, type Someone } from '../peer.ts'
import { proved, prover } from '../prover.ts'
import { article, note, said } from '../words.ts'
import { each, entryOf, fresh, liking, type Entrance } from './entrance.ts'
import { someoneAt, type House } from './house.ts'
import { followIdOf, follows, known } from './known.ts'

/** By what someone of another server says, or is. */
export const byStrangers: readonly Entrance[] = [
  {
    name: 'the key of who signs a delivery',
    asks: 'anybody',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      await each(urls, (url) => house.post(someoneAt(url), liking(someoneAt(url), entry)))
    },
  },
  {
    name: 'the owner whom a document of a key names',
    asks: 'the same host',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      await each(urls, (url, at) => {
        const [someone, id] = [someoneAt(url), house.hop(at, '/keys/1')]
        house.put(id, { id, type: 'Key', owner: url, publicKeyPem: '' })
        return house.post({ ...someone, key: { ...someone.key, id } }, liking(someone, entry))
      })
    },
  },
  {
    name: 'the key of who reads, where readers must sign',
    asks: 'anybody',
    lead: async (house, urls) => {
      const { db, hub, now } = house.hub.deps
      const set = async (readers: 'signed' | 'everyone') => {
        await db.write(hub.steps({ readers }, null, now()))
        await hub.reload()
      }
      await set('signed')
      await each(urls, (url) => house.read(someoneAt(url), '/ap/actors/hub/outbox'))
      await set('everyone')
    },
  },
  {
    name: 'the key of a proof that another brings',
    asks: 'anybody',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      await each(urls, async (url, at) => {
        const peer = { origin: '', actor: () => someoneAt(url) } as unknown as Peer
        const author = { ...prover(peer, 'x'), ...someoneAt(url) }
        const proving = { ...author.proving, id: `${url}#ed25519-key`, owner: url }
        const activity = await proved({ ...author, proving }, liking(author, entry), house.hub.deps.now())
        return house.post(courier(house, at), activity)
      })
    },
  },
  {
    name: 'an answer that another brings',
    asks: 'anybody',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      await each(urls, (url, at) => {
        const author = someoneAt(under(url, '/users/author'))
        const object = note(author, url, entry)
        return house.post(courier(house, at), { ...said(author, 'Create', under(url, '/creates/1')), object })
      })
      await house.quiet()
    },
  },
  {
    name: 'the author of an answer that another brings',
    asks: 'the same host',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      await each(urls, (url, at) => {
        const [author, id] = [someoneAt(house.hop(at, '/users/nobody')), house.hop(at, '/notes/1')]
        house.put(id, note(someoneAt(url), id, entry))
        const object = note(author, id, entry)
        return house.post(courier(house, at), {
          ...said(author, 'Create', house.hop(at, '/creates/2')),
          object,
        })
      })
      await house.quiet()
    },
  },
  {
    name: 'the picture of an entry of another server',
    asks: 'anybody',
    lead: async (house, urls) => {
      const author = await known(house, house.hop(0, '/users/painter'), { followed: true })
      await each(urls, (url, at) => {
        const image = { type: 'Image', mediaType: 'image/png', url }
        const object = article(
          author,
          `${author.id}/articles/${at}${encodeURIComponent(url)}`,
          `Image ${at}`,
          { image },
        )
        return house.post(author, { ...said(author, 'Create', `${object['id']}/create`), object })
      })
      await house.quiet()
      const { rows } = await house.hub.deps.db.query('SELECT id FROM media WHERE source_url IS NOT NULL')
      for (const { id } of rows) await house.raw('GET', `/media/r/${String(id)}.webp`)
    },
  },
  {
    name: 'the inbox of a follower',
    asks: 'anybody',
    lead: async (house, urls) => {
      for (const url of urls) await follows(house, url, 'emplois')
      await house.hub.publish('job', { title: 'Pour tous' })
      await house.quiet()
    },
  },
  {
    name: 'one who agrees to be followed',
    asks: 'anybody',
    lead: async (house, urls) => {
      for (const url of urls) await agreed(house, await known(house, url, { asked: true }))
      await house.quiet()
    },
  },
  {
    name: 'the outbox, its pages and what they name, of one whom the hub follows',
    asks: 'the same host',
    lead: async (house, urls) => {
      for (const [at, url] of urls.entries()) {
        const [id, outbox] = [house.hop(at, '/users/speaker'), house.hop(at, '/outbox')]
        const own = { ...someoneAt(id).document, outbox, featured: url }
        house.put(id, own)
        house.put(outbox, {
          '@context': as2,
          id: outbox,
          type: 'OrderedCollection',
          orderedItems: [url],
          next: url,
          first: url,
        })
        await agreed(house, await known(house, id, { asked: true }))
      }
      await house.quiet()
    },
  },
  {
    name: 'what one whom the hub follows announces',
    asks: 'anybody',
    lead: async (house, urls) => {
      for (const url of urls) {
        const someone = await known(house, under(url, '/users/announcer'), { followed: true })
        await house.post(someone, { ...said(someone, 'Announce', fresh(someone, 'boosts')), object: url })
      }
      await house.quiet()
    },
  },
  {
    name: 'the author of what is announced',
    asks: 'the same host',
    lead: async (house, urls) => {
      for (const [at, url] of urls.entries()) {
        const someone = await known(house, house.hop(at, '/users/hub'), { followed: true })
        const object = house.hop(at, '/announced')
        house.put(object, { ...article(someone, object, 'Annonce'), attributedTo: url })
        await house.post(someone, { ...said(someone, 'Announce', fresh(someone, 'boosts')), object })
      }
      await house.quiet()
    },
  },
  {
    name: 'one who is known, looked at again',
    asks: 'anybody',
    lead: async (house, urls) => {
      const entry = await entryOf(house)
      for (const url of urls) {
        const someone = await known(house, url, { stale: true })
        await house.post(someone, liking(someone, entry))
      }
      await house.quiet()
    },
  },
  {
    name: 'the host of who writes, asked what it runs',
    asks: 'anybody',
    at: '/.well-known/nodeinfo',
    lead: async (house, urls) => {
      const entry = await askedLongAgo(house)
      for (const url of urls) {
        const someone = await known(house, url)
        await house.post(someone, liking(someone, entry))
      }
      await house.quiet()
    },
  },
  {
    name: 'where the host of who writes says that its NodeInfo stands',
    asks: 'the same host',
    lead: async (house, urls) => {
      const entry = await askedLongAgo(house)
      await each(urls, async (href, at) => {
        const someone = await known(house, house.hop(at, '/users/x'))
        const links = [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href }]
        house.put(house.hop(at, '/.well-known/nodeinfo'), (response) =>
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ links })),
        )
        return house.post(someone, liking(someone, entry))
      })
      await house.quiet()
    },
  },
]

const under = (url: string, path: string): string => URL.parse(path, url)?.href ?? url + path

/** Someone of the server of this number, whom it is ready to vouch for. */
function courier(house: House, at: number): Someone {
  const someone = someoneAt(house.hop(at, '/users/courier'))
  house.put(someone.id, someone.document)
  return someone
}

/** What a host runs it is asked once a week: of all of them, that is over. Something to write about. */
async function askedLongAgo(house: House): Promise<string> {
  house.hub.deps.pass(8 * 24 * 3_600_000)
  return entryOf(house)
}

/** They agree to be followed: now what they have said is read. */
async function agreed(house: House, someone: Someone): Promise<void> {
  const object = house.hub.origin + followIdOf(someone.id)
  await house.post(someone, { ...said(someone, 'Accept', fresh(someone, 'accepts')), object })
}
