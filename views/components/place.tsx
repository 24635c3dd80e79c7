import { Icon } from './icon.tsx'

export interface PlaceProps {
  /** ‘Gennevilliers (92)’ */
  label: string
  /** Street and door, where the entry gives them. */
  address?: string | undefined
  /** To the list of what is near. */
  href?: string | undefined
}

export const Place = ({ label, address, href }: PlaceProps) => (
  <span class="place">
    <Icon name="map-pin" />
    <span>
      {address !== undefined && <span class="place-address">{address}, </span>}
      {href === undefined ? label : <a href={href}>{label}</a>}
    </span>
  </span>
)
