import { describe } from 'vitest'
import { openPeer, schemes } from '../peers/fedify.ts'
import { openHubAt } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { fedifyHears } from './fedify-hears.ts'

describe.each(['cavage', 'rfc9421'] as const)('a Fedify server that speaks %s', (scheme) => {
  fedifyHears(async () => {
    const sites = [await openSite(), await openSite()] as const
    const hub = await openHubAt(sites[0], { neighbours: sites })
    const onlyRfc9421 = scheme === 'rfc9421'
    return { hub, peer: await openPeer(sites[1], { firstKnock: schemes[scheme], onlyRfc9421 }) }
  }, scheme)
})
