import { ActionForm, LinkButton } from '../components/button.tsx'
import { Face } from '../components/comment.tsx'
import { Icon } from '../components/icon.tsx'
import { formatCount } from '../format.ts'
import type { IconName } from '../icons.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'
import type { Role, Viewer } from './shell.ts'

const texts = catalogue('views/shell/account', {
  fr: {
    enter: 'Se connecter',
    leave: 'Se déconnecter',
    account: 'Mon compte',
    publish: 'Publier',
    desk: 'Publications',
    messages: 'Messages',
    facilitation: 'Facilitation',
    moderation: 'Modération',
    people: 'Personnes',
    settings: 'Réglages',
    waiting: { one: 'chose à voir', other: 'choses à voir' },
  },
  en: {
    enter: 'Sign in',
    leave: 'Sign out',
    account: 'My account',
    publish: 'Publish',
    desk: 'Publications',
    messages: 'Messages',
    facilitation: 'Facilitation',
    moderation: 'Moderation',
    people: 'People',
    settings: 'Settings',
    waiting: { one: 'thing to see', other: 'things to see' },
  },
})

interface Item {
  key: 'account' | 'publish' | 'desk' | 'messages' | 'facilitation' | 'moderation' | 'people' | 'settings'
  href: string
  icon: IconName
  /** Who sees the link; the page itself asks again. */
  roles: readonly Role[] | 'all'
}

const items: readonly Item[] = [
  { key: 'publish', href: '/publier', icon: 'plus', roles: ['admin', 'editor', 'contributor'] },
  { key: 'desk', href: '/brouillons', icon: 'inbox', roles: ['admin', 'editor', 'contributor'] },
  { key: 'messages', href: '/messages', icon: 'mail', roles: ['admin', 'moderator', 'editor'] },
  {
    ...{ key: 'facilitation', href: '/facilitation/dossiers', icon: 'handshake' },
    roles: ['admin', 'facilitator'],
  },
  { key: 'moderation', href: '/moderation', icon: 'shield', roles: ['admin', 'moderator'] },
  { key: 'people', href: '/utilisateurs', icon: 'users', roles: ['admin'] },
  { key: 'settings', href: '/reglages', icon: 'settings', roles: ['admin'] },
  { key: 'account', href: '/compte', icon: 'user', roles: 'all' },
]

/**
 * A way in for visitors, a menu for those who are in: plain `<details>`, no script needed. `open`: only where it is shown
 * to those who build pages.
 */
export function Account({
  viewer,
  path,
  open = false,
}: {
  viewer: Viewer | null
  path: string
  open?: boolean
}) {
  const t = useTexts(texts)
  const waits = viewer?.waits ?? { desk: 0, moderation: 0, facilitation: 0 }
  if (viewer === null)
    return (
      <LinkButton href={`/connexion?retour=${encodeURIComponent(path)}`} look="quiet" icon="log-in">
        {t.enter}
      </LinkButton>
    )
  return (
    <details class="menu account-menu" data-menu="" open={open ? true : undefined}>
      <summary class="button button-quiet">
        {viewer.picture === undefined ? (
          <Icon name="circle-user" />
        ) : (
          <Face name={viewer.name} src={viewer.picture} />
        )}
        <span class="account-name">{viewer.name}</span>
        <Unread count={waits.desk + waits.moderation + waits.facilitation} />
      </summary>
      <div class="menu-panel">
        <ul>
          {items
            .filter(
              ({ key, roles }) =>
                roles === 'all' ||
                roles.includes(viewer.role) ||
                ((key === 'publish' || key === 'desk') && viewer.mayPublish === true),
            )
            .map(({ key, href, icon }) => (
              <li>
                <a href={href}>
                  <Icon name={icon} />
                  <span>{t[key]}</span>
                  {(key === 'desk' || key === 'moderation' || key === 'facilitation') && (
                    <Unread count={waits[key]} />
                  )}
                </a>
              </li>
            ))}
        </ul>
        <ActionForm action="/deconnexion" look="quiet" icon="log-out">
          {t.leave}
        </ActionForm>
      </div>
    </details>
  )
}

function Unread({ count }: { count: number }) {
  const locale = useLocale()
  const t = useTexts(texts)
  if (count === 0) return null
  return (
    <span class="unread">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="visually-hidden">{formatCount(count, locale, t.waiting)}</span>
    </span>
  )
}
