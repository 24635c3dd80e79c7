import { CallsPanel } from '../../../views/groupings/lists.tsx'
import { isOver } from '../../entries/entry.ts'
import { speaksForSome } from '../../groupings/access.ts'
import { callsOn } from '../../groupings/queries.ts'
import { lotPath } from '../../kinds/tender/index.tsx'
import { outside } from '../entries/look.ts'
import type { LotPanel } from '../lots/panels.ts'

/** On the page of a lot: who looks for partners, and the way to look for some oneself. */
export const callsPanel: LotPanel = async (deps, c, { envelope }, lot) => {
  const calls = await callsOn(deps.db, envelope.n, lot.number)
  const isOpen = lot.state === 'open' && !isOver(envelope, deps.now())
  const mayCall = isOpen && speaksForSome(c.var.viewer)
  const home = envelope.origin === null ? undefined : outside(envelope.url)
  if (calls.length === 0 && !isOpen) return null
  return (
    <CallsPanel
      calls={calls}
      callHref={mayCall ? `${lotPath(envelope, lot)}/groupement` : null}
      homeHref={home === undefined ? null : `${home}/lots/${lot.number}#groupements`}
    />
  )
}
