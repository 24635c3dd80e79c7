import { FooterPage } from '../../../views/home/footer-page.tsx'
import { WaysToWrite } from '../../../views/home/ways-to-write.tsx'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import type { Ctx } from '../env.ts'
import { pageNames, type editablePages } from '../footer-pages.ts'
import { page } from '../page.tsx'
import { defaultPages } from './default-pages.ts'

type Key = (typeof editablePages)[number]['key']

/** `/mentions-legales` and its like: in the admin's words, else an honest blank. */
export const showFooterPage = (deps: Deps, key: Key, path: string) => (c: Ctx) => {
  const { settings, origin } = deps.hub
  const { locale, viewer } = c.var
  const written = settings[key].trim()
  const missing = written === ''
  const language = missing ? locale : settings.locale
  const title = pageNames[locale][key]
  return page(
    deps,
    c,
    { title, canonical: origin + path, ...(missing ? { robots: 'noindex' } : {}) },
    <FooterPage
      title={title}
      html={renderMarkdown(missing ? defaultPages[locale][key] : written, language)}
      language={language === locale ? undefined : language}
      missing={missing && key !== 'accessibility'}
      writeHref={hasRole(viewer, 'admin') ? `/reglages/pages${path}` : null}
      ways={key === 'contact' && <WaysToWrite hub={settings.name} address={readAddress(deps.config)} />}
    />,
  )
}

/** `Le réseau <bonjour@reseau.example>`, if letters leave at all; nobody reads what is sent to a `no-reply@`. */
function readAddress({ smtpUrl, mailFrom }: Deps['config']): string | null {
  const address = /<([^<>\s]+)>\s*$/.exec(mailFrom ?? '')?.[1] ?? mailFrom?.trim()
  if (smtpUrl === undefined || address === undefined || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return null
  return /^(?:no-?reply|ne-?pas-?repondre)\b/i.test(address) ? null : address
}
