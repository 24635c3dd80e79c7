import { Button, LinkButton } from '../components/button.tsx'
import { actHref } from '../elsewhere/links.ts'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { supportTexts } from './texts.ts'

export interface SupportPanelProps {
  entry: { id: string; path: string }
  byMail: number
  likes: number
  names: readonly { n: number; name: string }[]
  /** Where to support it by e-mail; null: no letter can leave, or it is closed. */
  href: string | null
  /** This reader may take a name away. */
  mayUnname: boolean
  /** What most people came to do; who is signed in came to answer. */
  first: boolean
}

/** Who supports it: two numbers that are never added up, and said apart. */
export function SupportPanel(props: SupportPanelProps) {
  const t = useTexts(supportTexts)
  const locale = useLocale()
  const { byMail, likes, names, href, entry } = props
  const mail = byMail === 0 ? t.nobody : formatCount(byMail, locale, t.byMail)
  return (
    <section class="entry-part panel" aria-labelledby="soutiens">
      <h2 id="soutiens">{t.title}</h2>
      <p>
        <b>{`${mail} · ${formatCount(likes, locale, t.likes)}`}</b>
      </p>
      <p class="hint">{t.apart}</p>
      {names.length > 0 && <p>{t.names(names.map(({ name }) => name).join(', '))}</p>}
      <p class="actions">
        {href !== null && (
          <LinkButton href={href} look={props.first ? 'primary' : 'secondary'} icon="heart" rel="nofollow">
            {t.support}
          </LinkButton>
        )}
        <LinkButton href={actHref({ acte: 'aimer', fiche: entry.id })} icon="globe" rel="nofollow">
          {t.like}
        </LinkButton>
      </p>
      {href !== null && <p class="hint">{t.how}</p>}
      {props.mayUnname && names.length > 0 && <Unnaming {...props} />}
    </section>
  )
}

function Unnaming({ entry, names }: SupportPanelProps) {
  const t = useTexts(supportTexts)
  return (
    <details>
      <summary>{t.unnaming}</summary>
      <form class="actions" method="post" action={`${entry.path}/soutiens/prenom`}>
        {names.map(({ n, name }) => (
          <Button small look="danger" icon="x" name="n" value={String(n)} label={t.unname(name)}>
            {name}
          </Button>
        ))}
      </form>
    </details>
  )
}

/** What another hub publishes is supported there: nobody here counts for it. */
export function SupportElsewhere({ host, href }: { host: string; href: string }) {
  const t = useTexts(supportTexts)
  return (
    <section class="entry-part panel" aria-labelledby="soutiens">
      <h2 id="soutiens">{t.title}</h2>
      <p>{t.elsewhere(host)}</p>
      <p class="actions">
        <LinkButton href={href} icon="external-link" rel="noopener external">
          {t.goThere(host)}
        </LinkButton>
      </p>
    </section>
  )
}
