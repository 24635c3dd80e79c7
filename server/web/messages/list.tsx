import { Messages, type ShownMessage } from '../../../views/messages/messages.tsx'
import { messageTexts } from '../../../views/messages/texts.ts'
import { hasRole, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import { kindNamed } from '../../kinds/index.ts'
import { correspondent } from '../../messages/access.ts'
import { keptDays } from '../../messages/commands.ts'
import { listMessages, openMessages, type Message } from '../../messages/queries.ts'
import { mostOpen } from '../../messages/receive.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { warned } from '../entries/discussion.ts'
import { hostOf, outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'

/** `/messages`: those that wait; `?etat=traites`: those that were seen to. */
export const showMessages = (deps: Deps) => async (c: Ctx) => {
  const viewer = correspondent(c.var.viewer)
  const handled = c.req.query('etat') === 'traites'
  const number = pageNumber(c.req.query('page'))
  const { messages, more } = await listMessages(deps.db, { handled, page: number })
  // The last one of the last page was just seen to.
  if (messages.length === 0 && number > 1) return c.redirect(href(handled, 1), 303)
  const host = hostOf(deps.hub.origin)
  const name = kindNamed('job')?.section ?? deps.hub.settings.handle
  return privatePage(
    deps,
    c,
    { title: messageTexts[c.var.locale].title },
    <Messages
      here={handled ? 'handled' : 'open'}
      open={await openMessages(deps.db)}
      messages={messages.map((message) => shown(message, viewer, host))}
      pager={{ page: number, pages: null, more, href: (n) => href(handled, n) }}
      now={deps.now()}
      path={href(handled, number)}
      address={`@${name}@${host}`}
      kept={keptDays}
      most={mostOpen}
    />,
  )
}

function href(handled: boolean, page: number): string {
  const query = [...(handled ? ['etat=traites'] : []), ...(page === 1 ? [] : [`page=${page}`])].join('&')
  return query === '' ? '/messages' : `/messages?${query}`
}

const shown = (message: Message, viewer: Viewer, host: string): ShownMessage => ({
  id: message.id,
  sender: {
    name: message.sender.name,
    handle: message.sender.handle,
    href: outside(message.sender.url) ?? outside(message.sender.actorId),
  },
  addressed: message.addressed.map((handle) => `@${handle}@${host}`),
  public: message.public,
  about: message.entry,
  original: outside(message.url) ?? outside(message.apId),
  title: message.title,
  html: warned(message),
  language: message.language ?? undefined,
  at: message.publishedAt,
  editedAt: message.updatedAt,
  handled: message.handled,
  blockHref: hasRole(viewer, 'moderator')
    ? `/moderation/blocages?compte=${encodeURIComponent(message.sender.actorId)}`
    : null,
})
