import { ofName } from '../elision.ts'
import { language } from '../language-file.ts'

export default language({
  tag: 'fr',
  name: 'Français',
  intl: 'fr-FR',
  direction: 'ltr',
  instead: 'fr',
  colon: '\u00a0: ',
  quotes: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
  said: (date) =>
    date
      .replaceAll(/(^|\s)1 (?=\p{L})/gu, '$11er ')
      .replaceAll(/\b(\d\d):(\d\d)\b/g, (_, hours: string, minutes: string) => hour(hours, minutes)),
  ofMillions: ofName,
})

/** Intl knows neither ‘1er décembre’ nor ‘9 h 30’. */
const hour = (hours: string, minutes: string): string =>
  `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
