import { ActionForm, Button } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { inItsLanguage } from '../in-its-language.ts'
import { TitleLink, type Titled } from '../quoting.tsx'
import { deskTexts } from './desk-texts.ts'

export interface Found extends Titled {
  /** Of the entry: as the form sends it. */
  id: string
  /** The site that it comes from; null: this one. */
  from: string | null
  facts: string
  /** Its lots; 0 is the entry as a whole. */
  choices: readonly { lot: number; title: string; linked: boolean }[]
}

export interface PickProps {
  sort: 'lot' | 'organisation'
  /** Of the case. */
  path: string
  subject: string
  q: string
  found: readonly Found[]
}

/** Look for lots or organisations, and add them to a case: a search and buttons, no script. */
export function Pick({ sort, path, subject, q, found }: PickProps) {
  const { pick: t, back } = useTexts(deskTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t[sort]}</h1>
        <p class="lead">
          <a href={path}>{subject}</a>
        </p>
      </header>
      <search>
        <form class="form" method="get" action={`${path}/${sort === 'lot' ? 'lots' : 'organisations'}`}>
          <Field type="search" name="q" label={t.search} value={q} maxlength={200} quiet />
          <p>
            <Button look="primary" icon="search">
              {t.searchSubmit}
            </Button>
          </p>
        </form>
      </search>
      {found.length === 0 ? (
        <Empty icon="search" title={t.none[sort]}>
          <p>{t.noneHow}</p>
        </Empty>
      ) : (
        <ul class="stack">
          {found.map((one) => (
            <Choice {...one} desk={path} sort={sort} />
          ))}
        </ul>
      )}
      <p>
        <a href={path}>{back}</a>
      </p>
    </div>
  )
}

function Choice({ id, from, facts, choices, desk, sort, ...entry }: Found & { desk: string; sort: string }) {
  const { pick: t } = useTexts(deskTexts)
  return (
    <li class="panel">
      <h2>
        <TitleLink {...entry} />
      </h2>
      <p class="quiet">{[from, facts].filter((part) => part !== null && part !== '').join(' · ')}</p>
      <ul class="linked">
        {choices.map(({ lot, title: own, linked }) => (
          <li>
            <span {...(lot === 0 ? {} : inItsLanguage(entry.language))}>
              {sort === 'lot' && (lot === 0 ? t.whole : own)}
            </span>
            {linked ? (
              <b>{t.already}</b>
            ) : (
              <ActionForm
                small
                action={`${desk}/joindre`}
                fields={{ sorte: sort, fiche: id, lot: String(lot) }}
                icon="plus"
                label={t.addOf(own)}
              >
                {t.add}
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
