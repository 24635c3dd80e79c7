import { ToCopy } from '../accounts/to-copy.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { tidySpaces } from '../format.ts'
import { useTexts } from '../language.tsx'
import type { ActName } from './links.ts'
import { elsewhereTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface ActFromHomeProps {
  name: ActName
  /** Where the form goes: the page's own address. */
  action: string
  title: string
  /** Of the title, when it is not the page's. */
  language: string | undefined
  /** The page of what it is about. */
  back: string
  /** What to look for by hand. */
  address: string
  /** Of the hub that the thing comes from; null: ours. */
  host: string | null
  typed: string
  error: string | undefined
  /** A page that their server may have; null: not worth a try. */
  guess: string | null
  tooMany?: boolean
}

/** Where is your account? Then away; and how to do without us, always. */
export function ActFromHome(props: ActFromHomeProps) {
  const t = useTexts(elsewhereTexts)
  const { name, action, title, language, back, address, host } = props
  const { typed, error, guess, tooMany = false } = props
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title[name]}</h1>
        <p class="lead">
          {t.about[name]}{' '}
          <a href={back} {...inItsLanguage(language)}>
            {tidySpaces(title)}
          </a>
          .
        </p>
        <p>{t.lead}</p>
        {host !== null && <p>{t.theirs(host)}</p>}
      </header>
      {tooMany && (
        <Notice kind="warning" role="alert">
          <p>{t.tooMany}</p>
        </Notice>
      )}
      <ErrorSummary errors={{ serveur: error }} labels={{ serveur: t.field }} />
      <form class="form" method="post" action={action}>
        <Field
          name="serveur"
          label={t.server}
          hint={t.serverHint}
          value={typed}
          error={error}
          maxlength={300}
          inputmode="email"
          required
        />
        <p class="actions">
          <Button look="primary" icon="arrow-right">
            {t.go}
          </Button>
        </p>
      </form>
      {guess !== null && <Guess address={guess} />}
      <section class="panel" aria-labelledby="a-la-main">
        <h2 id="a-la-main">{t.hand.title}</h2>
        <p>{t.hand[name]}</p>
        <ToCopy label={name === 'suivre' ? t.hand.name : t.hand.address} text={address} />
      </section>
    </div>
  )
}

/** Never more than a guess: nobody is sent there unasked. */
function Guess({ address }: { address: string }) {
  const { guess: t } = useTexts(elsewhereTexts)
  const { host } = new URL(address)
  return (
    <section class="panel" aria-labelledby="tenter">
      <h2 id="tenter">{t.title}</h2>
      <p>{t.text(host)}</p>
      <p class="actions">
        <LinkButton href={address} icon="external-link" rel="nofollow noopener external">
          {t.go(host)}
        </LinkButton>
      </p>
    </section>
  )
}
