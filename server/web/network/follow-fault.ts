import type { FollowFault } from '../../../views/network/texts.ts'
import { connectionFaults, FetchFault, type FetchFaultKind } from '../../federation/fetch-fault.ts'
import { Refusal } from '../../refusal.ts'

/** Why nobody could be followed there, as the form says it; anything else is not about what was typed. */
export function followFault(error: unknown): FollowFault {
  if (!(error instanceof Refusal)) throw error
  if (error.code === 'forbidden') return 'blocked'
  if (error.code !== 'invalid') throw error
  return error.cause instanceof FetchFault ? faultOf(error.cause) : 'empty'
}

/** Of one that was asked in the background, by the word that was kept of it. */
export function keptFault(reason: string): FollowFault {
  if (reason === 'blocked') return 'blocked'
  if (connectionFaults.some((fault) => fault === reason)) return 'unreachable'
  const [, status] = /^answered (\d+)$/.exec(reason) ?? []
  if (status !== undefined) return Number(status) >= 500 ? 'unreachable' : 'absent'
  return Object.entries(faults).find(([kind]) => kind === reason)?.[1] ?? 'unusable'
}

const faultOf = ({ kind, status }: FetchFault): FollowFault =>
  kind === 'status' && status !== undefined && status >= 500 ? 'unreachable' : (faults[kind] ?? 'unusable')

const faults: Readonly<Partial<Record<FetchFaultKind, FollowFault>>> = {
  timeout: 'unreachable',
  network: 'unreachable',
  closed: 'unreachable',
  'refused-address': 'private',
  scheme: 'private',
  port: 'private',
  url: 'empty',
  'own-host': 'own',
  status: 'absent',
  id: 'absent',
}
