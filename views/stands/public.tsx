import { LinkButton } from '../components/button.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export type Family = keyof (typeof standTexts)['fr']['families']

export interface ShownVillage {
  id: string
  name: string
  family: Family
  taken: number
  stands: number
  accepted: readonly { name: string; href: string; does: string }[]
}

interface About {
  entry: Titled
  villages: readonly ShownVillage[]
  /** Stands may be asked for. */
  asks: boolean
  /** How many requests wait; null: not for this reader. */
  waiting: number | null
}

/** On the page of the event: where the villages are, and how full. */
export function VillagesPanel({ entry, villages, asks, waiting }: About) {
  const t = useTexts(standTexts)
  return (
    <section class="stack programme-panel" aria-labelledby="villages">
      <h2 id="villages">{t.title}</h2>
      {villages.length > 0 && (
        <ul class="rows">
          {villages.map((village) => (
            <li>
              <VillageLine {...village} href={`${entry.path}/stands#v-${village.id}`} />
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        {villages.some(({ taken }) => taken > 0) && (
          <LinkButton href={`${entry.path}/stands`} icon="store" small>
            {t.all}
          </LinkButton>
        )}
        {asks && (
          <LinkButton href={`${entry.path}/stand`} icon="plus" small rel="nofollow">
            {t.ask}
          </LinkButton>
        )}
        {waiting !== null && <HostLinks path={entry.path} waiting={waiting} />}
      </p>
    </section>
  )
}

function HostLinks({ path, waiting }: { path: string; waiting: number }) {
  const t = useTexts(standTexts)
  return (
    <>
      <LinkButton href={`${path}/stands/demandes`} icon="inbox" small>
        {t.requestsOf(formatNumber(waiting, useLocale()))}
      </LinkButton>
      <LinkButton href={`${path}/villages`} icon="settings" small>
        {t.manage}
      </LinkButton>
    </>
  )
}

function VillageLine({ name, family, taken, stands, href }: ShownVillage & { href: string }) {
  const t = useTexts(standTexts)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <>
      <a href={href}>{name}</a>{' '}
      <span class="quiet">
        ({t.families[family]}) – {t.room(number(taken), number(stands))}
        {taken >= stands && `, ${t.full}`}
      </span>
    </>
  )
}

/** `…/stands`: who is there, village by village. */
export function StandsPage({ entry, villages, asks, waiting, contacts }: About & { contacts: number }) {
  const t = useTexts(standTexts)
  const families = [...Map.groupBy(villages, ({ family }) => family)].map(([family, all]) => ({
    family,
    count: all.reduce((sum, { accepted }) => sum + accepted.length, 0),
  }))
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">
          <TitleLink {...entry} />
        </p>
        <p>{t.lead}</p>
        <p class="actions">
          {asks && (
            <LinkButton href={`${entry.path}/stand`} look="primary" icon="plus" rel="nofollow">
              {t.ask}
            </LinkButton>
          )}
          {waiting !== null && <HostLinks path={entry.path} waiting={waiting} />}
        </p>
      </header>
      {villages.map((village) => (
        <VillageSection {...village} />
      ))}
      {families.length > 0 && (
        <section class="stack" aria-labelledby="familles">
          <h2 id="familles">{t.byFamily}</h2>
          <Stats>
            {families.map(({ family, count }) => (
              <Stat label={t.families[family]} value={count} />
            ))}
            <Stat label={t.contacts} value={contacts} />
          </Stats>
        </section>
      )}
    </div>
  )
}

function VillageSection({ id, name, accepted, taken, stands }: ShownVillage) {
  const t = useTexts(standTexts)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <section class="stack" id={`v-${id}`} aria-labelledby={`vt-${id}`}>
      <h2 id={`vt-${id}`}>
        {name} <span class="quiet">({t.room(number(taken), number(stands))})</span>
      </h2>
      {accepted.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="rows">
          {accepted.map((stand) => (
            <li class="row">
              <div class="row-main">
                <p class="row-title">
                  <a href={stand.href}>{stand.name}</a>
                </p>
                <p class="row-note">{stand.does}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
