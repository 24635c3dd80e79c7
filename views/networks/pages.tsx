import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { CardList } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Memberships, type MembershipsProps } from './memberships.tsx'
import { NeedCard, type ShownNeed } from './need-card.tsx'
import { needTexts } from './need-texts.ts'
import { Counts, type ShownCounts } from './panel.tsx'
import { OneSidedList, PartyLink, type OneSided, type ShownParty } from './party.tsx'
import { networkTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface MembersPageProps {
  tabs: Child
  network: { name: string; path: string }
  counts: ShownCounts
  members: readonly ShownParty[]
  oneSided: readonly OneSided[]
  groups: readonly { label: string; cards: readonly Child[] }[]
  needs: readonly ShownNeed[]
  /** For its editors; null for all others. */
  manage: MembershipsProps | null
}

/** `/annuaire/<slug>/membres`: all that a network gathers. */
export function MembersPage(props: MembersPageProps) {
  const t = useTexts(networkTexts)
  const { network, counts, members, oneSided, manage } = props
  return (
    <>
      {props.tabs}
      <header class="page-head">
        <h1>{t.membersOf(network.name)}</h1>
        <p class="lead">{t.membersLead}</p>
        <p>
          <a href={network.path}>{network.name}</a>
        </p>
      </header>
      <div class="stack">
        <Counts counts={counts} />
        <section class="stack">
          <h2>{t.members}</h2>
          {members.length === 0 ? (
            <Empty icon="users" title={t.noMembers}>
              <p>{t.noMembersHow}</p>
            </Empty>
          ) : (
            <ul class="columns-list">
              {members.map((party) => (
                <li>
                  <PartyLink party={party} />
                </li>
              ))}
            </ul>
          )}
          {oneSided.length > 0 && (
            <>
              <h3>{t.oneSided}</h3>
              <OneSidedList rows={oneSided} network={network.name} />
            </>
          )}
        </section>
        <Needs {...props} />
        <Offers {...props} />
        {manage !== null && (
          <section class="panel stack" aria-labelledby="adhesions">
            <h2 id="adhesions">{t.manage}</h2>
            <Memberships {...manage} />
          </section>
        )}
      </div>
    </>
  )
}

function Needs({ needs, network, manage }: MembersPageProps) {
  const t = useTexts(networkTexts)
  const path = `${network.path}/besoins`
  return (
    <section class="stack" aria-labelledby="besoins">
      <h2 id="besoins">{t.needs}</h2>
      {needs.length === 0 && <p>{t.needsNone}</p>}
      {needs.map((need) => (
        <NeedCard need={need} edit={manage === null ? null : `${path}/${need.id}`} />
      ))}
      {manage !== null && (
        <p class="actions">
          <LinkButton href={`${path}/nouveau`} icon="plus">
            {needTexts[useLocale()].addNeed}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

function Offers({ groups, manage }: MembersPageProps) {
  const t = useTexts(networkTexts)
  return (
    <section class="stack" aria-labelledby="offres">
      <h2 id="offres">{t.offers}</h2>
      {manage !== null && <p class="hint">{t.relayHow}</p>}
      {groups.length === 0 && <p>{t.noOffers}</p>}
      {groups.map(({ label, cards }) => (
        <>
          <h3>{label}</h3>
          <CardList>{cards}</CardList>
        </>
      ))}
    </section>
  )
}

/** `/annuaire/<slug>/adhesions`: for the editors of an organisation. */
export function JoiningPage({
  organisation,
  ...memberships
}: MembershipsProps & { organisation: { name: string; path: string } }) {
  const t = useTexts(networkTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.networksOf(organisation.name)}</h1>
        <p class="lead">
          <a href={organisation.path}>{organisation.name}</a>
        </p>
        <p>{t.joiningLead}</p>
      </header>
      <Memberships {...memberships} />
    </div>
  )
}

export interface NetworksPageProps {
  tabs: Child
  here: readonly { name: string; path: string; summary: string; language: string; members: number }[]
  elsewhere: readonly ShownParty[]
}

/** `/annuaire/reseaux` */
export function NetworksPage({ tabs, here, elsewhere }: NetworksPageProps) {
  const t = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <>
      <header class="page-head">
        <h1>{t.list}</h1>
        <p class="lead">{t.listLead}</p>
      </header>
      {tabs}
      <div class="stack">
        {here.length === 0 ? (
          <Empty icon="waypoints" title={t.listNone}>
            <p>{t.listNoneHow}</p>
          </Empty>
        ) : (
          <ul class="stack">
            {here.map(({ name, path, summary, language, members }) => (
              <li class="panel">
                <h2>
                  <a href={path}>{name}</a>
                </h2>
                {summary !== '' && <p {...inItsLanguage(language)}>{summary}</p>}
                <p>
                  <a href={`${path}/membres`}>{formatCount(members, locale, t.memberCount)}</a>
                </p>
              </li>
            ))}
          </ul>
        )}
        {elsewhere.length > 0 && (
          <section class="stack" aria-labelledby="ailleurs">
            <h2 id="ailleurs">{t.elsewhere}</h2>
            <p>{t.elsewhereLead}</p>
            <ul>
              {elsewhere.map((party) => (
                <li>
                  <PartyLink party={party} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  )
}
