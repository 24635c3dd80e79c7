import type { Child } from 'hono/jsx'
import { useAsset } from '../assets.tsx'
import { fieldId } from '../components/field.tsx'
import { Filters } from '../components/filters.tsx'
import { Icon } from '../components/icon.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/entries/finder', {
  fr: { q: 'Mots recherchés', go: 'Chercher' },
  en: { q: 'Search words', go: 'Find' },
})

/** What changes in place as one types or chooses: the form, so that its counts are right, and the list beside it. */
export const listId = 'liste'

/** Ids of what has the same name in its address begin so. */
export const finderPrefix = 'filtre'

export interface FinderProps {
  action: string
  q: string
  active: number
  clearHref: string | null
  /** What the list keeps of what stands elsewhere on the page: its order, its surroundings. */
  kept: Readonly<Record<string, string>>
  /** Whether the list is the part of the page that `listId` names: elsewhere the form leads to a page. */
  live: boolean
  children: Child
}

const inPlace = (action: string) => ({
  'data-hx-get': action,
  'data-hx-target': `#${listId}`,
  'data-hx-select': `#${listId}`,
  // What has the focus keeps it, and what was typed meanwhile stays.
  'data-hx-swap': 'outerMorph',
})

/** What is chosen is there at once; what is typed when one leaves it. */
const chosen = ['select', '#filtre-past', '#filtre-place', '#filtre-tag']

const eachChoice = {
  'data-hx-trigger': ['submit', ...chosen.map((target) => `change target:${target}`)].join(', '),
  'data-hx-push-url': 'true',
  'data-hx-sync': 'this:replace',
}

const eachLetter = {
  'data-hx-trigger': 'input changed delay:350ms',
  'data-hx-include': 'closest form',
  'data-hx-replace-url': 'true',
  'data-hx-sync': 'closest form:replace',
}

/**
 * The words one looks for, in sight, and the filters, which fold on small screens. With JavaScript the list follows:
 * words are typed letter by letter and replace each other in the history; each choice is a step of its own.
 */
export function Finder({ action, q, active, clearHref, kept, live, children }: FinderProps) {
  const t = useTexts(texts)
  const id = fieldId('q', finderPrefix)
  return (
    <search class="finder">
      <form
        method="get"
        action={action}
        {...(live && { ...inPlace(action), ...eachChoice })}
        data-script={useAsset('finder.js')}
      >
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for={id}>{t.q}</label>
          <span class="finder-words">
            <input
              class="control"
              id={id}
              type="search"
              name="q"
              value={q}
              maxlength={200}
              autocomplete="off"
              {...(live && { ...inPlace(action), ...eachLetter })}
            />
            <button type="submit" class="button button-secondary" aria-label={t.go}>
              <Icon name="search" />
            </button>
          </span>
        </div>
        <Filters action={null} active={active} clearHref={clearHref}>
          {children}
        </Filters>
      </form>
    </search>
  )
}
