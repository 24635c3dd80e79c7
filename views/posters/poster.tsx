import { Badge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { KindMark, kindClass, type KindLook } from '../components/kind.tsx'
import { HubLogo, type Logo } from '../components/logo.tsx'
import { tidySpaces } from '../format.ts'
import { useTexts } from '../language.tsx'
import { posterTexts } from './texts.ts'

export interface PosterProps {
  /** Null: the poster of a whole list. */
  kind: KindLook | null
  title: string
  /** Of the title and the lead, when it is not the page's. */
  language: string | undefined
  by: string | null
  lead: string
  facts: readonly { label: string; value: string }[]
  /** ‘Pourvue’, once it is. */
  over: string | null
  code: { size: number; path: string }
  /** As one types it. */
  address: string
  /** `@emplois@hub.example` */
  handle: string | null
  way: 'entry' | 'list'
  hub: string
  logo: Logo | null
  back: string
}

/** One sheet. On the screen it lies on the page, with how to print it above it. */
export function Poster(props: PosterProps) {
  const t = useTexts(posterTexts)
  const { kind, title, language, by, lead, facts, over, hub, logo, back } = props
  return (
    <>
      <div class="poster-how">
        <p>{t.how}</p>
        <p class="actions">
          <button type="button" class="button button-primary" data-print="" hidden>
            <Icon name="printer" />
            <span>{t.print}</span>
          </button>
          <LinkButton href={back} icon="arrow-left" look="quiet">
            {t.back}
          </LinkButton>
        </p>
      </div>
      <article class={`poster ${kind === null ? 'poster-sparse' : kindClass(kind)}`}>
        <header class="poster-head">
          <p class="poster-hub">
            <HubLogo logo={logo} />
            <span>{hub}</span>
          </p>
          {kind !== null && (
            <p class="poster-kind">
              <KindMark kind={kind} />
              {over !== null && <Badge icon="lock">{over}</Badge>}
            </p>
          )}
          <h1 class={title.length > 70 ? 'poster-long' : undefined} lang={language}>
            {tidySpaces(title)}
          </h1>
          {by !== null && (
            <p class="poster-by">
              {t.by} <b>{by}</b>
            </p>
          )}
        </header>
        <div class="poster-body">
          {lead !== '' && (
            <p class="poster-lead" lang={language}>
              {tidySpaces(lead)}
            </p>
          )}
          {facts.length > 0 && <FactList facts={facts} />}
        </div>
        <Way {...props} />
      </article>
    </>
  )
}

const FactList = ({ facts }: Pick<PosterProps, 'facts'>) => (
  <dl class="poster-facts">
    {facts.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** An address breaks where a reader would breathe. */
const Breaking = ({ text }: { text: string }) => (
  <>
    {text.split(/(?<=[/-])/).map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </>
)

function Way({ way, code, address, handle }: PosterProps) {
  const t = useTexts(posterTexts)
  return (
    <footer class="poster-way">
      <svg
        class="poster-code"
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={t.code(address)}
        shape-rendering="crispEdges"
      >
        <path class="poster-white" d={`M0 0h${code.size}v${code.size}H0z`} />
        <path d={code.path} />
      </svg>
      <div>
        <p class="poster-goal">{t.way[way]}</p>
        <p>{t.scan}</p>
        <p class="poster-address">
          <Breaking text={address} />
        </p>
        {handle !== null && (
          <p>
            {t.follow} <b class="handle">{handle}</b>
          </p>
        )}
      </div>
    </footer>
  )
}
