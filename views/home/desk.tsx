import type { Child } from 'hono/jsx'
import { checkTexts } from '../checks/texts.ts'
import { LinkButton } from '../components/button.tsx'
import { CardList } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs, type TabsProps } from '../components/tabs.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Audience } from '../network/nobody-follows.tsx'
import type { Section } from '../navigation.ts'
import { groupingTexts } from '../groupings/texts.ts'
import { inquiryTexts } from '../inquiries/texts.ts'
import { deskTexts } from './desk-texts.ts'

export interface DeskProps {
  /** How many follow from other servers; null: not this person's business. */
  audience: number | null
  /** How many messages wait; null: this person does not read them. */
  messages: number | null
  /** How many applications, requests and registrations wait for this person. */
  inquiries: number
  /** How many proposals and commitments this person should check. */
  checks: number
  /** How many offers to answer a lot together wait for an answer; null: this person speaks for no organisation. */
  groupings: number | null
  tabs: TabsProps['items']
  /** Under the chosen tab; one's own before what others wrote, each under its name where there are both. */
  groups: readonly { title: string; cards: readonly Child[] }[]
  /** What others wrote may stand here too. */
  all: boolean
  empty: string
  pager: PagerProps
  /** What closes of itself within two weeks. */
  closing: readonly Child[]
}

/** What a person is working on, and what waits for them. */
export function Desk(props: DeskProps) {
  const { audience, messages, inquiries, checks, groupings, tabs, groups, all, empty, pager, closing } = props
  const t = useTexts(deskTexts)
  const { desk: asked } = useTexts(inquiryTexts)
  const { desk: due } = useTexts(checkTexts)
  const together = useTexts(groupingTexts)
  const locale = useLocale()
  return (
    <>
      <header class="page-head">
        <h1>{all ? t.titleAll : t.title}</h1>
        {all && <p class="lead">{t.leadAll}</p>}
        <p class="actions">
          <LinkButton href="/publier" look="primary" icon="plus">
            {t.publish}
          </LinkButton>
          {inquiries > 0 && (
            <LinkButton href="/demandes" icon="inbox">
              {formatCount(inquiries, locale, asked)}
            </LinkButton>
          )}
          {checks > 0 && (
            <LinkButton href="/verifications" icon="clock">
              {formatCount(checks, locale, due)}
            </LinkButton>
          )}
          {groupings !== null && (
            <LinkButton href="/groupements" icon="handshake">
              {groupings > 0 ? formatCount(groupings, locale, together.waiting) : together.own}
            </LinkButton>
          )}
          {messages !== null && (
            <LinkButton href="/messages" icon="mail">
              {messages === 0 ? t.noMessage : formatCount(messages, locale, t.messages)}
            </LinkButton>
          )}
        </p>
        {audience !== null && <Audience followers={audience} poster="/affiche" />}
      </header>
      {closing.length > 0 && (
        <section class="stack desk-closing" aria-labelledby="bientot">
          <div class="section-head">
            <h2 id="bientot">{t.closing}</h2>
          </div>
          <p class="hint">{t.closingHow}</p>
          <CardList>{closing}</CardList>
        </section>
      )}
      <Tabs label={t.states} items={tabs} />
      {groups.map(({ title, cards }, n) =>
        all ? (
          <section class="stack" aria-labelledby={`groupe-${n}`}>
            <h2 id={`groupe-${n}`}>{title}</h2>
            <CardList>{cards}</CardList>
          </section>
        ) : (
          <CardList>{cards}</CardList>
        ),
      )}
      {groups.length === 0 && (
        <Empty icon="inbox" title={empty}>
          <p>{t.emptyHow}</p>
        </Empty>
      )}
      <Pager {...pager} />
    </>
  )
}

/** What would you like to publish? One tile a kind. */
export function ChooseKind({ choices, mayPublish }: { choices: readonly Section[]; mayPublish: boolean }) {
  const t = useTexts(deskTexts)
  return (
    <div class="narrow stack">
      <h1>{t.choose}</h1>
      <p class="lead">{mayPublish ? t.chooseHow : t.proposeHow}</p>
      <nav class="ways ways-wide" aria-label={t.choose}>
        <ul>
          {choices.map(({ href, label, icon }) => (
            <li>
              <a href={href}>
                <Icon name={icon} />
                <span>{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
