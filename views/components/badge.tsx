import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.ts'
import { catalogue, useTexts } from '../language.tsx'
import { Icon } from './icon.tsx'

export type BadgeLook = 'neutral' | 'good' | 'warning' | 'bad' | 'info'

export interface BadgeProps {
  look?: BadgeLook | undefined
  icon?: IconName | undefined
  children: Child
}

/** A short word about a thing. The word says it; the colour only helps to find it. */
export const Badge = ({ look = 'neutral', icon, children }: BadgeProps) => (
  <span class={`badge badge-${look}`}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </span>
)

const texts = catalogue('views/components/badge', {
  fr: {
    draft: 'Brouillon',
    unfinished: 'Incomplet',
    submitted: 'À relire',
    published: 'Publié',
    closed: 'Clos',
    withdrawn: 'Retiré',
    held: 'En attente de modération',
    hidden: 'Masquée',
    from: (host: string) => `Vient du site ${host}`,
  },
  en: {
    draft: 'Draft',
    unfinished: 'Unfinished',
    submitted: 'To review',
    published: 'Published',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    held: 'Waiting for moderation',
    hidden: 'Hidden',
    from: (host: string) => `Comes from ${host}`,
  },
})

export type ShownState =
  | 'draft'
  | 'unfinished'
  | 'submitted'
  | 'published'
  | 'closed'
  | 'withdrawn'
  | 'held'
  | 'hidden'

const looks = {
  draft: ['warning', 'pencil'],
  unfinished: ['neutral', 'hourglass'],
  submitted: ['info', 'eye'],
  published: ['good', 'circle-check'],
  closed: ['neutral', 'lock'],
  withdrawn: ['neutral', 'ban'],
  held: ['warning', 'hourglass'],
  hidden: ['bad', 'eye-off'],
} as const satisfies Record<ShownState, readonly [BadgeLook, IconName]>

export function StateBadge({ state }: { state: ShownState }) {
  const t = useTexts(texts)
  const [look, icon] = looks[state]
  return (
    <Badge look={look} icon={icon}>
      {t[state]}
    </Badge>
  )
}

/** Says that an entry or a comment comes from another server; `href` leads to the original. */
export function Origin({ host, href }: { host: string; href?: string | undefined }) {
  const t = useTexts(texts)
  const inside = (
    <>
      <Icon name="globe" />
      <span title={t.from(host)}>
        <span class="visually-hidden">{t.from('')}</span>
        {host}
      </span>
    </>
  )
  return href === undefined ? (
    <span class="origin">{inside}</span>
  ) : (
    <a class="origin" href={href} rel="noopener external">
      {inside}
    </a>
  )
}
