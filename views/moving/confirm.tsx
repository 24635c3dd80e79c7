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
          <div class="prose">
            <ul>
              {Object.values(t.points).map((point) => (
                <li>{point}</li>
              ))}
            </ul>
          </div>
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
  const [first, ...more] = rooms
  const unlisted = rooms.filter(({ why }) => why === 'unlisted')
  return (
    <Notice kind="warning" title={t.notYet}>
      {first !== undefined && first.why !== null && (
        <p>
          <span class="handle">{first.to ?? first.from}</span> {faults[first.why]}.
        </p>
      )}
      {unlisted.length > 0 && (
        <>
          <p>{more.length > 0 ? t.todoAll : t.todo}</p>
          {unlisted.map(({ from }) => (
            <Copyable text={from} />
          ))}
        </>
      )}
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
