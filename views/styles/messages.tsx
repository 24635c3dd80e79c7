import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { NoMore } from '../components/no-more.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export function Messages() {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <Chapter id="messages" title={t.messages}>
      <Piece name="Notice">
        <Notice>
          <p>
            {s.info} <a href="/">{s.open}</a>
          </p>
        </Notice>
        <Notice kind="success">
          <p>{s.success}</p>
        </Notice>
        <Notice kind="warning" title={s.warning}>
          <p>{s.emptyHow}</p>
        </Notice>
        <Notice kind="error">
          <p>{s.wrong}</p>
        </Notice>
      </Piece>
      <Piece name="Empty">
        <Empty icon="search" title={s.empty} action={<LinkButton href="/">{s.all}</LinkButton>}>
          <p>{s.emptyHow}</p>
        </Empty>
      </Piece>
      <Piece name="NoMore">
        <p>
          <a href="/styles/fin">{s.gone}</a>
        </p>
      </Piece>
    </Chapter>
  )
}

/** A whole page of its own, and so shown alone: it has the first heading. */
export function Ended() {
  const s = useTexts(sampleTexts)
  return <NoMore title={s.gone} text={s.goneHow} back={{ href: '/styles', label: s.home }} />
}
