import { describe } from 'vitest'
import { openPeer, schemes } from '../peers/fedify.ts'
import { openHubAt } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { fedifyFollowed } from './fedify-followed.ts'

describe('a Fedify server that a hub follows', () =>
  fedifyFollowed(async () => {
    const sites = [await openSite(), await openSite(), await openSite()] as const
    return {
      hub: await openHubAt(sites[0], { neighbours: sites }),
      peer: await openPeer(sites[1]),
      third: await openPeer(sites[2], { handle: 'zoe', firstKnock: schemes.rfc9421 }),
    }
  }))
