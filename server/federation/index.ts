import type { Deps } from '../deps.ts'
import { standingOf } from '../moderation/standing.ts'
import { hostKey } from './address.ts'
import { createApex, type Apex } from './apex.ts'
import { isBlocked } from './blocked.ts'
import { readCollections } from './collections.ts'
import { createPace } from './conversations/pace.ts'
import { nextErrand, runErrands, type Haste } from './errands.ts'
import type { Federation } from './federation.ts'
import { createFetcher } from './fetch.ts'
import { createGate } from './gate.ts'
import { createCallLook } from './groupings/look.ts'
import { createKeyring } from './keyring.ts'
import { createMoving } from './moving/index.ts'
import { expandEvents, repinByDate } from './outbound.ts'
import { nextUnpinning } from './outbound/featured.ts'
import { createPruner } from './prune.ts'
import { createRefusals } from './refusals.ts'
import { createRemoteKeys } from './remote-keys.ts'
import { createReplays } from './replays.ts'
import type { FederationDeps } from './room.ts'
import { letBe, retry } from './retry.ts'
import { rotateKeys } from './rotation.ts'
import { federationRoutes } from './routes.ts'
import { createSender } from './sender.ts'
import { askSoftwareAgain } from './software.ts'
import { pollDue, subscribe, unsubscribe } from './subscriptions.ts'
import { createWayHome } from './way-home.ts'
import { createWorker } from './worker.ts'

export type { Federation } from './federation.ts'
export { completeSections, foundingActors } from './local-actors.ts'
export { completeNetworks } from './networks.ts'

/** Wires the room. Nothing moves before `start`: a hub in a test answers, and sends only when told. */
export function createFederation(house: Deps): Federation {
  const deps: FederationDeps = {
    ...house,
    fetcher: createFetcher({
      config: house.config,
      lookup: house.lookup,
      now: house.now,
      log: house.log,
      userAgent: `Maillon/${house.version.number} (+${house.hub.origin}/)`,
      ownHost: () => hostKey(house.hub.origin),
      isBlocked: (host) => isBlocked(house.db, host),
    }),
    apex: apexOf(house),
    keyring: createKeyring(house),
    pace: createPace(house.now),
  }
  const sender = createSender(deps)
  const errandsOf = (haste: Haste) => ({
    run: async () => (await runErrands(deps, haste)) > 0,
    then: () => {
      sender.wake()
      // What was found may be something to tell.
      if (haste === 'promised') tasks.wake()
    },
    nextAt: () => nextErrand(deps, haste),
    now: deps.now,
  })
  const tasks = createWorker(deps.log, [
    { run: async () => (await expandEvents(deps)) > 0, then: () => sender.wake() },
    {
      run: async () => (await repinByDate(deps)) > 0,
      then: () => sender.wake(),
      nextAt: () => nextUnpinning(deps),
      now: deps.now,
    },
    errandsOf('promised'),
  ])
  const reader = createWorker(deps.log, [errandsOf('unhurried')])
  const gate = createGate()
  const refusals = createRefusals(deps.now)
  const keys = createRemoteKeys(deps, gate)
  const doors = { deps, gate, keys, replays: createReplays(), refusals }
  const prune = createPruner(deps)
  const wake = (): void => {
    tasks.wake()
    reader.wake()
    sender.wake()
  }
  let timer: NodeJS.Timeout | undefined
  return {
    routes: federationRoutes(doors, { wake, revive: (host) => sender.revive(host) }),
    start() {
      const round = async (olderThan?: number): Promise<void> => {
        await pollDue(deps, olderThan)
        await askSoftwareAgain(deps)
        await prune()
        wake()
      }
      const stumbled = (error: unknown): void =>
        deps.log.error({ err: error }, 'the federation round stumbled')
      round(0).catch(stumbled)
      timer = setInterval(() => round().catch(stumbled), quarter)
      timer.unref()
    },
    async stop(deadline) {
      clearInterval(timer)
      const patience = new Promise<void>((resolve) => setTimeout(resolve, deadline).unref())
      await Promise.race([Promise.all([tasks.stop(), reader.stop(), sender.stop()]), patience])
      await deps.fetcher.close()
    },
    wake,
    async follow(target) {
      const followed = await subscribe(deps, target)
      wake()
      return followed
    },
    async unfollow(actorId) {
      await unsubscribe(deps, actorId)
      wake()
    },
    async retry(what) {
      const done = await deps.db.write(retry(deps.db, what, deps.now()))
      // What the sender remembers of them would have them rest on.
      sender.revive('host' in what ? what.host : null)
      return done.at(-1)?.rowsAffected ?? 0
    },
    async letBe(host) {
      await deps.db.write(letBe(deps.db, host, deps.now()))
    },
    refused: refusals,
    wayHome: createWayHome(deps),
    moving: createMoving(deps, wake),
    lookAtCall: createCallLook(deps),
    async rotateKeys(handle) {
      const rotated = await rotateKeys(deps, handle)
      wake()
      return rotated
    },
    async fetchImage(url) {
      const answer = await deps.fetcher.request(url, { accept: 'image/*', maxBytes: 10_000_000 })
      if (answer.status !== 200) throw new Error(`The image answered ${answer.status}.`)
      return answer.body
    },
    async refusesImage(url) {
      const { refused, rejectMedia } = await standingOf(deps.db, url)
      return refused || rejectMedia
    },
  }
}

const quarter = 15 * 60_000

/** Made anew if the wizard changed the address. */
function apexOf(house: Deps): Apex {
  let made: { origin: string; apex: Apex } | undefined
  const current = (): Apex => {
    const { origin, settings } = house.hub
    if (made?.origin !== origin) {
      const domain = new URL(origin).host
      made = {
        origin,
        apex: createApex({ baseUrl: origin, name: settings.name, domain, store: readCollections(house) }),
      }
    }
    return made.apex
  }
  return {
    fromJSONLD: (document) => current().fromJSONLD(document),
    activity: (...parts) => current().activity(...parts),
    tombstone: (...parts) => current().tombstone(...parts),
    collection: (...parts) => current().collection(...parts),
    collectionPage: (...parts) => current().collectionPage(...parts),
  }
}
