import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { networkTexts } from './texts.ts'

export interface Voice {
  /** What it says. */
  label: string
  /** `@emplois@hub.example` */
  handle: string
  followers: number
  /** It speaks elsewhere by now. */
  hasMoved: boolean
}

export interface VoicesProps {
  hub: Voice
  sections: readonly Voice[]
  organisations: readonly Voice[]
  audience: { followers: number; hosts: number }
}

/** Who of ours can be followed, and by how many it is: nobody should take a delivery for a presence. */
export function Voices({ hub, sections, organisations, audience }: VoicesProps) {
  const { follow: t } = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <>
      <section aria-labelledby="suivre-site">
        <div class="section-head">
          <h2 id="suivre-site">{t.title}</h2>
        </div>
        <div class="stack">
          <p>{t.lead}</p>
          {audience.followers === 0 ? (
            <Notice>
              <p>{t.nobody}</p>
            </Notice>
          ) : (
            <p>
              {t.reach(
                formatCount(audience.followers, locale, t.people),
                formatCount(audience.hosts, locale, t.servers),
              )}
            </p>
          )}
          <VoiceList voices={[{ ...hub, label: t.hub(hub.label) }, ...sections]} />
          {organisations.length > 0 && (
            <>
              <h3>{t.organisations}</h3>
              <VoiceList voices={organisations} />
            </>
          )}
        </div>
      </section>
      {!hub.hasMoved && <Join handle={hub.handle} />}
    </>
  )
}

function Join({ handle }: { handle: string }) {
  const { join } = useTexts(networkTexts)
  return (
    <section aria-labelledby="relier">
      <div class="section-head">
        <h2 id="relier">{join.title}</h2>
      </div>
      <div class="stack">
        <p>{join.text}</p>
        <Copyable text={handle} />
      </div>
    </section>
  )
}

function VoiceList({ voices }: { voices: readonly Voice[] }) {
  const { follow: t } = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <ul class="rows voices">
      {voices.map(({ label, handle, followers, hasMoved }) => (
        <li>
          <b>{label}</b>
          {hasMoved ? (
            <span class="row-note">{t.moved}</span>
          ) : (
            <>
              <Copyable text={handle} />
              <FollowFromHome handle={handle} named />
            </>
          )}
          <span class="row-note">
            {followers === 0 ? t.noFollower : formatCount(followers, locale, t.followers)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The button shows only where there is a script to copy with. */
export function Copyable({ text }: { text: string }) {
  const { follow: t } = useTexts(networkTexts)
  return (
    <p class="share">
      <span class="handle">{text}</span>
      <button
        type="button"
        class="button button-secondary button-small"
        data-copy={text}
        aria-label={`${t.copy} ${text}`}
        hidden
      >
        <Icon name="copy" />
        <span>{t.copy}</span>
      </button>
    </p>
  )
}
