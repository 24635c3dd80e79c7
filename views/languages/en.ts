import { language } from '../language-file.ts'

export default language({
  tag: 'en',
  name: 'English',
  intl: 'en-GB',
  direction: 'ltr',
  instead: 'en',
  colon: ': ',
  quotes: ['“', '”', '‘', '’'],
})
