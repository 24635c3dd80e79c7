import { useAsset } from '../assets.tsx'
import type { IconName } from '../icons.ts'

/** Back is where a line begins, and on where it ends: they turn with the page. */
const pointing: ReadonlySet<IconName> = new Set([
  ...(['arrow-left', 'arrow-right', 'chevron-left', 'chevron-right'] as const),
  ...(['log-in', 'log-out', 'reply', 'send', 'external-link'] as const),
])

export interface IconProps {
  name: IconName
  /** Only when no text beside it says the same: otherwise the icon is decoration and stays silent. */
  label?: string | undefined
}

export function Icon({ name, label }: IconProps) {
  const href = `${useAsset('icons.svg')}#${name}`
  const silent = label === undefined
  return (
    <svg
      class={pointing.has(name) ? 'icon icon-pointing' : 'icon'}
      width="20"
      height="20"
      role={silent ? undefined : 'img'}
      aria-label={label}
      aria-hidden={silent ? 'true' : undefined}
    >
      <use href={href} />
    </svg>
  )
}
