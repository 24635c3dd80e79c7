import { Badge } from '../components/badge.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { Copyable } from '../network/voices.tsx'
import { movingTexts, type MovingFault } from './texts.ts'

export interface RoomProps {
  /** `@name@host`, here and there. */
  from: string
  to: string | null
  /** Full id of ours: what the other account must list. */
  id: string
  why: MovingFault | null
}

export interface ConfirmProps {
  path: string
  target: string
  /** As it was found there. */
  handle: string
  rooms: readonly RoomProps[]
  mayMove: boolean
}

/** Asked once more, with what it means; or what is missing there, and where to put it. */
export function ConfirmMove({ path, target, handle, rooms, mayMove }: ConfirmProps) {
  const { confirm: t } = useTexts(movingTexts)
  return (
    <div class="narrow stack">
      <h1>{t.title(handle)}</h1>
      {mayMove ? (
        <>
          <p>{t.ready}</p>
          <ul>
            {Object.values(t.points).map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </>
      ) : (
        <Missing rooms={rooms} />
      )}
      {rooms.length > 1 && <Rooms rooms={rooms} />}
      <form class="actions" method="post" action={mayMove ? `${path}/depart` : path}>
        <HiddenFields fields={{ target }} />
        {mayMove ? (
          <Button look="danger" icon="send">
            {t.go}
          </Button>
        ) : (
          <Button look="primary" icon="eye">
            {t.again}
          </Button>
        )}
        <LinkButton href={path} look="quiet">
          {t.cancel}
        </LinkButton>
      </form>
    </div>
  )
}

function Missing({ rooms }: Pick<ConfirmProps, 'rooms'>) {
  const { confirm: t, faults } = useTexts(movingTexts)
  const wrong = rooms.filter(({ why }) => why !== null)
  return (
    <Notice kind="warning" title={t.notYet}>
      {wrong.map(({ from, to, id, why }) => (
        <>
          <p>
            <span class="handle">{to ?? from}</span>
            {' – '}
            {why !== null && faults[why]}.
          </p>
          {why === 'unlisted' && (
            <>
              <p>{t.todo}</p>
              <Copyable text={from} />
              <Copyable text={id} />
            </>
          )}
        </>
      ))}
    </Notice>
  )
}

function Rooms({ rooms }: Pick<ConfirmProps, 'rooms'>) {
  const { confirm: t, faults } = useTexts(movingTexts)
  return (
    <section aria-labelledby="qui">
      <h2 id="qui">{t.rooms}</h2>
      <ul class="rows">
        {rooms.map(({ from, to, why }) => (
          <li class="row">
            <span class="row-main">
              <span class="handle">{from}</span> → <span class="handle">{to ?? '…'}</span>
            </span>
            <Badge look={why === null ? 'good' : 'bad'} icon={why === null ? 'circle-check' : 'ban'}>
              {faults[why ?? 'ready']}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
