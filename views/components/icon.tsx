import { useAsset } from '../assets.tsx'
import type { IconName } from '../icons.ts'

export interface IconProps {
  name: IconName
  /** Only when no text beside it says the same: otherwise the icon is decoration and stays silent. */
  label?: string | undefined
}

/** They point along the line, and turn with it where it runs from the right. */
const turning: ReadonlySet<IconName> = new Set([
  ...(['arrow-left', 'arrow-right', 'chevron-left', 'chevron-right'] as const),
  ...(['log-in', 'log-out', 'reply', 'send', 'external-link'] as const),
])

export function Icon({ name, label }: IconProps) {
  const href = `${useAsset('icons.svg')}#${name}`
  const silent = label === undefined
  return (
    <svg
      class={turning.has(name) ? 'icon icon-turns' : 'icon'}
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
