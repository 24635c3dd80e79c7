import { admitted } from './admitted.ts'
import { area } from './area.ts'
import { network } from './network.ts'
import { reservation } from './reservation.ts'
import type { Rule } from './rule.ts'
import { size } from './size.ts'
import { social } from './social.ts'
import { trade } from './trade.ts'
import { way } from './way.ts'

/** All that is asked of a lot and an organisation, in the order in which it is said. */
export const rules = {
  trade,
  area,
  reservation,
  admitted,
  size,
  social,
  way,
  network,
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules
