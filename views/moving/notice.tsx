import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { movingTexts } from './texts.ts'

/** On the page of whoever has moved, and of a whole site: where to go on. `name` null: the site. */
export function MovedNotice({
  name,
  movedTo,
}: {
  name: string | null
  movedTo: { handle: string; url: string }
}) {
  const { notice: t } = useTexts(movingTexts)
  return (
    <div class="page-notice">
      <Notice kind="warning" title={name === null ? t.site : t.entry(name)}>
        <p>
          {t.text}{' '}
          <a class="handle" href={movedTo.url} rel="noopener external">
            {movedTo.handle}
          </a>
          .
        </p>
      </Notice>
    </div>
  )
}
