import type { Statement, Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { domainsOf } from '../text/host.ts'
import { settled, withoutPictures } from './aside.ts'
import type { Listed } from './blocklist.ts'
import { erased, type Severity } from './blocks.ts'
import { idOf, mayModerate, recorded } from './decisions.ts'
import * as store from './block-store.ts'

/** What a list would change here, before it does. */
export interface Difference {
  fresh: Listed[]
  /** Known, and held to more; or to as much, in other words. */
  stricter: Changed[]
  /** Known, and held to less. */
  milder: Changed[]
  /** Nothing new. */
  same: number
  /** Servers that this hub follows, which would be lost or hidden: in none of the others. */
  followed: (Listed & { loses: string[] })[]
}

export type Changed = Listed & { from: Severity }

const ranks: Readonly<Record<Severity, number>> = { noop: 0, silence: 1, suspend: 2 }

export async function differenceOf(
  deps: Pick<Deps, 'db'>,
  listed: readonly Listed[],
  followedHosts: readonly string[],
): Promise<Difference> {
  const known = new Map((await store.hostBlocks(deps.db)).map((row) => [row.target, row]))
  const losses = lossesOf(listed, followedHosts)
  const found: Difference = { fresh: [], stricter: [], milder: [], same: 0, followed: [] }
  for (const one of listed) {
    const before = known.get(one.host)
    const loses = losses.get(one.host)
    if (before !== undefined && saysNothingNew(one, before)) found.same += 1
    else if (loses !== undefined && one.severity !== 'noop') found.followed.push({ ...one, loses })
    else if (before === undefined) found.fresh.push(one)
    else found[isMilder(one, before) ? 'milder' : 'stricter'].push({ ...one, from: before.severity })
  }
  return found
}

/** By listed host, those that are followed at it or under it. */
function lossesOf(listed: readonly Listed[], followedHosts: readonly string[]): Map<string, string[]> {
  const hosts = new Set(listed.map(({ host }) => host))
  const pairs = followedHosts.flatMap((followed) =>
    domainsOf(followed)
      .filter((host) => hosts.has(host))
      .map((host) => ({ host, followed })),
  )
  const byHost = Map.groupBy(pairs, ({ host }) => host)
  return new Map([...byHost].map(([host, of]) => [host, of.map(({ followed }) => followed)]))
}

const saysNothingNew = (one: Listed, before: store.BlockRow): boolean =>
  one.severity === before.severity &&
  one.rejectMedia === before.rejectMedia &&
  one.rejectReports === before.rejectReports &&
  one.obfuscate === before.obfuscate &&
  ['', before.publicComment].includes(one.publicComment)

const isMilder = (one: Listed, before: store.BlockRow): boolean =>
  ranks[one.severity] < ranks[before.severity] ||
  (one.severity === before.severity &&
    ((before.rejectMedia && !one.rejectMedia) || (before.rejectReports && !one.rejectReports)))

/** So many lines are one transaction: the hub answers others between two. */
const atOnce = 250

/**
 * One command, recorded once, in pieces: each line is written with all that follows from it, so that a hub that stops
 * half-way has the first lines whole, and the same list again does the rest.
 */
export async function importList(
  deps: Deps,
  by: Authority,
  listed: readonly Listed[],
  reason: string,
): Promise<void> {
  mayModerate(by)
  if (listed.length === 0) return
  const known = await store.knownHosts(deps.db)
  const byDomain = Map.groupBy(
    known.flatMap((host) => domainsOf(host).map((domain) => ({ domain, host }))),
    ({ domain }) => domain,
  )
  const record = recorded(deps, by, {
    ...{ action: 'blocks-imported', subject: 'host', reason },
    subjectId: String(listed.length),
  })
  for (let at = 0; at < listed.length; at += atOnce) {
    const piece = listed.slice(at, at + atOnce)
    const reached = ({ host }: Listed): string[] => (byDomain.get(host) ?? []).map((one) => one.host)
    await deps.db.write([
      ...(at === 0 ? [record] : []),
      store.putHostBlocks(piece.map((one) => rowOf(deps, by, one, reason))),
      ...consequences(deps, piece, reached),
    ])
  }
  await settleLate(deps, listed, new Set(known))
}

const rowOf = (deps: Deps, by: Authority, { host, ...measure }: Listed, reason: string): store.BlockRow => ({
  ...{ ...measure, id: deps.newId(), type: 'host', target: host, reason },
  ...{ createdBy: idOf(by), createdAt: deps.now() },
})

function consequences(
  deps: Deps,
  piece: readonly Listed[],
  reached: (one: Listed) => readonly string[],
): Step[] {
  const hostsOf = (which: (one: Listed) => boolean): string[] => piece.filter(which).flatMap(reached)
  const lost = hostsOf(({ severity }) => severity === 'suspend')
  const kept = hostsOf(({ severity }) => severity !== 'suspend')
  const bare = hostsOf(({ severity, rejectMedia }) => severity !== 'suspend' && rejectMedia)
  return [
    ...(lost.length === 0
      ? []
      : erased(deps, { whose: store.actorsOfHosts(lost), unsent: undelivered(lost) })),
    ...(kept.length === 0 ? [] : settled(store.actorsOfHosts(kept))),
    ...(bare.length === 0 ? [] : withoutPictures(store.actorsOfHosts(bare))),
  ]
}

/** Who came while the list was being written, before their own line was. */
async function settleLate(deps: Deps, listed: readonly Listed[], known: ReadonlySet<string>): Promise<void> {
  const severities = new Map(listed.map(({ host, severity }) => [host, severity]))
  const late = (await store.knownHosts(deps.db)).filter((host) => !known.has(host))
  const held = (severity: Severity): string[] =>
    late.filter((host) => domainsOf(host).some((domain) => severities.get(domain) === severity))
  const [lost, kept] = [held('suspend'), held('silence')]
  if (lost.length > 0)
    await deps.db.write(erased(deps, { whose: store.actorsOfHosts(lost), unsent: undelivered(lost) }))
  if (kept.length > 0) await deps.db.write(settled(store.actorsOfHosts(kept)))
}

const undelivered = (hosts: readonly string[]): Statement => store.undelivered({ hosts })
