import { Icon } from '../components/icon.tsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts, type Locale } from '../language.tsx'

const texts = catalogue('views/shell/bell', {
  fr: {
    none: 'Notifications',
    some: { one: 'notification non lue', other: 'notifications non lues' },
  },
  en: {
    none: 'Notifications',
    some: { one: 'unread notification', other: 'unread notifications' },
  },
})

/** What the bell says to whoever cannot see it. */
export const bellLabel = (count: number, locale: Locale): string =>
  count === 0 ? texts[locale].none : formatCount(count, locale, texts[locale].some)

/** A member's way to what concerns them; `live.js` keeps its count while the page is open. */
export function Bell({ unread }: { unread: number }) {
  const locale = useLocale()
  const t = useTexts(texts)
  return (
    <a class="button button-quiet bell" href="/notifications" data-live="/notifications/flux" title={t.none}>
      <Icon name="bell" />
      <span class="unread" data-count={String(unread)} hidden={unread === 0 ? true : undefined}>
        <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
      </span>
      <span class="visually-hidden">{bellLabel(unread, locale)}</span>
    </a>
  )
}
