import { Manage } from '../../../views/entries/manage.tsx'
import type { Visitor } from '../../accounts/viewer.ts'
import { isPublic, mayClose, mayPublish, mayRevise, mayWithdraw } from '../../entries/entry.ts'
import { actOf } from '../../inquiries/access.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { mayWrite } from './may-write.ts'

/** What this person may do here; nothing for those who may do nothing. */
export function ManagePanel({
  viewer,
  envelope,
  previewed = false,
  inquiries = null,
  moving = null,
}: {
  viewer: Visitor
  envelope: Envelope
  previewed?: boolean
  /** How many wrote without an account; null: not here, or not for this person. */
  inquiries?: number | null
  /** Where its account moves from. */
  moving?: string | null
}) {
  const acts = actsOf(viewer, envelope)
  if (inquiries === null && !Object.values(acts).some(Boolean)) return null
  const open = isPublic(envelope.state)
  const kind = kindNamed(envelope.kind)
  const deliveries = open && mayPublish(viewer, envelope) ? `/reseau/livraisons?fiche=${envelope.id}` : null
  return (
    <Manage
      path={envelope.path}
      revision={envelope.revision}
      previewed={previewed}
      isPublic={open}
      isOrganisation={kind?.section === null}
      copy={acts.mayEdit && kind !== undefined && !previewed ? copyOf(viewer, kind, envelope) : null}
      history={
        acts.mayEdit && !previewed && envelope.publishedAt !== null ? `${envelope.path}/historique` : null
      }
      inquiries={inquiries === null ? null : { act: actOf(kind), count: inquiries }}
      {...{ deliveries, moving }}
      {...acts}
    />
  )
}

function copyOf(viewer: Visitor, kind: Kind, { id }: Envelope) {
  if (!mayWrite(viewer, kind) || kind.section === null) return null
  const same = `${kind.path}/nouveau?comme=${id}`
  return { same, later: kind.nextYear === undefined ? null : `${same}&annee=1` }
}

export function actsOf(viewer: Visitor, envelope: Envelope) {
  const { state } = envelope
  const may = mayPublish(viewer, envelope)
  const mayEdit = mayRevise(viewer, envelope)
  return {
    mayEdit,
    mayPublish: may && (state === 'draft' || state === 'review'),
    maySubmit: !may && mayEdit && state === 'draft',
    maySendBack: may && state === 'review' && envelope.authorId !== viewer?.id,
    mayTakeBack: mayEdit && state === 'review' && envelope.authorId === viewer?.id,
    mayClose: mayClose(viewer, envelope) && state === 'published',
    mayReopen: may && state === 'closed',
    mayWithdraw: mayWithdraw(viewer, envelope),
  }
}
