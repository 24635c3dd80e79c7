import { ActionForm, LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { TitleLink, type Titled } from '../quoting.tsx'
import { checkTexts } from './texts.ts'

export interface DueCheck extends Titled {
  /** The day it was planned for. */
  due: string
  askedAt: number | null
}

/** `/verifications`: what should be asked about, for those who publish it. */
export function DueChecks({ checks, mail }: { checks: readonly DueCheck[]; mail: boolean }) {
  const t = useTexts(checkTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.listTitle}</h1>
        <p class="lead">{t.listLead}</p>
      </header>
      {checks.length === 0 ? (
        <Empty icon="circle-check" title={t.listNone}>
          <p>{t.listNoneHow}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {checks.map((check) => (
            <li class="row">
              <DueRow check={check} mail={mail} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function DueRow({ check, mail }: { check: DueCheck; mail: boolean }) {
  const t = useTexts(checkTexts)
  const locale = useLocale()
  const { title, path, due, askedAt } = check
  return (
    <>
      <div class="row-main">
        <p class="row-title">
          <TitleLink {...check} />
        </p>
        <p class="row-note">
          {t.since(formatDay(due, locale))}
          {askedAt !== null && ` · ${t.asked(formatDay(askedAt, locale))}`}
        </p>
      </div>
      <p class="actions">
        <LinkButton href={`${path}/verification`} small icon="pencil" label={t.answerOf(title)}>
          {t.answerHere}
        </LinkButton>
      </p>
      {mail && askedAt === null && (
        <ActionForm small action={`${path}/verification/demander`} icon="mail" label={t.askOf(title)}>
          {t.ask}
        </ActionForm>
      )}
    </>
  )
}

/** On the page itself, for everybody: what was asked and not answered is said so. */
export function CheckPanel({
  words,
  answerHref,
}: {
  words: { silentSince: number } | { due: string }
  answerHref: string | null
}) {
  const t = useTexts(checkTexts)
  const locale = useLocale()
  return (
    <section class="entry-part panel" aria-labelledby="verification">
      <h2 id="verification">{t.panelTitle}</h2>
      <p>
        {'due' in words
          ? t.due(formatDay(words.due, locale))
          : t.silent(formatDay(words.silentSince, locale))}
      </p>
      {answerHref !== null && (
        <p class="actions">
          <LinkButton href={answerHref} icon="pencil">
            {t.mine}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
