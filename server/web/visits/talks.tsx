import { LinkButton } from '../../../views/components/button.tsx'
import { Talks } from '../../../views/visits/talks.tsx'
import { talkTexts } from '../../../views/visits/talk-texts.ts'
import { visitTexts } from '../../../views/visits/texts.ts'
import type { Deps } from '../../deps.ts'
import { listEntries } from '../../entries/list.ts'
import { listOf, textIn } from '../../kinds/received.ts'
import { heldVisits } from '../../visits/queries.ts'
import { Card } from '../entries/card.tsx'
import { askedFilter, listHref } from '../entries/filter.ts'
import { mayWrite } from '../entries/may-write.ts'
import { outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { talkKind } from './ask.tsx'

const path = '/ressources/interventions'

/** What structures offer to schools, here and on the hubs that this one follows; and what a class may reuse. */
export const showTalks = (deps: Deps) => async (c: Ctx) => {
  const { locale, viewer } = c.var
  const t = talkTexts[locale]
  const given: Record<string, string> = { category: 'school-talk', direction: 'offer' }
  const asked = await askedFilter(deps, talkKind, (name) => given[name] ?? c.req.query(name))
  const { entries, more } = await listEntries(deps, asked.filter)
  const chosen = (name: string) => asked.filter.facets.find((facet) => facet.name === name)?.value ?? ''
  const format = talkKind.facets?.find(({ name }) => name === 'format')
  return page(
    deps,
    c,
    {
      title: t.listTitle,
      description: t.listLead,
      active: 'talks',
      canonical: deps.hub.origin + path,
    },
    <Talks
      tabs={<SectionTabs active="talks" locale={locale} />}
      asked={{ levels: chosen('levels'), format: chosen('format'), place: asked.place }}
      formats={format !== undefined && 'options' in format ? format.options(locale) : []}
      cards={entries.map((entry) => (
        <Card entry={entry} now={deps.now()} level={2} />
      ))}
      pager={{
        page: asked.filter.page,
        pages: null,
        more,
        href: (n) => talksHref(asked, n),
      }}
      offer={
        mayWrite(viewer, talkKind) ? (
          <LinkButton href="/ressources/nouveau" look="primary" icon="plus">
            {t.offer}
          </LinkButton>
        ) : null
      }
      counts={await heldVisits(deps.db)}
      documents={await reusable(deps, locale)}
    />,
  )
}

/** What the address says by itself is not said again. */
function talksHref(asked: Parameters<typeof listHref>[1], number: number): string {
  const url = new URL(listHref(path, asked, number), 'http://here.invalid')
  for (const name of ['category', 'direction']) url.searchParams.delete(name)
  return url.pathname + url.search
}

/** Documents that say for whom they are. */
async function reusable(deps: Deps, locale: Ctx['var']['locale']) {
  const t = visitTexts[locale]
  const asked = await askedFilter(deps, talkKind, (name) =>
    name === 'category' ? 'document' : name === 'direction' ? 'offer' : undefined,
  )
  const { entries } = await listEntries(deps, asked.filter, 100)
  const levelNames: Readonly<Record<string, string>> = t.level
  return entries.flatMap(({ envelope, fields }) => {
    const levels = listOf(fields?.['levels']).flatMap((level) => levelNames[String(level)] ?? [])
    return levels.length === 0
      ? []
      : [
          {
            title: envelope.title,
            href: envelope.path,
            document: outside(textIn(fields, 'document')) ?? null,
            licence: envelope.licence,
            levels,
            by: envelope.speaker?.name ?? null,
          },
        ]
  })
}
