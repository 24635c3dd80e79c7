import { Badge } from '../components/badge.tsx'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Notice } from '../components/notice.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { formatCount, formatMoment, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownInquiry {
  id: string
  name: string
  email: string
  body: string
  people: number
  organisation: string | null
  at: number
  presentAt: number | null
  /** In the line; `until`: a place is, or was, kept for them. */
  line: { until: number | null } | null
  forwarded: boolean
  handled: { at: number; by: string | null } | null
}

export interface InquiriesProps {
  act: InquiryAct
  entry: Titled
  inquiries: readonly ShownInquiry[]
  counts: { all: number; people: number }
  places: number | null
  waiting: number
  /** It has a day, when those who registered come. */
  atDoor: boolean
  pager: PagerProps
  now: number
  kept: { days: number; longest: number }
}

/** `…/demandes`: who wrote about one entry, for those who publish it. */
export function Inquiries(props: InquiriesProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  const { act, entry, inquiries, counts, places, waiting, atDoor, pager, now, kept } = props
  const number = (value: number) => formatNumber(value, locale)
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>
          {t[act].many} <span class="quiet">({number(counts.all)})</span>
        </h1>
        <p class="lead">
          <TitleLink {...entry} />
        </p>
        <p>{t.listLead}</p>
        {act === 'register' && (
          <p>{t.expected(number(counts.people), places === null ? null : number(places))}</p>
        )}
        {waiting > 0 && <p>{t.inLine(number(waiting))}</p>}
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
              {atDoor && (
                <>
                  <LinkButton href={`${entry.path}/accueil`} icon="door-open" small>
                    {t.door}
                  </LinkButton>
                  <LinkButton href={`${entry.path}/badges`} icon="printer" small>
                    {t.badges}
                  </LinkButton>
                </>
              )}
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
  const { id, name, email, body, people, organisation, at, forwarded, handled, line } = inquiry
  return (
    <article class="panel" aria-labelledby={`d-${id}`}>
      <header>
        <h2 id={`d-${id}`}>{name}</h2>
        <p class="comment-when">
          <span class="handle">{email}</span>
          <Ago at={at} now={now} />
          {act === 'register' && <span>{formatCount(people, locale, t.comes)}</span>}
          {organisation !== null && <span>{organisation}</span>}
          <PlaceBadge {...inquiry} now={now} />
        </p>
      </header>
      {body !== '' && <p class="as-typed quoted">{body}</p>}
      {handled !== null && (
        <p class="row-note">
          {t.handled(handled.by ?? t.goneAccount)} · <Ago at={handled.at} now={now} />
        </p>
      )}
      {!forwarded && line === null && <Notice kind="warning">{t.unforwarded}</Notice>}
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

/** Whether they have a place, or came. */
function PlaceBadge({ line, presentAt, now }: Pick<ShownInquiry, 'line' | 'presentAt'> & { now: number }) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  if (presentAt !== null)
    return (
      <Badge look="good" icon="check">
        {t.came}
      </Badge>
    )
  if (line === null) return null
  const words =
    line.until === null
      ? t.waits
      : line.until >= now
        ? t.offeredTo(formatMoment(line.until, locale))
        : t.passedBy
  return <Badge icon="hourglass">{words}</Badge>
}
