import { LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { actHref, followHref } from './links.ts'
import { elsewhereTexts } from './texts.ts'

/** `named`: several stand on the page, short to the eye, and told apart by those who hear them. */
export function FollowFromHome({ handle, named = false }: { handle: string; named?: boolean }) {
  const { acts: t } = useTexts(elsewhereTexts)
  return (
    <LinkButton
      small
      href={followHref(handle)}
      icon="plus"
      rel="nofollow"
      label={named ? t.followOf(handle) : undefined}
    >
      {named ? t.followShort : t.follow}
    </LinkButton>
  )
}

const onEntry = [
  { acte: 'repondre', icon: 'reply' },
  { acte: 'partager', icon: 'repeat-2' },
  { acte: 'aimer', icon: 'heart' },
] as const

/** `id` of an entry. */
export function ActsFromHome({ id }: { id: string }) {
  const { acts: t } = useTexts(elsewhereTexts)
  return (
    <p class="actions">
      {onEntry.map(({ acte, icon }) => (
        <LinkButton
          small
          href={actHref({ acte, fiche: id })}
          icon={icon}
          rel="nofollow"
          label={t.fromHome(t[acte])}
        >
          {t[acte]}
        </LinkButton>
      ))}
    </p>
  )
}
