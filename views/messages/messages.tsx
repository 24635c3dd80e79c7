import { Empty } from '../components/empty.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { MessagePanel, type ShownMessage } from './message.tsx'
import { messageTexts } from './texts.ts'

export type { ShownMessage } from './message.tsx'

export interface MessagesProps {
  here: 'open' | 'handled'
  /** How many wait. */
  open: number
  messages: readonly ShownMessage[]
  pager: PagerProps
  now: number
  /** Of this page and tab. */
  path: string
  /** One account of this site, as one names it elsewhere. */
  address: string
  kept: number
  most: { actor: number; host: number }
}

/** What people elsewhere wrote to this hub, for those who answer for it. */
export function Messages(props: MessagesProps) {
  const t = useTexts(messageTexts)
  const { here, open, messages, pager, now, path } = props
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <Tabs
        label={t.tabs}
        items={[
          { href: '/messages', label: t.open, current: here === 'open', count: open },
          { href: '/messages?etat=traites', label: t.handled, current: here === 'handled' },
        ]}
      />
      <div class="stack">
        {messages.length === 0 ? (
          <Nothing {...props} />
        ) : (
          <>
            {here === 'open' && <p>{t.answer}</p>}
            {messages.map((message) => (
              <MessagePanel message={message} now={now} back={path} />
            ))}
            <Pager {...pager} />
            <Rules {...props} />
          </>
        )}
      </div>
    </div>
  )
}

function Nothing({ here, address, kept }: MessagesProps) {
  const t = useTexts(messageTexts)
  const days = formatNumber(kept, useLocale())
  return here === 'open' ? (
    <Empty icon="mail" title={t.none}>
      <p>{t.noneHow(address)}</p>
    </Empty>
  ) : (
    <Empty icon="circle-check" title={t.noneHandled}>
      <p>{t.noneHandledHow(days)}</p>
    </Empty>
  )
}

function Rules({ here, kept, most }: MessagesProps) {
  const t = useTexts(messageTexts)
  const locale = useLocale()
  const said = (value: number) => formatNumber(value, locale)
  return (
    <p class="hint">
      {t.kept(said(kept))} {here === 'open' && t.limits(said(most.actor), said(most.host))}
    </p>
  )
}
