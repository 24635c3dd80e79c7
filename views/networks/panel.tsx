import { Stat, Stats } from '../components/stats.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { OneSidedList, PartyLink, type OneSided, type ShownParty } from './party.tsx'
import { networkTexts } from './texts.ts'

export interface ShownCounts {
  members: number
  relayed: number
  needs: { all: number; met: number } | null
}

export function Counts({ counts }: { counts: ShownCounts }) {
  const t = useTexts(networkTexts)
  const locale = useLocale()
  const { members, relayed, needs } = counts
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Stats>
      <Stat label={t.countMembers} value={members} />
      <Stat label={t.countRelayed} value={relayed} />
      <Stat
        label={t.countNeeds}
        value={needs === null ? null : t.needsMet(number(needs.met), number(needs.all))}
      />
    </Stats>
  )
}

export interface NetworkPanelProps {
  name: string
  path: string
  counts: ShownCounts
  members: readonly ShownParty[]
  needs: readonly { title: string; state: string }[]
}

const shown = 12

/** On the page of a network: who belongs to it, and what it asks for. */
export function NetworkPanel({ name, path, counts, members, needs }: NetworkPanelProps) {
  const t = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <section class="panel stack" aria-labelledby="reseau-membres">
      <h2 id="reseau-membres">{t.membersOf(name)}</h2>
      {members.length === 0 ? (
        <p>{t.noMembers}.</p>
      ) : (
        <ul class="inline-list">
          {members.slice(0, shown).map((party) => (
            <li>
              <PartyLink party={party} />
            </li>
          ))}
        </ul>
      )}
      <Counts counts={counts} />
      {needs.length > 0 && (
        <>
          <h3>{t.needs}</h3>
          <ul>
            {needs.slice(0, 5).map(({ title, state }) => (
              <li>
                {title} – {state}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`${path}/membres`}>{t.all}</a>
        {members.length > shown && ` (${formatCount(members.length, locale, t.memberCount)})`}
      </p>
    </section>
  )
}

export interface BelongsPanelProps {
  name: string
  networks: readonly ShownParty[]
  /** What the organisation alone says of itself. */
  oneSided: readonly OneSided[]
  /** For its editors; null for all others. */
  manage: string | null
}

/** On the page of an organisation: the networks that it belongs to. */
export function BelongsPanel({ name, networks, oneSided, manage }: BelongsPanelProps) {
  const t = useTexts(networkTexts)
  return (
    <section class="panel stack" aria-labelledby="ses-reseaux">
      <h2 id="ses-reseaux">{t.networksOf(name)}</h2>
      {networks.length === 0 ? (
        <p>{t.noNetworks}</p>
      ) : (
        <ul>
          {networks.map((party) => (
            <li>
              <PartyLink party={party} />
            </li>
          ))}
        </ul>
      )}
      {oneSided.length > 0 && <OneSidedList rows={oneSided} network="" />}
      {manage !== null && (
        <p>
          <a href={manage}>{t.manage}</a>
        </p>
      )}
    </section>
  )
}
