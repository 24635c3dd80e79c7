import { createToken } from '../../../server/accounts/tokens.ts'
import { network } from '../../../server/cli/network.ts'
import { as2 } from '../peer.ts'
import { byAdmin, each, entryOf, handleAt, type Entrance } from './entrance.ts'
import { someoneAt, type House } from './house.ts'

/** By what someone types here, or by what is answered to that. */
export const byPeople: readonly Entrance[] = [
  {
    name: 'a call for partners that somebody would read here',
    asks: 'anybody',
    lead: async (house, urls) => {
      const headers = await byAdmin(house)
      await each(urls.flatMap(spellings), (adresse) =>
        house.raw('POST', '/groupements/ailleurs', headers, new URLSearchParams({ adresse }).toString()),
      )
    },
  },
  {
    name: 'who leads a call for partners',
    asks: 'the same host',
    lead: async (house, urls) => {
      await each(urls, (url, at) => {
        const id = house.hop(at, '/call')
        const call = { '@context': as2, id, type: 'Proposal', name: 'Un lot', attributedTo: url }
        house.put(id, call)
        return house.hub.federation.lookAtCall(id).catch(() => undefined)
      })
    },
  },
  {
    name: 'whom an administrator follows on the page',
    asks: 'anybody',
    lead: (house, urls) => followAll(house, urls, byPage),
  },
  {
    name: 'whom an administrator follows by the API',
    asks: 'anybody',
    lead: (house, urls) => followAll(house, urls, byApi),
  },
  {
    name: 'whom an administrator follows by a command',
    asks: 'anybody',
    lead: (house, urls) => followAll(house, urls.flatMap(spellings), byCommand),
  },
  {
    name: 'the id that the document of one to follow gives itself',
    asks: 'anybody',
    lead: async (house, urls) => {
      await each(urls, (url, at) => {
        const page = house.hop(at, '/page')
        house.put(page, { ...someoneAt(page).document, id: url })
        return house.hub.federation.follow(page).catch(() => undefined)
      })
    },
  },
  {
    name: 'the actor to whom a handle leads',
    asks: 'the same host',
    lead: async (house, urls) => {
      await each(urls, (url, at) => {
        const { host } = new URL(house.hop(at))
        const links = [{ rel: 'self', type: 'application/activity+json', href: url }]
        const finger = house.hop(
          at,
          `/.well-known/webfinger?resource=${encodeURIComponent(`acct:led@${host}`)}`,
        )
        house.put(finger, (response) => response.end(JSON.stringify({ links })))
        return house.hub.federation.follow(`@led@${host}`).catch(() => undefined)
      })
    },
  },
  {
    name: 'the server that a visitor names',
    asks: 'anybody',
    at: '/.well-known/webfinger',
    lead: async (house, urls) => {
      const path = `/interagir?acte=repondre&fiche=${(await entryOf(house)).split('/').at(-1)}`
      const headers = { origin: house.hub.origin, 'content-type': 'application/x-www-form-urlencoded' }
      await each(urls.flatMap(spellings), (serveur) =>
        house.raw('POST', path, headers, new URLSearchParams({ serveur }).toString()),
      )
    },
  },
]

/** The address, and the handle of somebody there. */
const spellings = (url: string): string[] => [url, handleAt(url)]

type Follow = (target: string) => Promise<unknown>

async function followAll(house: House, urls: readonly string[], door: (house: House) => Promise<Follow>) {
  await each(urls, await door(house))
}

async function byPage(house: House): Promise<Follow> {
  const headers = await byAdmin(house)
  return (actor) =>
    house.raw('POST', '/reseau/abonnements', headers, new URLSearchParams({ actor }).toString())
}

async function byApi({ hub, raw }: House): Promise<Follow> {
  const token = await createToken(hub.deps, hub.admin.id, { name: 'test', scopes: ['admin'] })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return (actor) => raw('POST', '/api/v1/following', headers, JSON.stringify({ actor }))
}

async function byCommand({ hub }: House): Promise<Follow> {
  const verb = network.find(({ name }) => name === 'federation follow')
  if (verb?.needs !== 'hub') throw new Error('There is no such command.')
  const call = (target: string) =>
    verb.read({ argv: ['--', target], stdin: '', cwd: '/', say: () => undefined })
  const house = { deps: hub.deps, federation: hub.federation, close: () => Promise.resolve() }
  return (target) => call(target)(house).catch(() => undefined)
}
