import type { Child } from 'hono/jsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox, Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import type { SeverityName } from './block-texts.ts'
import type { Sent } from './decision-form.tsx'
import { listTexts, type ListFault } from './list-texts.ts'
import { moderationTexts } from './texts.ts'

interface Line {
  host: string
  severity: SeverityName
}

export const partNames = ['fresh', 'stricter', 'milder'] as const
export type PartName = (typeof partNames)[number]

export interface ListPreviewProps extends Sent {
  parts: Readonly<Record<PartName, readonly (Line & { from?: SeverityName })[]>>
  same: number
  followed: readonly (Line & { loses: readonly string[] })[]
  faults: readonly { line: number; text: string; fault: ListFault }[]
  cut: boolean
  /** What was read, to be sent again with what is chosen. */
  list: string
  /** Of those that are followed. */
  ticked: readonly string[]
}

/** So many names of each part are shown. */
const most = 100

/** What a list would do, part by part: nothing was done yet. */
export function ListPreview(props: ListPreviewProps) {
  const { parts, followed, cut, errors } = props
  const t = useTexts(listTexts)
  const m = useTexts(moderationTexts)
  const isEmpty = partNames.every((part) => parts[part].length === 0) && followed.length === 0
  return (
    <div class="narrow stack">
      <h1>{t.previewTitle}</h1>
      <ErrorSummary errors={errors} labels={{ reason: m.reason }} />
      {cut && (
        <Notice kind="warning">
          <p>{t.cut}</p>
        </Notice>
      )}
      {isEmpty && <p>{t.nothing}</p>}
      {isEmpty ? (
        <p>
          <LinkButton href="/moderation/blocages">{t.cancel}</LinkButton>
        </p>
      ) : (
        <Choosing {...props} />
      )}
      <Left {...props} />
    </div>
  )
}

function Choosing({ parts, followed, list, values, errors, ticked }: ListPreviewProps) {
  const t = useTexts(listTexts)
  const m = useTexts(moderationTexts)
  const locale = useLocale()
  return (
    <form class="form" method="post" action="/moderation/blocages/liste/import">
      <HiddenFields fields={{ list }} />
      <p>{t.erases}</p>
      {partNames
        .filter((part) => parts[part].length > 0)
        .map((part) => (
          <div class="stack">
            <Checkbox
              name={part}
              label={formatCount(parts[part].length, locale, t[part])}
              checked={values[part] === 'true'}
            />
            <Folded title={t.which[part]} count={parts[part].length}>
              {parts[part].slice(0, most).map(({ host, severity, from }) => (
                <li>
                  {host} (
                  {from === undefined || from === severity
                    ? t.words[severity]
                    : t.changed(t.words[from], t.words[severity])}
                  )
                </li>
              ))}
            </Folded>
          </div>
        ))}
      {followed.length > 0 && (
        <Choices
          type="checkbox"
          name="followed"
          label={t.followed}
          hint={t.followedHint}
          chosen={ticked}
          options={followed.map(({ host, severity, loses }) => ({
            value: host,
            label: t.loses(host, t.words[severity], loses.join(', ')),
          }))}
        />
      )}
      <TextArea
        name="reason"
        label={m.reason}
        hint={m.reasonHint}
        value={values['reason']}
        error={errors['reason']}
        rows={2}
        maxlength={1000}
        required
      />
      <p class="actions">
        <Button look="danger" icon="upload">
          {t.import}
        </Button>
        <LinkButton look="quiet" href="/moderation/blocages">
          {t.cancel}
        </LinkButton>
      </p>
    </form>
  )
}

function Left({ same, faults }: ListPreviewProps) {
  const t = useTexts(listTexts)
  const locale = useLocale()
  return (
    <>
      {same > 0 && <p>{formatCount(same, locale, t.same)}.</p>}
      {faults.length > 0 && (
        <Folded title={formatCount(faults.length, locale, t.faults)} count={faults.length}>
          {faults.slice(0, most).map(({ line, text, fault }) => (
            <li>{t.line(line, text, t.fault[fault])}</li>
          ))}
        </Folded>
      )}
    </>
  )
}

function Folded({ title, count, children }: { title: string; count: number; children: Child }) {
  const t = useTexts(listTexts)
  const locale = useLocale()
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {children}
        {count > most && <li>{t.more(formatNumber(count - most, locale))}</li>}
      </ul>
    </details>
  )
}
