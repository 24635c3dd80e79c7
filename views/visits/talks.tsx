import type { Child } from 'hono/jsx'
import { Button } from '../components/button.tsx'
import { CardList } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { Select } from '../components/inputs.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { talkTexts } from './talk-texts.ts'
import { visitTexts } from './texts.ts'

export interface TalksProps {
  tabs: Child
  asked: { levels: string; format: string; place: string }
  formats: readonly { value: string; label: string }[]
  cards: readonly Child[]
  pager: PagerProps
  /** Who may publish: where a talk is offered. */
  offer: Child | null
  counts: { held: number; pupils: number; declaredAt: number | null } | null
  documents: readonly {
    title: string
    href: string
    document: string | null
    licence: string | null
    levels: readonly string[]
    by: string | null
  }[]
}

/** `/ressources/interventions` */
export function Talks({ tabs, asked, formats, cards, pager, offer, counts, documents }: TalksProps) {
  const t = useTexts(talkTexts)
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{t.listTitle}</h1>
        <p class="lead">{t.listLead}</p>
        {offer !== null && <div class="actions">{offer}</div>}
      </header>
      <div class="stack">
        <TalkFilters asked={asked} formats={formats} />
        {cards.length === 0 ? (
          <Empty icon="graduation-cap" title={t.none}>
            <p>{t.noneHow}</p>
          </Empty>
        ) : (
          <CardList>{cards}</CardList>
        )}
        <Pager {...pager} />
        <Counts counts={counts} />
        <Reusable documents={documents} />
      </div>
    </>
  )
}

function TalkFilters({ asked, formats }: Pick<TalksProps, 'asked' | 'formats'>) {
  const t = useTexts(talkTexts)
  const levels = Object.entries(useTexts(visitTexts).level).map(([value, label]) => ({ value, label }))
  return (
    <form class="form" method="get" action="/ressources/interventions">
      <div class="pair">
        <Select
          name="levels"
          label={t.filters.levels}
          options={levels}
          value={asked.levels}
          empty={t.all}
          quiet
        />
        <Select
          name="format"
          label={t.filters.format}
          options={formats}
          value={asked.format}
          empty={t.all}
          quiet
        />
      </div>
      <PlaceField name="place" label={t.filters.place} value={asked.place} quiet />
      <p>
        <Button icon="search">{t.narrow}</Button>
      </p>
    </form>
  )
}

function Counts({ counts }: Pick<TalksProps, 'counts'>) {
  const t = useTexts(talkTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="compteurs">
      <h2 id="compteurs">{t.counts}</h2>
      {counts === null ? (
        <p>{t.noData}</p>
      ) : (
        <>
          <Stats>
            <Stat label={t.held} value={counts.held} />
            <Stat label={t.pupils} value={counts.pupils} />
          </Stats>
          {counts.declaredAt !== null && (
            <p class="hint">{t.declared(formatDay(counts.declaredAt, locale))}</p>
          )}
        </>
      )}
    </section>
  )
}

function Reusable({ documents }: Pick<TalksProps, 'documents'>) {
  const t = useTexts(talkTexts)
  return (
    <section class="stack" aria-labelledby="supports">
      <h2 id="supports">{t.reusable}</h2>
      <p>{documents.length === 0 ? t.reusableNone : t.reusableLead}</p>
      <ul class="rows">
        {documents.map(({ title, href, document, licence, levels, by }) => (
          <li>
            <a href={href}>{title}</a>
            <p class="row-note">
              {[...levels, ...(by === null ? [] : [by]), licence ?? t.noLicence].join(' · ')}
              {document !== null && (
                <>
                  {' · '}
                  <a href={document} rel="nofollow noopener ugc">
                    {t.openDocument} <span class="visually-hidden">{title}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
