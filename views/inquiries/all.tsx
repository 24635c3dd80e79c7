import { Empty } from '../components/empty.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'
import { TitleLink } from '../quoting.tsx'

/** `/demandes`: entry by entry, what waits for this person. */
export function AllInquiries({
  entries,
}: {
  entries: readonly { title: string; language: string; href: string; act: InquiryAct; open: number }[]
}) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.all}</h1>
        <p class="lead">{t.allLead}</p>
      </header>
      {entries.length === 0 ? (
        <Empty icon="circle-check" title={t.allNone}>
          <p>{t.noneHow}</p>
        </Empty>
      ) : (
        <ul class="stack">
          {entries.map(({ title, language, href, act, open }) => (
            <li>
              <TitleLink title={title} path={href} language={language} /> –{' '}
              {formatCount(open, locale, t[act].count)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
