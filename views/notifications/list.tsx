import { Badge } from '../components/badge.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import type { IconName } from '../icons.ts'
import { useTexts } from '../language.tsx'
import { notificationTexts, type TopicName } from './texts.ts'

export interface NotificationItem {
  n: number
  topic: TopicName
  /** ‘Bruno a répondu sous « … »’ */
  text: string
  at: number
  isRead: boolean
  /** A moderator's word to whoever wrote what was decided on. */
  reason: string
  /** It was taken away, and whoever wrote it may object. */
  mayObject: boolean
}

export interface NotificationsProps {
  items: readonly NotificationItem[]
  /** Null: all of them. */
  topic: TopicName | null
  /** Those of which there is something. */
  topics: readonly TopicName[]
  /** The newest on this page: what comes later is not marked with it. Null: all is read. */
  newestUnread: number | null
  pager: PagerProps
  now: number
}

const icons: Readonly<Record<TopicName, IconName>> = {
  answer: 'reply',
  mention: 'user',
  discussion: 'messages-square',
  publication: 'megaphone',
  moderation: 'scale',
  request: 'mail',
  partner: 'handshake',
  project: 'target',
  duty: 'inbox',
}

export function Notifications({ items, topic, topics, newestUnread, pager, now }: NotificationsProps) {
  const t = useTexts(notificationTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <div class="actions">
          {newestUnread !== null && (
            <ActionForm
              action="/notifications/lues"
              look="primary"
              icon="check"
              fields={{ jusque: String(newestUnread) }}
            >
              {t.markAll}
            </ActionForm>
          )}
          <LinkButton href="/compte/notifications" look="quiet" icon="settings">
            {t.choose}
          </LinkButton>
        </div>
      </header>
      {topics.length > 1 && (
        <Tabs
          label={t.filters}
          items={[
            { href: '/notifications', label: t.all, current: topic === null },
            ...topics.map((one) => ({
              href: `/notifications?sujet=${one}`,
              label: t.topics[one].label,
              current: one === topic,
            })),
          ]}
        />
      )}
      {items.length === 0 ? (
        <Empty icon="bell" title={topic === null ? t.none : t.noneOf}>
          <p>{topic === null ? t.noneHow : t.noneOfHow}</p>
        </Empty>
      ) : (
        <NotificationList items={items} now={now} />
      )}
      <Pager {...pager} />
    </div>
  )
}

export function NotificationList({ items, now }: Pick<NotificationsProps, 'items' | 'now'>) {
  const t = useTexts(notificationTexts)
  return (
    <ol class="notifications" aria-label={t.list}>
      {items.map((one) => (
        <Item {...one} now={now} />
      ))}
    </ol>
  )
}

function Item({ n, topic, text, at, isRead, reason, mayObject, now }: NotificationItem & { now: number }) {
  const t = useTexts(notificationTexts)
  return (
    <li class={isRead ? 'notification' : 'notification notification-new'}>
      <Icon name={icons[topic]} />
      <div>
        <p>
          <a href={`/notifications/${n}`}>{text}</a>
        </p>
        {reason !== '' && (
          <p class="notification-reason">
            {t.reason} {reason}
          </p>
        )}
        {mayObject && (
          <p>
            <a href="/signaler">{t.appeal}</a>
          </p>
        )}
        <p class="notification-when">
          {!isRead && <Badge look="info">{t.unread}</Badge>} <Ago at={at} now={now} />
        </p>
      </div>
    </li>
  )
}
