import { describe } from 'vitest'
import { openPeer, schemes } from '../peers/fedify.ts'
import { openHubAt } from '../support/hub.ts'
import { home, homeForAll, openTlsSites } from '../support/tls.ts'
import { fedifyHears } from './fedify-hears.ts'
import { fedifySpeaks, type Open } from './fedify-speaks.ts'

// The whole script once more over TLS, by names. Fedify asks for names and certificates by itself.

homeForAll()

const open: Open = async () => {
  const sites = await openTlsSites('hub.test', 'fedify.test')
  const hub = await openHubAt(sites[0], { neighbours: sites, lookup: home })
  return { hub, peer: await openPeer(sites[1], { firstKnock: schemes.cavage }) }
}

describe('someone on a Fedify server, over TLS', () => fedifySpeaks(open))
describe('a Fedify server, over TLS', () => fedifyHears(open, 'cavage'))
