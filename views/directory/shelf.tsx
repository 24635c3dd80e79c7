import type { Child } from 'hono/jsx'
import { Empty } from '../components/empty.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { directoryTexts } from './texts.ts'

type Role = 'uses' | 'helps' | 'hosts'

export interface ShelfProps {
  tabs: Child
  offer: Child | null
  software: readonly {
    name: string
    counts: Readonly<Record<Role, number>>
    declared: readonly {
      role: Role | null
      who: string
      href: string
      host: string | null
      since: string | null
      note: string | null
      repository: string | null
      licence: string | null
    }[]
    needs: readonly { title: string; href: string; host: string | null }[]
  }[]
}

/** `/ressources/logiciels-libres`: under the name of each software, who has to do with it. */
export function Shelf({ tabs, offer, software }: ShelfProps) {
  const t = useTexts(directoryTexts).shelf
  const locale = useLocale()
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {offer !== null && <div class="actions">{offer}</div>}
        <p class="hint">{t.offerHow}</p>
      </header>
      {software.length === 0 ? (
        <Empty icon="code-xml" title={t.none}>
          <p>{t.noneHow}</p>
        </Empty>
      ) : (
        <>
          <p class="quiet">{formatCount(software.length, locale, t.counted)}</p>
          <div class="stack">
            {software.map((one, index) => (
              <Software {...one} id={`logiciel-${index + 1}`} />
            ))}
          </div>
        </>
      )}
    </>
  )
}

function Software({ name, counts, declared, needs, id }: ShelfProps['software'][number] & { id: string }) {
  const t = useTexts(directoryTexts).shelf
  const locale = useLocale()
  const counted = (['uses', 'helps', 'hosts'] as const)
    .filter((role) => counts[role] > 0)
    .map((role) => formatCount(counts[role], locale, t.role[role]))
  return (
    <section class="panel stack" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {counted.length > 0 && <p class="quiet">{counted.join(' · ')}</p>}
      <ul class="rows">
        {declared.map((one) => (
          <Declared {...one} />
        ))}
      </ul>
      {needs.length > 0 && (
        <>
          <h3>{t.needs}</h3>
          <ul class="rows">
            {needs.map(({ title, href, host }) => (
              <li>
                <a href={href}>{title}</a>
                {host !== null && <span class="quiet"> {t.from(host)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Declared({
  role,
  who,
  href,
  host,
  since,
  note,
  repository,
  licence,
}: ShelfProps['software'][number]['declared'][number]) {
  const t = useTexts(directoryTexts).shelf
  const said = [
    role === null ? t.shares : t.roleOf[role],
    ...(since === null ? [] : [t.since(since)]),
    ...(licence === null ? [] : [licence]),
    ...(host === null ? [] : [t.from(host)]),
  ]
  return (
    <li>
      <a href={href}>{who}</a> – {said.join(' · ')}
      {repository !== null && (
        <>
          {' · '}
          <a href={repository} rel="nofollow noopener ugc" aria-label={t.repositoryOf(who)}>
            {t.repository}
          </a>
        </>
      )}
      {note !== null && <p class="row-note">{note}</p>}
    </li>
  )
}
