import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../language.tsx'
import { registrationTexts } from './texts.ts'
import { type Titled } from '../quoting.tsx'
import { inItsLanguage } from '../in-its-language.ts'

export interface BadgesProps {
  entry: Titled
  hub: string
  /** One a person; `of`: who registered them. */
  badges: readonly { name: string; organisation: string | null; of: string | null }[]
}

/** A4 sheets, ten badges each. On the screen they lie on the page, with how to print them above. */
export function Badges({ entry, hub, badges }: BadgesProps) {
  const t = useTexts(registrationTexts)
  return (
    <>
      <div class="poster-how">
        <div class="stack">
          <h1>{t.badges}</h1>
          <p class="lead" {...inItsLanguage(entry.language)}>
            {entry.title}
          </p>
          <p>{badges.length === 0 ? t.noBadges : t.badgesHow}</p>
        </div>
        <p class="actions">
          <button type="button" class="button button-primary" data-print="" hidden>
            <Icon name="printer" />
            <span>{t.print}</span>
          </button>
          <LinkButton href={`${entry.path}/accueil`} icon="arrow-left" look="quiet">
            {t.back}
          </LinkButton>
          <LinkButton href={`${entry.path}/demandes.csv`} icon="download" look="quiet" download>
            {t.csv}
          </LinkButton>
        </p>
      </div>
      <ul class="badge-sheet">
        {badges.map(({ name, organisation, of }) => (
          <li class="name-badge">
            <p class="name-badge-event" {...inItsLanguage(entry.language)}>
              {entry.title}
            </p>
            <p class="name-badge-name">{of === null ? name : '\u00a0'}</p>
            <p>{of === null ? (organisation ?? '\u00a0') : t.with(of)}</p>
            <p class="name-badge-hub">{hub}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
