import { describe } from 'vitest'
import { openPeer, schemes } from '../peers/fedify.ts'
import { openHubAt } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { fedifySpeaks } from './fedify-speaks.ts'

describe.each(['cavage', 'rfc9421'] as const)('someone on a Fedify server that signs by %s', (scheme) => {
  fedifySpeaks(async () => {
    const sites = [await openSite(), await openSite()] as const
    const hub = await openHubAt(sites[0], { neighbours: sites })
    return { hub, peer: await openPeer(sites[1], { firstKnock: schemes[scheme] }) }
  })
})
