import type { Step } from '../../db/open.ts'
import { isLoopback } from '../config.ts'
import type { FederationDeps } from './room.ts'

/**
 * Something was taken by a server that is not on this machine: from now on others know our address, and it is kept
 * (`hub.ts` refuses another). Steps only the first time.
 */
export function departed({ hub }: Pick<FederationDeps, 'hub'>, host: string, now: number): Step[] {
  if (hub.settings.federatedAt !== null || isLoopback(host.replace(/:\d+$/, ''))) return []
  return hub.steps({ federatedAt: now, publicUrl: hub.origin }, null, now)
}
