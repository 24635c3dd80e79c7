import type { Child } from 'hono/jsx'
import { catalogue, useTexts } from '../language.tsx'
import { inItsLanguage } from '../in-its-language.ts'

const texts = catalogue('views/lots/lots-panel', { fr: { title: 'Les lots' }, en: { title: 'The lots' } })

export interface LotsPanelProps {
  lots: readonly {
    href: string
    name: string
    /** `<Badge>`s: what became of it, whom it is reserved to. */
    badges: Child
    /** `<Fact>`s: code, place, amount. */
    facts: Child
  }[]
  /** Of the content, when it is not the page's. */
  language: string | undefined
}

/** On a tender's page: each of its lots in brief, and the way to its own page. */
export function LotsPanel({ lots, language }: LotsPanelProps) {
  const t = useTexts(texts)
  return (
    <section class="stack" aria-labelledby="lots">
      <h2 id="lots">{t.title}</h2>
      <ul class="cards">
        {lots.map(({ href, name, badges, facts }) => (
          <li>
            <article class="card kind-tender">
              <div class="card-text">
                <h3 class="card-title" {...inItsLanguage(language)}>
                  <a class="card-link" href={href}>
                    {name}
                  </a>
                </h3>
                <p class="card-kind">{badges}</p>
                <ul class="facts">{facts}</ul>
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}
