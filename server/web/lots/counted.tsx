import { Counted } from '../../../views/lots/counted.tsx'
import type { Deps } from '../../deps.ts'
import { lotCounts } from '../../entries/lot-counts.ts'
import type { Kind } from '../../kinds/kind.ts'
import { tender } from '../../kinds/tender/index.tsx'
import { mayWrite } from '../entries/may-write.ts'
import type { Ctx } from '../env.ts'

/** Under the list of tenders: what this hub's own have in common. */
export const countedTenders = async ({ db }: Deps, c: Ctx, kind: Kind) =>
  kind.name === tender.name ? (
    <Counted
      counts={await lotCounts(db)}
      importHref={mayWrite(c.var.viewer, kind) ? `${tender.path}/importer` : null}
    />
  ) : null
