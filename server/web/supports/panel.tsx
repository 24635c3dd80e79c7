import { SupportElsewhere, SupportPanel } from '../../../views/supports/panel.tsx'
import { reactionsTo } from '../../entries/queries.ts'
import { isSupported, mayUnname, takesSupport } from '../../supports/access.ts'
import { countSupports, namesShown } from '../../supports/queries.ts'
import { outside } from '../entries/look.ts'
import type { Panel } from '../entries/panels.ts'

/** On the page of a proposal or a commitment: who supports it, here by e-mail and elsewhere by likes. */
export const supportPanel: Panel = async (deps, c, entry) => {
  const { envelope } = entry
  if (!isSupported(envelope)) return null
  if (envelope.origin !== null) {
    const home = outside(envelope.url)
    return home === undefined ? null : <SupportElsewhere host={envelope.origin.host} href={home} />
  }
  const { likes } = await reactionsTo(deps.db, `/ap/objects/${envelope.id}`)
  const names = await namesShown(deps.db, envelope.n)
  return (
    <SupportPanel
      entry={envelope}
      byMail={await countSupports(deps.db, envelope.n)}
      likes={likes}
      names={names.flatMap(({ n, name }) => (name === null ? [] : [{ n, name }]))}
      href={deps.mailer !== null && takesSupport(entry) ? `${envelope.path}/soutenir` : null}
      first={c.var.viewer === null}
      mayUnname={mayUnname(c.var.viewer, envelope)}
    />
  )
}
