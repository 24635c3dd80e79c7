import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import type { Code } from '../components/qr.tsx'
import { formatCount, formatMoment, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { TicketFace } from '../registrations/ticket.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

type Hindered = 'late' | 'over' | 'full' | 'seats' | 'twice' | 'long' | 'passed'

export interface OwnInquiryProps {
  act: InquiryAct
  entry: Titled
  name: string
  email: string
  body: string
  people: number
  organisation: string | null
  /** The debates that were chosen. */
  debates: readonly (Titled & { full: boolean })[]
  state: 'unconfirmed' | 'sent' | 'waiting' | 'offered' | Hindered
  /** In the line: how many come first, and until when a place is kept. */
  line: { before: number | null; until: number | null }
  /** What one shows at the door. */
  ticket: { code: Code; word: string; href: string } | null
}

const hindrances: readonly Hindered[] = ['late', 'over', 'full', 'seats', 'twice', 'long', 'passed']
const isHindered = (state: OwnInquiryProps['state']): state is Hindered =>
  hindrances.some((one) => one === state)

export function titleOf(
  t: (typeof inquiryTexts)['fr'],
  act: InquiryAct,
  state: OwnInquiryProps['state'],
): string {
  if (state === 'sent') return t[act].sentTitle
  if (state === 'waiting') return t.lineTitle
  if (state === 'offered') return t.offerTitle
  if (state === 'full' || state === 'passed' || state === 'seats') return t.outcomeTitle[state]
  return isHindered(state) ? t.notOpen : t.readAgain
}

/** What the link of the letter opens: to read again, to send, to take back. Opening it does none of these. */
export function OwnInquiry(props: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const { act, state, ticket } = props
  return (
    <div class="narrow stack">
      <h1>{titleOf(t, act, state)}</h1>
      {state === 'sent' && <p class="lead">{act === 'register' ? t.registered : t.sent}</p>}
      <InLine {...props} />
      {isHindered(state) && <Notice kind="warning">{t.outcome[state]}</Notice>}
      {ticket !== null && <TicketFace {...ticket} />}
      <Written {...props} />
      <WayOn {...props} />
      <Leaving {...props} />
    </div>
  )
}

function InLine({ state, line }: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  if (state === 'waiting')
    return <p class="lead">{t.lineWhere(line.before === null ? null : formatNumber(line.before, locale))}</p>
  if (state === 'offered' && line.until !== null)
    return <p class="lead">{t.offered(formatMoment(line.until, locale))}</p>
  return null
}

/** The one thing to do next: send it, take the place, join the line. */
function WayOn({ act, state, debates }: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const isFull = debates.some(({ full }) => full)
  const ways = {
    unconfirmed: ['envoyer', act === 'register' ? t.register.button : t.send],
    offered: isFull ? ['allegee', t.without] : ['envoyer', t.takePlace],
    seats: ['allegee', t.without],
    ...(act === 'register' && { full: ['attendre', t.joinLine], passed: ['attendre', t.joinLine] }),
  } as const satisfies Partial<Record<OwnInquiryProps['state'], readonly [string, string]>>
  const way = Object.entries(ways).find(([name]) => name === state)?.[1]
  return way === undefined ? null : (
    <form class="actions" method="post">
      <HiddenFields fields={{ acte: way[0] }} />
      <Button look="primary" icon={act === 'register' ? 'ticket' : 'send'}>
        {way[1]}
      </Button>
    </form>
  )
}

function Leaving({ act, state, entry }: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const isKept = state === 'sent' || state === 'waiting' || state === 'offered' || state === 'passed'
  const words = act === 'register' ? t.giveUp : t.takeBack
  return (
    <form class="stack" method="post">
      <HiddenFields fields={{ acte: 'retirer' }} />
      {state === 'sent' && <p class="hint">{act === 'register' ? t.giveUpHow : t.takeBackHow}</p>}
      <p class="actions">
        <Button look={isKept ? 'danger' : 'quiet'} icon="trash-2">
          {state === 'sent' ? words : isKept ? t.leaveLine : t.dropIt}
        </Button>
        <LinkButton href={entry.path} look="quiet">
          {t.toEntry}
        </LinkButton>
      </p>
    </form>
  )
}

function Written({ act, entry, name, email, body, people, organisation, debates }: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  return (
    <div class="panel stack">
      <p>
        {t.about} <TitleLink {...entry} />
      </p>
      <p>
        {t.from} <b>{name}</b>
        {organisation !== null && ` (${organisation})`} <span class="handle">{email}</span>
        {act === 'register' && ` · ${formatCount(people, locale, t.comes)}`}
      </p>
      {debates.length > 0 && (
        <ul class="rows">
          {debates.map(({ full, ...debate }) => (
            <li>
              <TitleLink {...debate} />
              {full && ` – ${t.fullDebate}`}
            </li>
          ))}
        </ul>
      )}
      {body !== '' && <p class="as-typed">{body}</p>}
    </div>
  )
}
