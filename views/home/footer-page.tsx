import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Prose } from '../components/prose.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/home/footer-page', {
  fr: {
    missing: 'Cette page reste à écrire par les personnes qui tiennent ce site.',
    write: 'Écrire cette page',
    change: 'Modifier cette page',
  },
  en: {
    missing: 'This page is still to be written by the people who run this site.',
    write: 'Write this page',
    change: 'Change this page',
  },
})

export interface FooterPageProps {
  title: string
  /** What the admin wrote, or what can be said without them; sanitised. */
  html: string
  language: string | undefined
  /** Nobody wrote it yet. */
  missing: boolean
  /** For the admin. */
  writeHref: string | null
  /** Ways on, while it is missing. */
  ways?: Child
}

export function FooterPage({ title, html, language, missing, writeHref, ways }: FooterPageProps) {
  const t = useTexts(texts)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      {missing && (
        <Notice kind="warning">
          <p>{t.missing}</p>
        </Notice>
      )}
      <Prose html={html} language={language} />
      {missing && ways}
      {writeHref !== null && (
        <p class="actions">
          <LinkButton href={writeHref} icon="pencil">
            {missing ? t.write : t.change}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
