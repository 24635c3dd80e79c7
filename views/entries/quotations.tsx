import { LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/entries/quotations', {
  fr: {
    count: { one: 'citation sur un autre site', other: 'citations sur d’autres sites' },
    by: 'Cité par',
    more: (count: string) => `et ${count} autres`,
    decide: 'Décider',
    decideOf: (name: string) => `Décider de la citation par ${name}`,
  },
  en: {
    count: { one: 'quotation on another site', other: 'quotations on other sites' },
    by: 'Quoted by',
    more: (count: string) => `and ${count} others`,
    decide: 'Decide',
    decideOf: (name: string) => `Decide about the quotation by ${name}`,
  },
})

export interface QuotationsProps {
  count: number
  newest: readonly {
    id: string
    author: string
    /** `@amel@mastodon.example` */
    handle: string
    url: string
    at: number
  }[]
  /** The reader moderates. */
  mayDecide: boolean
}

/** Who quotes an entry, and where: what they say of it is read there. */
export function Quotations({ count, newest, mayDecide }: QuotationsProps) {
  const t = useTexts(texts)
  const locale = useLocale()
  if (count === 0) return null
  const rest = count - newest.length
  return (
    <section class="quotations" aria-labelledby="citations">
      <h2 id="citations">{formatCount(count, locale, t.count)}</h2>
      <ul class="rows" aria-label={t.by}>
        {newest.map(({ id, author, handle, url, at }) => (
          <li>
            <a href={url} rel="nofollow ugc noopener external">
              {author}
            </a>{' '}
            <span class="row-note">
              <span class="handle">{handle}</span> · <When at={at} />
            </span>
            {mayDecide && (
              <LinkButton
                look="quiet"
                small
                href={`/moderation/citations/${id}`}
                label={t.decideOf(author)}
                rel="nofollow"
              >
                {t.decide}
              </LinkButton>
            )}
          </li>
        ))}
        {rest > 0 && <li>{t.more(String(rest))}</li>}
      </ul>
    </section>
  )
}
