import { catalogue, useTexts } from '../language.tsx'
import { Icon } from './icon.tsx'

const texts = catalogue('views/components/licence', {
  fr: { licence: 'Licence' },
  en: { licence: 'Licence' },
})

export interface LicenceProps {
  /** SPDX identifier. */
  id: string
  name?: string | undefined
  /** Only addresses from our own list: a remote one is not followed by a reader's click. */
  href?: string | undefined
}

export function Licence({ id, name, href }: LicenceProps) {
  const t = useTexts(texts)
  const words = <abbr title={name}>{id}</abbr>
  return (
    <span class="licence">
      <Icon name="scale" />
      <span class="visually-hidden">{t.licence}</span>{' '}
      {href === undefined ? (
        words
      ) : (
        <a rel="license" href={href}>
          {words}
        </a>
      )}
    </span>
  )
}
