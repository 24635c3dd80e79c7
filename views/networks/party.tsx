import { useTexts } from '../language.tsx'
import { networkTexts } from './texts.ts'

/** An organisation or a network, as it stands on the other's page. */
export interface ShownParty {
  name: string
  /** Null: only its name is known. */
  href: string | null
  /** Of another server; null: of this one. */
  host: string | null
}

export const PartyLink = ({ party: { name, href, host } }: { party: ShownParty }) => (
  <>
    {href === null ? (
      <b>{name}</b>
    ) : (
      <a href={href} rel={host === null ? undefined : 'noopener external'}>
        {name}
      </a>
    )}
    {host !== null && <span class="quiet"> ({host})</span>}
  </>
)

export interface OneSided {
  party: ShownParty
  by: 'network' | 'organisation'
}

/** What one of the two alone says: never among what both have said. */
export function OneSidedList({ rows, network }: { rows: readonly OneSided[]; network: string }) {
  const t = useTexts(networkTexts)
  return (
    <ul>
      {rows.map(({ party, by }) => (
        <li>
          <PartyLink party={party} />
          {' – '}
          <i>{by === 'network' ? t.onlyNetwork(network) : t.onlyOrganisation}</i>
        </li>
      ))}
    </ul>
  )
}
