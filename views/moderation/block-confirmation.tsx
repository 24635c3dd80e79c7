import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { blockTexts, type SeverityName } from './block-texts.ts'

export type CountName = keyof (typeof blockTexts)['fr']['counts']

export interface BlockConfirmationProps {
  /** In the spelling that will be compared. */
  target: string
  severity: SeverityName
  /** What it is held to now; null: to nothing. */
  before: SeverityName | null
  rejectMedia: boolean
  rejectReports: boolean
  fields: Readonly<Record<string, string>>
  /** What is kept here of them. */
  counts: Readonly<Record<CountName, number>>
}

const all: readonly CountName[] = [
  'actors',
  'entries',
  'comments',
  'messages',
  'followers',
  'following',
  'deliveries',
]
const shown: readonly CountName[] = ['entries', 'comments']
const going: readonly CountName[] = ['followers', 'following']

/** Says what will be lost or hidden before it is. */
export function BlockConfirmation(props: BlockConfirmationProps) {
  const { target, severity, fields } = props
  const t = useTexts(blockTexts)
  return (
    <div class="narrow stack">
      <h1>{t.confirmTitle[severity](target)}</h1>
      {severity === 'suspend' && <Counted {...props} names={all} title={t.erases} empty={t.nothing} />}
      {severity === 'silence' && (
        <>
          <Counted {...props} names={shown} title={t.hides} empty={t.nothingHidden} />
          <Counted {...props} names={going} title={t.goesOn} empty={null} mild />
        </>
      )}
      <Besides {...props} />
      <form class="actions" method="post" action="/moderation/blocages">
        <HiddenFields fields={{ ...fields, confirmed: 'true' }} />
        <Button look="danger" icon={severity === 'suspend' ? 'ban' : 'eye-off'}>
          {t.confirm[severity]}
        </Button>
        <LinkButton look="quiet" href="/moderation/blocages">
          {t.cancel}
        </LinkButton>
      </form>
    </div>
  )
}

interface CountedProps extends Pick<BlockConfirmationProps, 'counts'> {
  names: readonly CountName[]
  title: string
  /** When there is nothing of it. */
  empty: string | null
  mild?: boolean
}

function Counted({ counts, names, title, empty, mild = false }: CountedProps) {
  const t = useTexts(blockTexts)
  const locale = useLocale()
  const found = names.filter((name) => counts[name] > 0)
  if (found.length === 0) return empty === null ? null : <p>{empty}</p>
  return (
    <Notice kind={mild ? 'info' : 'warning'} title={title}>
      <ul>
        {found.map((name) => (
          <li>{formatCount(counts[name], locale, t.counts[name])}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Besides({ severity, before, rejectMedia, rejectReports }: BlockConfirmationProps) {
  const t = useTexts(blockTexts)
  return (
    <>
      {severity !== 'suspend' && rejectMedia && <p>{t.picturesGo}</p>}
      {severity !== 'suspend' && rejectReports && <p>{t.reportsGo}</p>}
      {severity !== 'suspend' && before === 'suspend' && <p>{t.nothingBack}</p>}
    </>
  )
}
