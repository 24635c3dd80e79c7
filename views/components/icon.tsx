import { useAsset } from '../assets.tsx'
import type { IconName } from '../icons.ts'

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
      class="icon"
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
