import type { Child } from 'hono/jsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/components/thread-fold', {
  fr: {
    more: { one: 'réponse de plus', other: 'réponses de plus' },
    to: (name: string, counted: string) => `${counted} à ${name}`,
    rest: 'Lire la suite',
  },
  en: {
    more: { one: 'more answer', other: 'more answers' },
    to: (name: string, counted: string) => `${counted} to ${name}`,
    rest: 'Read on',
  },
})

export interface ThreadFoldProps {
  /** Whom they answer, for those who hear it out of its place. */
  to: string
  /** All that is folded, at any depth. */
  count: number
  /** What the address leads to stands in it. */
  open: boolean
  children: Child
}

/** The rest of a long branch. Browsers open it for an address that leads into it; `?reponse=` opens it for all. */
export function ThreadFold({ to, count, open, children }: ThreadFoldProps) {
  const t = useTexts(texts)
  const locale = useLocale()
  const counted = formatCount(count, locale, t.more)
  return (
    <li class="thread-fold">
      <details open={open ? true : undefined}>
        <summary aria-label={t.to(to, counted)}>{counted}</summary>
        <ol class="thread thread-rest">{children}</ol>
      </details>
    </li>
  )
}

/** Long words: their beginning, and the whole of them for whoever reads on. */
export function LongWords({
  beginning,
  open,
  children,
}: {
  beginning: string
  open: boolean
  children: Child
}) {
  const t = useTexts(texts)
  return (
    <details class="long-words" open={open ? true : undefined}>
      <summary>
        <span class="long-words-beginning">{beginning}</span> <span class="link-button">{t.rest}</span>
      </summary>
      {children}
    </details>
  )
}
