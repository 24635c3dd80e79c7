import type { Child } from 'hono/jsx'
import { Badge } from '../components/badge.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { WhatItIs } from './call-form.tsx'
import { groupingTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface GroupingProps {
  subject: string
  /** Of the subject; null: nobody said. */
  language: string | null
  /** Where the lot is read; null: it is no longer there. */
  lotHref: string | null
  lead: { name: string; href: string | null }
  /** Host of another hub that leads it. */
  host: string | null
  /** The call at home, where it is another hub's. */
  homeHref: string | null
  form: 'undecided' | 'joint' | 'several'
  seeks: string
  brings: string | null
  state: 'open' | 'closed' | 'ended'
  /** How many were accepted; null: only its own hub knows. */
  members: number | null
  children: Child
}

/** A call for partners as everybody reads it, with what else this reader may see and do. */
export function GroupingPage(props: GroupingProps) {
  const t = useTexts(groupingTexts)
  const locale = useLocale()
  const { subject, language, lotHref, lead, host, homeHref, state, members, children } = props
  return (
    <>
      <Breadcrumb
        items={[...(lotHref === null ? [] : [{ href: lotHref, label: t.lot }]), { label: t.title }]}
      />
      <div class="narrow stack">
        <header class="page-head">
          <h1>
            {t.title} – <span {...inItsLanguage(language)}>{subject}</span>
          </h1>
          <p class="lead">
            {t.by} {lead.href === null ? <b>{lead.name}</b> : <a href={lead.href}>{lead.name}</a>}
            {host !== null && ` ${t.on} ${host}`}
          </p>
          <p>
            <Badge look={state === 'open' ? 'good' : 'neutral'}>{t.state[state]}</Badge>
          </p>
        </header>
        {state !== 'open' && <Notice>{state === 'closed' ? t.closedWhy : t.endedWhy}</Notice>}
        <Facts {...props} />
        {members !== null && <p>{members === 0 ? t.nobody : formatCount(members, locale, t.members)}</p>}
        {homeHref !== null && (
          <p>
            <a href={homeHref} rel="nofollow noopener">
              {t.there}
            </a>
          </p>
        )}
        <WhatItIs />
        {children}
      </div>
    </>
  )
}

function Facts({ form, seeks, brings, host }: GroupingProps) {
  const t = useTexts(groupingTexts)
  return (
    <div class="panel stack">
      {/* Another site sends all of it as one text: who is looked for, and what the other brings. */}
      <h2>{host === null ? t.seeks : t.words}</h2>
      <p class="as-typed">{seeks}</p>
      {brings !== null && (
        <>
          <h2>{t.brings}</h2>
          <p class="as-typed">{brings}</p>
        </>
      )}
      {host === null && (
        <p>
          {t.form}
          {' : '}
          {t.forms[form]}
        </p>
      )}
    </div>
  )
}
