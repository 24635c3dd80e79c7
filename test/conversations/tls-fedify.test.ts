import { describe } from 'vitest'
import { openPeer, schemes } from '../peers/fedify.ts'
import { openHubAt } from '../support/hub.ts'
import { home, homeForAll, openTlsSites } from '../support/tls.ts'
import { fedifyFollowed } from './fedify-followed.ts'
import { fedifyHears } from './fedify-hears.ts'
import { fedifySpeaks } from './fedify-speaks.ts'

// The whole script once more over TLS, by names. Fedify asks for names and certificates by itself.

homeForAll()

describe.each(['cavage', 'rfc9421'] as const)('over TLS, a Fedify server that speaks %s', (scheme) => {
  const other = scheme === 'cavage' ? 'rfc9421' : 'cavage'
  const open = async () => {
    const [own, theirs, thirds] = await openTlsSites('hub.test', 'fedify.test', 'tiers.test')
    const hub = await openHubAt(own, { neighbours: [own, theirs, thirds], lookup: home })
    return { hub, theirs, thirds }
  }
  const two = async () => {
    const { hub, theirs, thirds } = await open()
    await thirds.close()
    const reads = { firstKnock: schemes[scheme], onlyRfc9421: scheme === 'rfc9421' }
    return { hub, peer: await openPeer(theirs, reads) }
  }
  describe('is heard', () => fedifySpeaks(two))
  describe('hears', () => fedifyHears(two, scheme))
  describe('is followed', () =>
    fedifyFollowed(async () => {
      const { hub, theirs, thirds } = await open()
      return {
        hub,
        peer: await openPeer(theirs, { firstKnock: schemes[scheme] }),
        third: await openPeer(thirds, { handle: 'zoe', firstKnock: schemes[other] }),
      }
    }))
})
