import { describe, expect, test } from 'vitest'
import { readSources } from '../../support/sources.ts'
import { entrances } from './entrances.ts'

/** By these words the hub asks another server, from the one client up to what asks for something in particular. */
const asking =
  /(?<!function )\b(?:(?:fetcher\.request|fetchDocument|askActor|fetchActor|findActor|remoteActor|actorOfHandle|actorOfPage|finger|fetchImage|wayHome)(?=\()|keys\.(?:keyFor|renewed)\b)/g

const signer = 'the key of who signs a delivery'
const reader = 'the key of who reads, where readers must sign'
const owner = 'the owner whom a document of a key names'
const proof = 'the key of a proof that another brings'
const answer = 'an answer that another brings'
const answerer = 'the author of an answer that another brings'
const byPage = 'whom an administrator follows on the page'
const byApi = 'whom an administrator follows by the API'
const byCommand = 'whom an administrator follows by a command'
const named = 'the id that the document of one to follow gives itself'
const handle = 'the actor to whom a handle leads'
const visitor = 'the server that a visitor names'
const picture = 'the picture of an entry of another server'
const follower = 'the inbox of a follower'
const agreeing = 'one who agrees to be followed'
const outbox = 'the outbox, its pages and what they name, of one whom the hub follows'
const announced = 'what one whom the hub follows announces'
const announcedBy = 'the author of what is announced'
const stale = 'one who is known, looked at again'
const runs = 'the host of who writes, asked what it runs'
const nodeInfo = 'where the host of who writes says that its NodeInfo stands'
const listed = 'what is listed in the conversation of one whom the hub follows'
const lists =
  'where a conversation is said to be listed, its pages and what they name, of one who is followed no more'
const climbed = 'what is answered by who takes part in a conversation of ours'
const newHome = 'where an account of ours would move, on the page'
const oldHome = 'where an account of ours was before, by a command'
const homeHandle = 'the actor to whom the handle of a new home leads'
const call = 'a call for partners that somebody would read here'
const caller = 'who leads a call for partners'
const network = 'the network that one of ours would belong to, by its address'
const networkHandle = 'the network that one of ours would belong to, by its handle'
const moved = 'where one whom the hub follows says that they moved'

/** Every place that asks, and how often it does → the ways in by which `ssrf.test.ts` comes there. */
const driven: Readonly<Record<string, readonly string[]>> = {
  'server/app.tsx fetchImage ×1': [picture],
  'server/federation/backfill.ts fetchActor ×1': [agreeing],
  'server/federation/backfill.ts fetchDocument ×1': [outbox],
  'server/federation/conversations/lists.ts fetchDocument ×1': [lists],
  'server/federation/conversations/read.ts fetcher.request ×1': [listed, lists, climbed],
  'server/federation/delivery.ts fetcher.request ×1': [follower],
  'server/federation/document.ts fetcher.request ×1': [signer, named],
  'server/federation/errands.ts fetchActor ×1': [stale],
  'server/federation/fetch-answer.ts askActor ×1': [answerer],
  'server/federation/fetch-answer.ts fetchDocument ×1': [answer, listed, climbed],
  'server/federation/fetch-entry.ts fetchDocument ×1': [announced],
  'server/federation/fetch-entry.ts remoteActor ×1': [announcedBy],
  'server/federation/forwarded.ts keys.keyFor ×2': [proof],
  'server/federation/forwarded.ts keys.renewed ×1': [proof],
  'server/federation/groupings/look.ts fetchDocument ×1': [call],
  'server/federation/groupings/look.ts remoteActor ×1': [caller],
  'server/federation/index.ts fetchImage ×1': [picture],
  'server/federation/index.ts fetcher.request ×1': [picture],
  'server/federation/memberships/seek.ts actorOfHandle ×1': [networkHandle],
  'server/federation/memberships/seek.ts findActor ×1': [network],
  'server/federation/moving/look.ts actorOfHandle ×1': [oldHome],
  'server/federation/moving/look.ts actorOfPage ×1': [newHome],
  'server/federation/moving/look.ts askActor ×1': [homeHandle],
  'server/federation/moving/look.ts fetchDocument ×1': [newHome],
  'server/federation/moving/received.ts askActor ×1': [moved],
  'server/federation/node-info.ts fetcher.request ×2': [runs, nodeInfo],
  'server/federation/remote-actors.ts askActor ×1': [agreeing, stale],
  'server/federation/remote-actors.ts fetchActor ×1': [announcedBy],
  'server/federation/remote-actors.ts fetchDocument ×2': [byCommand, agreeing],
  'server/federation/remote-keys.ts askActor ×1': [owner],
  'server/federation/remote-keys.ts fetchDocument ×1': [signer, reader],
  'server/federation/signer.ts keys.keyFor ×1': [signer, reader],
  'server/federation/signer.ts keys.renewed ×1': [signer, reader],
  'server/federation/subscriptions.ts actorOfHandle ×1': [byCommand],
  'server/federation/subscriptions.ts actorOfPage ×1': [byPage, byApi, byCommand],
  'server/federation/subscriptions.ts findActor ×1': [byPage, byApi, named, handle],
  'server/federation/way-home.ts finger ×1': [visitor],
  'server/federation/webfinger.ts fetcher.request ×1': [byCommand, visitor],
  'server/federation/webfinger.ts finger ×2': [byPage, byCommand],
  'server/media/remote.ts fetchImage ×1': [picture],
  'server/web/elsewhere/routes.tsx wayHome ×1': [visitor],
}

const calls = readSources()
  // Its two hubs are its own; and an interface calls nobody.
  .filter(({ file }) => !file.startsWith('server/demo/') && file !== 'server/federation/federation.ts')
  .flatMap(({ file, code }) => [...code.matchAll(asking)].map(([call]) => `${file} ${call}`))

describe('the ways into the hub’s own network', () => {
  test('are tried for every place that asks another server: a new one wants a way in of its own', () => {
    const counted = Map.groupBy(calls, (call) => call)
    const found = [...counted].map(([call, { length }]) => `${call} ×${length}`)
    expect(found.toSorted()).toEqual(Object.keys(driven).toSorted())
  })

  test('are each for something', () => {
    expect([...new Set(Object.values(driven).flat())].toSorted()).toEqual(
      entrances.map(({ name }) => name).toSorted(),
    )
  })
})
