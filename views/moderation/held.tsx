import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { DecisionErrors, nothingSent, QuickForm, TopicForm, type Sent } from './decision-form.tsx'
import { moderationTexts } from './texts.ts'
import { topicTexts } from './topic-texts.ts'
import { ThingView, type ShownThing } from './thing.tsx'

type HeldThing = ShownThing & { id: string; block: string | null }

export interface HeldProps {
  /** Topics of the forum: of members, and of people elsewhere. */
  topics: readonly HeldThing[]
  /** `block`: where its author is blocked and all of theirs erased; null for a member's. */
  held: readonly HeldThing[]
  /** This page. */
  back: string
  pager: PagerProps
  now: number
  /** The one form that came back. */
  failed: ({ id: string } & Sent) | null
  mayChangeRule: boolean
  /** What waits on the tab beside. */
  reports: number
}

export function Held({ topics, held, back, pager, now, failed, mayChangeRule, reports }: HeldProps) {
  const t = useTexts(moderationTexts)
  const { topicsLead } = useTexts(topicTexts)
  const locale = useLocale()
  if (held.length + topics.length === 0)
    return (
      <Empty
        icon={reports > 0 ? 'flag' : 'circle-check'}
        title={t.none.title}
        action={
          mayChangeRule && <LinkButton href="/reglages#f-holdComments-group">{t.none.settings}</LinkButton>
        }
      >
        {reports > 0 && (
          <p>
            <a href="/moderation/signalements">{formatCount(reports, locale, t.none.reports)}</a>
          </p>
        )}
        <p>{mayChangeRule ? t.none.text : t.none.textModerator}</p>
      </Empty>
    )
  return (
    <>
      {failed !== null && <DecisionErrors sent={failed} idPrefix={`d-${failed.id}`} />}
      {topics.length > 0 && <p>{topicsLead}</p>}
      {topics.map(({ id, block, ...thing }) => (
        <article class="panel" id={`sujet-${id}`}>
          <ThingView thing={thing} now={now} />
          <TopicForm
            action={`/moderation/fiches/${id}/decision`}
            idPrefix={`d-${id}`}
            back={back}
            read={thing.version}
            sent={failed?.id === id ? failed : nothingSent}
            name={thing.title}
            block={block}
          />
        </article>
      ))}
      {held.length > 0 && <p>{t.heldLead}</p>}
      {held.map(({ id, block, ...thing }) => (
        <article class="panel" id={`reponse-${id}`}>
          <ThingView thing={thing} now={now} />
          <QuickForm
            action={`/moderation/commentaires/${id}/decision`}
            idPrefix={`d-${id}`}
            back={back}
            read={thing.version}
            sent={failed?.id === id ? failed : nothingSent}
            name={thing.author.name}
            more={`/moderation/commentaires/${id}`}
            block={block}
          />
        </article>
      ))}
      <Pager {...pager} />
    </>
  )
}
