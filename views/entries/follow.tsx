import { Icon } from '../components/icon.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'

/** A text to take elsewhere. The button shows only where there is a script to copy with. */
export function Copyable({ text }: { text: string }) {
  const t = useTexts(entryTexts)
  return (
    <span class="share">
      <span class="handle">{text}</span>
      <button type="button" class="button button-secondary button-small" data-copy={text} hidden>
        <Icon name="copy" />
        <span>{t.copy}</span>
      </button>
    </span>
  )
}

/** How to follow an organisation that has an actor of its own. */
export function FollowPanel({ name, handle }: { name: string; handle: string }) {
  const t = useTexts(entryTexts)
  return (
    <section class="panel" aria-labelledby="suivre">
      <h2 id="suivre">{t.follow(name)}</h2>
      <p>{t.followHow}</p>
      <p>
        <Copyable text={handle} />
      </p>
      <p class="actions">
        <FollowFromHome handle={handle} />
      </p>
    </section>
  )
}
