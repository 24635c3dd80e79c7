import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

/** How a kind shows itself. Its `name` gives the hue (`kind-job` in the styles); an unknown one is neutral. */
export interface KindLook {
  name: string
  /** In the reader's language and singular: ‘Offre d’emploi’. */
  label: string
  icon: IconName
}

export const kindClass = (kind: KindLook): string => `kind-${kind.name}`

/** The word, with its icon, in the kind's hue. */
export const KindMark = ({ kind, href }: { kind: KindLook; href?: string | undefined }) => {
  const inside = (
    <>
      <Icon name={kind.icon} />
      <span>{kind.label}</span>
    </>
  )
  const names = `kind ${kindClass(kind)}`
  return href === undefined ? (
    <span class={names}>{inside}</span>
  ) : (
    <a class={names} href={href}>
      {inside}
    </a>
  )
}

/** The coloured square of a card. Decoration: the word stands beside it. */
export const KindTile = ({ kind }: { kind: KindLook }) => (
  <span class={`tile ${kindClass(kind)}`}>
    <Icon name={kind.icon} />
  </span>
)
