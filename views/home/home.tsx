import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { useTexts } from '../language.tsx'
import { FirstScreen, Publish, type FirstScreenProps } from './first-screen.tsx'
import { About, type AboutProps } from './about.tsx'
import { homeTexts } from './home-texts.ts'

export interface HomeProps extends FirstScreenProps, AboutProps {
  /** A few of what was published last, of any kind. */
  newest: readonly Child[]
  /** What happens next. */
  coming: readonly Child[]
  comingHref: string
  /** Whose site it is: they are told what else to do at the beginning. */
  mayRun: boolean
}

/** What this place is, in ten seconds, and the ways into it; then what is new, what comes, and how to hear of it. */
export function Home(props: HomeProps) {
  const { newest, coming } = props
  const isEmpty = newest.length === 0 && coming.length === 0
  return (
    <>
      {isEmpty && props.mayRun && <FirstSteps />}
      <FirstScreen {...props} mayPublish={props.mayPublish && !isEmpty} />
      {isEmpty ? <Beginning {...props} /> : <Lately {...props} />}
      <About {...props} />
    </>
  )
}

function Lately({ newest, coming, comingHref }: HomeProps) {
  const t = useTexts(homeTexts)
  return (
    <div class={coming.length > 0 && newest.length > 0 ? 'home-lately home-two' : 'home-lately'}>
      {newest.length > 0 && (
        <section aria-labelledby="nouveau">
          <div class="section-head">
            <h2 id="nouveau">{t.newest}</h2>
            <a href="/recherche" aria-label={`${t.all} – ${t.newest}`}>
              {t.all}
            </a>
          </div>
          <CardList>{newest}</CardList>
        </section>
      )}
      {coming.length > 0 && (
        <section aria-labelledby="bientot">
          <div class="section-head">
            <h2 id="bientot">{t.coming}</h2>
            <a href={comingHref} aria-label={`${t.agenda} – ${t.coming}`}>
              {t.agenda}
            </a>
          </div>
          <CardList>{coming}</CardList>
        </section>
      )}
    </div>
  )
}

/** Nothing is here yet: what will be, and what those who can may do about it. */
function Beginning({ mayPublish, mayRun }: HomeProps) {
  const t = useTexts(homeTexts)
  return (
    <Empty icon="handshake" title={t.empty} action={mayPublish && !mayRun && <Publish />}>
      <p>{t.emptyHow}</p>
    </Empty>
  )
}

/** What whoever has just opened the site does next. It stands above all else, and goes with the first entry. */
function FirstSteps() {
  const t = useTexts(homeTexts)
  return (
    <section class="panel first-steps" aria-labelledby="premiers-pas">
      <h2 id="premiers-pas">{t.firstSteps}</h2>
      <p>{t.firstStepsHow}</p>
      <p class="actions">
        <Publish />
        {firstSteps.map(({ key, href, icon }) => (
          <LinkButton href={href} icon={icon}>
            {t.steps[key]}
          </LinkButton>
        ))}
      </p>
    </section>
  )
}

const firstSteps = [
  { key: 'face', href: '/reglages/identite', icon: 'store' },
  { key: 'people', href: '/utilisateurs/inviter', icon: 'mail' },
  { key: 'pages', href: '/reglages', icon: 'file-text' },
  { key: 'network', href: '/reseau', icon: 'waypoints' },
] as const
