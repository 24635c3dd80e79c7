import { useTexts } from '../language.tsx'
import { NotificationList } from '../notifications/list.tsx'
import { FollowHere } from '../notifications/follow.tsx'
import type { TopicName } from '../notifications/texts.ts'
import { Account } from '../shell/account.tsx'
import { Bell } from '../shell/bell.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

const topics = [
  'answer',
  'mention',
  'discussion',
  'publication',
  'moderation',
  'request',
  'duty',
] as const satisfies readonly TopicName[]

/** What stands around a page for whoever is in, and what reaches them. */
export function Frame({ now }: { now: number }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <Chapter id="cadre" title={t.frame}>
      <Piece name="Bell">
        <p class="badges">
          {[0, 3, 120].map((unread) => (
            <Bell unread={unread} />
          ))}
        </p>
      </Piece>
      <Piece name="Account">
        <div class="styles-menus">
          <Account viewer={null} path="/styles" />
          <Account viewer={{ name: s.person, role: 'member' }} path="/styles" />
          <Account viewer={{ name: s.person, role: 'member' }} path="/styles" open />
          <Account
            viewer={{ name: s.long, role: 'admin', waits: { desk: 3, moderation: 120, facilitation: 0 } }}
            path="/styles"
            open
          />
        </div>
      </Piece>
      <Piece name="NotificationList">
        <NotificationList
          now={now}
          items={topics.map((topic, index) => ({
            n: index + 1,
            topic,
            text: index === 1 ? `${s.told} ${s.long}` : s.told,
            at: now - index * 7_200_000,
            isRead: index > 2,
            reason: topic === 'moderation' ? s.emptyHow : '',
            mayObject: topic === 'moderation',
          }))}
        />
      </Piece>
      <Piece name="FollowHere">
        <div class="actions">
          {(['answers', 'publications'] as const).flatMap((what) =>
            [false, true].map((follows) => <FollowHere id="" what={what} follows={follows} back="/styles" />),
          )}
        </div>
      </Piece>
    </Chapter>
  )
}
