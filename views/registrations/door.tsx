import { Button, LinkButton } from '../components/button.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { formatCount, formatMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { registrationTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface DoorProps {
  entry: Titled
  turnout: { registered: number; people: number; present: number; waiting: number }
  typed: string
  /** Null: nothing was looked for. */
  found:
    | readonly {
        name: string
        organisation: string | null
        people: number
        presentAt: number | null
        href: string
      }[]
    | null
}

/** `…/accueil`: who is expected, who is there, and the way to each ticket. */
export function Door({ entry, turnout, typed, found }: DoorProps) {
  const t = useTexts(registrationTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.door}</h1>
        <p class="lead">
          <TitleLink {...entry} />
        </p>
      </header>
      <Stats>
        <Stat label={t.present} value={turnout.present} />
        <Stat label={t.expected} value={turnout.people} />
        <Stat label={t.registered} value={turnout.registered} />
        {turnout.waiting > 0 && <Stat label={t.waiting} value={turnout.waiting} />}
      </Stats>
      <p>{t.doorLead}</p>
      <form class="form" method="post" action={`${entry.path}/accueil`}>
        <Field
          name="cherche"
          label={t.sought}
          hint={t.soughtHint}
          value={typed}
          autocomplete="off"
          maxlength={100}
          required
        />
        <div class="form-end">
          <Button look="primary" icon="search">
            {t.find}
          </Button>
          <LinkButton href={`${entry.path}/demandes`} look="quiet">
            {t.list}
          </LinkButton>
          <LinkButton href={`${entry.path}/badges`} look="quiet" icon="printer">
            {t.badges}
          </LinkButton>
        </div>
      </form>
      {found !== null && <Found found={found} />}
    </div>
  )
}

function Found({ found }: { found: NonNullable<DoorProps['found']> }) {
  const t = useTexts(registrationTexts)
  const locale = useLocale()
  if (found.length === 0) return <Notice kind="warning">{t.none}</Notice>
  return (
    <section class="stack" aria-labelledby="trouve">
      <h2 id="trouve">{t.found}</h2>
      <ul class="rows">
        {found.map(({ name, organisation, people, presentAt, href }) => (
          <li class="row">
            <div class="row-main">
              <p class="row-title">{name}</p>
              <p class="row-note">
                {organisation !== null && `${organisation} · `}
                {formatCount(people, locale, t.people)}
                {presentAt !== null && ` · ${t.seen(formatMoment(presentAt, locale))}`}
              </p>
            </div>
            <LinkButton href={href} small icon="ticket" label={t.open(name)}>
              {t.ticket}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
