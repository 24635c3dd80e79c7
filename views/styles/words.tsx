import { Badge, Origin, StateBadge } from '../components/badge.tsx'
import { Fact } from '../components/card.tsx'
import { Ago, DayLeaf, Deadline, When, WhenRange } from '../components/date.tsx'
import { KindMark, KindTile, type KindLook } from '../components/kind.tsx'
import { Licence } from '../components/licence.tsx'
import { HubLogo, LogoMark } from '../components/logo.tsx'
import { Place } from '../components/place.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { Tags } from '../components/tags.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { States } from './states.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

const day = 86_400_000

export function Words({ kinds, now }: { kinds: readonly KindLook[]; now: number }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <Chapter id="mots" title={t.words}>
      <Piece name="Badge">
        <p class="badges">
          {(['neutral', 'good', 'warning', 'bad', 'info'] as const).map((look) => (
            <Badge look={look}>{s.maybe}</Badge>
          ))}
          <Badge icon="lock">{s.no}</Badge>
        </p>
      </Piece>
      <Piece name="StateBadge">
        <p class="badges">
          {(['draft', 'unfinished', 'submitted', 'published'] as const).map((state) => (
            <StateBadge state={state} />
          ))}
          {(['closed', 'withdrawn', 'held', 'hidden'] as const).map((state) => (
            <StateBadge state={state} />
          ))}
        </p>
      </Piece>
      <States />
      <Piece name="Origin">
        <p class="badges">
          <Origin host="autre.example" />
          <Origin host="autre.example" href="https://autre.example/" />
        </p>
      </Piece>
      <Piece name="KindMark · KindTile">
        <p class="badges">
          {kinds.map((kind) => (
            <KindMark kind={kind} href="/" />
          ))}
        </p>
        <p class="badges">
          {kinds.map((kind) => (
            <KindTile kind={kind} />
          ))}
        </p>
      </Piece>
      <Piece name="When · WhenRange · Ago · DayLeaf">
        <p class="badges">
          {(['day', 'short', 'long', 'moment'] as const).map((form) => (
            <When at={now} form={form} />
          ))}
        </p>
        <p class="badges">
          <WhenRange start={now} end={now + 7_200_000} />
          <WhenRange start={now} end={now + 2 * day} />
          <Ago at={now - 7_200_000} now={now} />
        </p>
        <p class="badges">
          <DayLeaf at={now} now={now} />
          <DayLeaf at={now + 400 * day} now={now} />
        </p>
      </Piece>
      <Piece name="Deadline">
        <p class="badges">
          {[30, 3, 0, -3].map((days) => (
            <Deadline at={now + days * day} now={now} />
          ))}
        </p>
      </Piece>
      <Piece name="Fact · Place · Licence · Tags">
        <ul class="facts">
          <Fact icon="clock" label={s.hours}>
            35 {s.unit}
          </Fact>
          <Fact icon="map-pin">{s.place}</Fact>
        </ul>
        <p class="badges">
          <Place label={s.place} />
          <Place label={s.place} address={s.address} href="/" />
          <Licence
            id="CC-BY-4.0"
            name="Creative Commons"
            href="https://creativecommons.org/licenses/by/4.0/"
          />
          <Licence id="AGPL-3.0-or-later" />
        </p>
        <Tags tags={s.tags.split(', ')} />
        <Tags tags={s.tags.split(', ')} href={() => '/'} />
      </Piece>
      <Piece name="Stats · Stat">
        <Stats>
          <Stat label={s.hours} value={1248} hint={s.measure} />
          <Stat label={s.measure} value={0} href="/" />
          <Stat label={s.year} value={null} />
        </Stats>
      </Piece>
      <Piece name="LogoMark · HubLogo">
        <p class="badges">
          <LogoMark />
          <HubLogo logo={null} />
          <HubLogo logo={{ src: '/favicon.ico', width: 48, height: 48 }} />
        </p>
      </Piece>
    </Chapter>
  )
}
