import { NotTaken } from './accounts/kept.tsx'
import { ActionForm, LinkButton } from './components/button.tsx'
import { Icon } from './components/icon.tsx'
import { SearchForm } from './components/search-form.tsx'
import { errorTexts, type ErrorStatus } from './error-texts.ts'
import { useTexts } from './language.tsx'
import type { Section } from './navigation.ts'

export type { ErrorStatus } from './error-texts.ts'
export { errorTitle } from './error-texts.ts'

export interface ErrorPageProps {
  status: ErrorStatus
  /** What was refused, in the reader's language: `Refusal.message`. Never the text of a bug. */
  message?: string | undefined
  /** Shown with a 500: what to give to the person who runs the hub. */
  requestId?: string | undefined
  /** What was looked for, to search it instead: the last words of the address. */
  sought?: string | undefined
  /** This page, to come back to after signing in. */
  path?: string | undefined
  /** What was written in the form that could not be taken. */
  texts?: readonly string[] | undefined
  /** Somebody is signed in. */
  isIn?: boolean | undefined
  /** Ways on. */
  sections: readonly Section[]
}

/** Says what happened, what to do next, and shows ways on. */
export function ErrorPage({
  status,
  message,
  requestId,
  sought,
  path = '/',
  texts = [],
  isIn = false,
  sections,
}: ErrorPageProps) {
  const t = useTexts(errorTexts)
  const { title, help } = t[status]
  return (
    <div class="narrow error-page">
      <p class="error-code">
        <Icon name={status >= 500 ? 'wrench' : 'info'} />
        <span>{t.code(status)}</span>
      </p>
      <h1>{title}</h1>
      {message !== undefined && message !== '' && <p class="lead">{message}</p>}
      <p>{help}</p>
      {requestId !== undefined && (
        <p>
          {t.request} <code>{requestId}</code>
        </p>
      )}
      {status === 401 && (
        <p class="actions">
          <LinkButton look="primary" icon="log-in" href={`/connexion?retour=${encodeURIComponent(path)}`}>
            {t.enter}
          </LinkButton>
        </p>
      )}
      {status === 403 && <OtherWays path={path} isIn={isIn} />}
      <NotTaken texts={texts} />
      {(status === 403 || status === 404 || status === 410) && (
        <SearchForm id="error-search" value={sought} />
      )}
      <WaysOn sections={sections} />
    </div>
  )
}

/** For who may not: whom to ask, and another account. */
function OtherWays({ path, isIn }: { path: string; isIn: boolean }) {
  const t = useTexts(errorTexts)
  return (
    <div class="actions">
      <LinkButton href="/contact" icon="mail">
        {t.contact}
      </LinkButton>
      {isIn ? (
        <ActionForm action="/deconnexion" fields={{ autrement: path }} icon="log-in">
          {t.other}
        </ActionForm>
      ) : (
        <LinkButton href={`/connexion?retour=${encodeURIComponent(path)}`} icon="log-in">
          {t.enter}
        </LinkButton>
      )}
    </div>
  )
}

function WaysOn({ sections }: Pick<ErrorPageProps, 'sections'>) {
  const t = useTexts(errorTexts)
  return (
    <nav class="ways" aria-label={t.ways}>
      <ul>
        {[{ key: 'home', href: '/', label: t.home, icon: 'house' } as const, ...sections].map(
          ({ href, label, icon }) => (
            <li>
              <a href={href}>
                <Icon name={icon} />
                <span>{label}</span>
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}
