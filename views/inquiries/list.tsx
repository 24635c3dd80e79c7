import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Notice } from '../components/notice.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'

export interface ShownInquiry {
  id: string
  name: string
  email: string
  body: string
  people: number
  at: number
  forwarded: boolean
  handled: { at: number; by: string | null } | null
}

export interface InquiriesProps {
  act: InquiryAct
  entry: { title: string; path: string }
  inquiries: readonly ShownInquiry[]
  counts: { all: number; people: number }
  places: number | null
  pager: PagerProps
  now: number
  kept: { days: number; longest: number }
}

/** `…/demandes`: who wrote about one entry, for those who publish it. */
export function Inquiries(props: InquiriesProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  const { act, entry, inquiries, counts, places, pager, now, kept } = props
  const number = (value: number) => formatNumber(value, locale)
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>
          {t[act].many} <span class="quiet">({number(counts.all)})</span>
        </h1>
        <p class="lead">
          <a href={entry.path}>{entry.title}</a>
        </p>
        <p>{t.listLead}</p>
        {act === 'register' && (
          <p>{t.expected(number(counts.people), places === null ? null : number(places))}</p>
        )}
      </header>
      <div class="stack">
        {inquiries.length === 0 ? (
          <Empty icon="inbox" title={t[act].none}>
            <p>{t.noneHow}</p>
          </Empty>
        ) : (
          <>
            <p class="actions">
              <LinkButton href={`${entry.path}/demandes.csv`} icon="download" small download>
                {t.download}
              </LinkButton>
            </p>
            {inquiries.map((inquiry) => (
              <InquiryPanel act={act} inquiry={inquiry} now={now} path={entry.path} title={entry.title} />
            ))}
          </>
        )}
        <Pager {...pager} />
        <p class="hint">{t.kept(number(kept.days), number(kept.longest))}</p>
      </div>
    </div>
  )
}

interface PanelProps {
  act: InquiryAct
  inquiry: ShownInquiry
  now: number
  path: string
  title: string
}

function InquiryPanel({ act, inquiry, now, path, title }: PanelProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  const { id, name, email, body, people, at, forwarded, handled } = inquiry
  return (
    <article class="panel" aria-labelledby={`d-${id}`}>
      <header>
        <h2 id={`d-${id}`}>{name}</h2>
        <p class="comment-when">
          <span class="handle">{email}</span>
          <Ago at={at} now={now} />
          {act === 'register' && <span>{formatCount(people, locale, t.comes)}</span>}
        </p>
      </header>
      {body !== '' && <p class="as-typed quoted">{body}</p>}
      {handled !== null && (
        <p class="row-note">
          {t.handled(handled.by ?? t.goneAccount)} · <Ago at={handled.at} now={now} />
        </p>
      )}
      {!forwarded && <Notice kind="warning">{t.unforwarded}</Notice>}
      <div class="actions">
        <LinkButton href={`mailto:${email}?subject=${encodeURIComponent(title)}`} icon="mail" small>
          {t.answer}
        </LinkButton>
        {handled === null ? (
          <ActionForm small action={`${path}/demandes/${id}/traiter`} icon="check" label={t.handleOf(name)}>
            {t.handle}
          </ActionForm>
        ) : (
          <ActionForm small action={`${path}/demandes/${id}/rouvrir`} icon="inbox" label={t.reopenOf(name)}>
            {t.reopen}
          </ActionForm>
        )}
      </div>
      <details>
        <summary>{t.erase}</summary>
        <form class="stack" method="post" action={`${path}/demandes/${id}/effacer`}>
          <HiddenFields fields={{}} />
          <p class="hint">{t.eraseHow}</p>
          <p>
            <Button look="danger" small icon="trash-2" label={t.eraseOf(name)}>
              {t.eraseNow}
            </Button>
          </p>
        </form>
      </details>
    </article>
  )
}

/** `/demandes`: entry by entry, what waits for this person. */
export function AllInquiries({
  entries,
}: {
  entries: readonly { title: string; href: string; act: InquiryAct; open: number }[]
}) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.all}</h1>
        <p class="lead">{t.allLead}</p>
      </header>
      {entries.length === 0 ? (
        <Empty icon="circle-check" title={t.allNone}>
          <p>{t.noneHow}</p>
        </Empty>
      ) : (
        <ul class="stack">
          {entries.map(({ title, href, act, open }) => (
            <li>
              <a href={href}>{title}</a> – {formatCount(open, locale, t[act].count)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
