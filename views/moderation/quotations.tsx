import { StateBadge } from '../components/badge.tsx'
import { Button, HiddenFields } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { DecisionErrors, nothingSent, type Sent } from './decision-form.tsx'
import { quotationTexts } from './quotation-texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface WaitingQuotation {
  id: string
  author: { name: string; handle: string }
  /** What is quoted. */
  entry: Titled
  /** Where it is read; null: it has not been seen. */
  url: string | null
  at: number
  state: 'held' | 'shown' | 'stamped' | 'refused'
}

export interface QuotationsProps {
  quotations: readonly WaitingQuotation[]
  now: number
  back: string
  /** The one form that came back. */
  failed: ({ id: string } & Sent) | null
  /** One alone, from its page. */
  alone: boolean
}

/** Who quotes what is published here, as far as somebody has to decide about it. */
export function Quotations({ quotations, failed, alone, ...more }: QuotationsProps) {
  const t = useTexts(quotationTexts)
  if (quotations.length === 0)
    return (
      <Empty icon="circle-check" title={t.none}>
        <p>{t.noneText}</p>
      </Empty>
    )
  return (
    <>
      {failed !== null && <DecisionErrors sent={failed} idPrefix={`q-${failed.id}`} />}
      <p>{t.lead}</p>
      {quotations.map((one) => (
        <One one={one} sent={failed?.id === one.id ? failed : nothingSent} {...more} />
      ))}
      {alone && (
        <p>
          <a href="/moderation/citations">{t.back}</a>
        </p>
      )}
    </>
  )
}

type OneProps = Pick<QuotationsProps, 'now' | 'back'> & { one: WaitingQuotation; sent: Sent }

function One({ one, now, back, sent }: OneProps) {
  const t = useTexts(quotationTexts)
  const { id, author, entry, url, at, state } = one
  return (
    <article class="panel stack" id={`citation-${id}`}>
      <div>
        <h2>{author.name}</h2>
        <p class="comment-when">
          <span class="handle">{author.handle}</span>
          <Ago at={at} now={now} />
          {state === 'held' && <StateBadge state="held" />}
        </p>
        <p class="row-note">
          {t.quotes} <TitleLink {...entry} />
        </p>
        {url !== null && (
          <p class="row-note">
            <a href={url} rel="noopener external nofollow ugc">
              {t.original}
            </a>
          </p>
        )}
      </div>
      {state === 'refused' ? <p>{t.refused}</p> : <Decide one={one} back={back} sent={sent} />}
    </article>
  )
}

function Decide({ one: { id, author, state }, back, sent }: Omit<OneProps, 'now'>) {
  const t = useTexts(quotationTexts)
  return (
    <form class="stack" method="post" action={`/moderation/citations/${id}`}>
      <HiddenFields fields={{ retour: back }} />
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={sent.values['reason']}
        error={sent.errors['reason']}
        idPrefix={`q-${id}`}
        maxlength={1000}
        quiet
      />
      <p class="actions">
        {state === 'held' && (
          <Button icon="eye" name="outcome" value="shown" label={t.showOf(author.name)}>
            {t.show}
          </Button>
        )}
        <Button look="danger" icon="eye-off" name="outcome" value="refused" label={t.refuseOf(author.name)}>
          {t.refuse}
        </Button>
      </p>
    </form>
  )
}
