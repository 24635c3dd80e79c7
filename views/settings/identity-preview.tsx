import { useAsset } from '../assets.tsx'
import { HubLogo, type Logo } from '../components/logo.tsx'
import { Notice } from '../components/notice.tsx'
import { Prose } from '../components/prose.tsx'
import { tidySpaces } from '../format.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { useTexts } from '../language.tsx'
import { identityTexts } from './identity-texts.ts'

export const previewId = 'apercu'

export interface IdentityPreviewProps {
  name: string
  tagline: string
  /** Sanitised. */
  html: string
  language: string
  logo: Logo | null
  /** ‘#1d5c4d’ as chosen and as it is shown by day; null: the software's; 'none': what was typed is no colour. */
  accent: { chosen: string; shown: string; darkened: boolean } | null | 'none'
  /** Its square on a screen: whole, and for a mask; null: the software's. */
  icons: { whole: string; masked: string } | null
}

/** A piece of the home page as it will look, by day and by night. */
export function IdentityPreview(props: IdentityPreviewProps) {
  const t = useTexts(identityTexts)
  const { accent } = props
  return (
    <section id={previewId} class="identity-preview" aria-labelledby={`${previewId}-titre`}>
      {accent !== null && accent !== 'none' && (
        <link rel="stylesheet" href={`/identite.css?apercu=${accent.chosen.slice(1)}`} />
      )}
      <h2 id={`${previewId}-titre`}>{t.preview}</h2>
      <AccentNote accent={accent} />
      <div class="identity-faces">
        <Face {...props} scheme="light" label={t.light} />
        <Face {...props} scheme="dark" label={t.dark} />
      </div>
      <Icons {...props} />
    </section>
  )
}

function AccentNote({ accent }: Pick<IdentityPreviewProps, 'accent'>) {
  const t = useTexts(identityTexts)
  if (accent === null) return <p class="form-note">{t.software}</p>
  if (accent === 'none')
    return (
      <Notice kind="warning">
        <p>{t.unreadable}</p>
      </Notice>
    )
  return accent.darkened ? (
    <Notice>
      <p>{t.darkened(accent.chosen, accent.shown)}</p>
    </Notice>
  ) : (
    <p class="form-note">{t.fine(accent.chosen)}</p>
  )
}

/** As telephones cut them: rounded, round. */
function Icons({ name, icons }: Pick<IdentityPreviewProps, 'name' | 'icons'>) {
  const t = useTexts(identityTexts)
  const [whole, masked] = [useAsset('icon-192.png'), useAsset('icon-maskable.png')]
  const shown = icons ?? { whole, masked }
  return (
    <figure class="identity-icons">
      <img src={shown.whole} alt="" width="96" height="96" />
      <img class="identity-icon-round" src={shown.masked} alt="" width="96" height="96" />
      <figcaption>{t.icons(tidySpaces(name))}</figcaption>
    </figure>
  )
}

function Face(props: IdentityPreviewProps & { scheme: 'light' | 'dark'; label: string }) {
  const t = useTexts(identityTexts)
  const { name, tagline, html, language, logo, scheme, label } = props
  return (
    <figure class={`identity-face scheme-${scheme}`} aria-label={label}>
      <header>
        <HubLogo logo={logo} />
        <span>{name}</span>
      </header>
      <div>
        <p class="identity-title" {...inItsLanguage(language)}>
          {tidySpaces(name)}
        </p>
        {tagline !== '' && (
          <p class="lead" {...inItsLanguage(language)}>
            {tidySpaces(tagline)}
          </p>
        )}
        {html !== '' && <Prose html={html} language={language} />}
        <p class="actions">
          <span class="button button-primary">{t.button}</span>
          <a href="/">{t.link}</a>
        </p>
      </div>
    </figure>
  )
}
