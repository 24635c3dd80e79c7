import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import { AssetsProvider, type Assets } from './assets.tsx'
import { Notice } from './components/notice.tsx'
import { catalogue, Language, languageOf, useTexts, type Locale } from './language.tsx'
import { Footer } from './shell/footer.tsx'
import { Head } from './shell/head.tsx'
import { Header } from './shell/header.tsx'
import type { Shell } from './shell/shell.ts'

export type { Hub, OpenGraph, Role, Shell, Viewer } from './shell/shell.ts'

const texts = catalogue('views/layout', {
  fr: {
    skip: 'Aller au contenu',
    offline: 'Le site ne répond pas. Vérifiez votre connexion, puis réessayez\u00a0: rien n’est perdu.',
    copied: 'Copié.',
  },
  en: {
    skip: 'Skip to content',
    offline: 'The site does not answer. Check your connection, then try again: nothing is lost.',
    copied: 'Copied.',
  },
})

/** A whole page: the frame around the content. */
export const Layout = ({ children, ...shell }: Shell & { children?: Child }) => (
  <Surroundings locale={shell.locale} assets={shell.assets}>
    {raw('<!doctype html>')}
    <html lang={shell.locale} dir={shell.direction ?? languageOf(shell.locale).direction}>
      <Head {...shell} />
      <Body {...shell}>{children}</Body>
    </html>
  </Surroundings>
)

/** What any piece of a page stands in, with the frame or without it: a fragment is `<Surroundings>` alone. */
export const Surroundings = ({
  locale,
  assets,
  children,
}: {
  locale: Locale
  assets: Assets
  children?: Child
}) => (
  <Language value={locale}>
    <AssetsProvider value={assets}>{children}</AssetsProvider>
  </Language>
)

function Body({ children, ...shell }: Shell & { children?: Child }) {
  const t = useTexts(texts)
  return (
    <body data-worker={shell.offlinePages === true ? `/sw.js?lang=${shell.locale}` : undefined}>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <Header
        hub={shell.hub}
        viewer={shell.viewer}
        sections={shell.sections}
        active={shell.active}
        path={shell.path}
      />
      <Status flash={shell.flash} offline={t.offline} copied={t.copied} />
      <main id="content" class="page" tabindex={-1}>
        {children}
      </main>
      <Footer hub={shell.hub} locale={shell.locale} path={shell.path} version={shell.version} />
    </body>
  )
}

/** Always there, so that what is put in later is read out. */
const Status = ({ flash, offline, copied }: Pick<Shell, 'flash'> & { offline: string; copied: string }) => (
  <div id="status" class="status" role="status" data-offline={offline} data-copied={copied}>
    {flash && (
      <Notice kind={flash.kind}>
        <p>{flash.text}</p>
      </Notice>
    )}
  </div>
)

/** Goes with a fragment: fills the page's status region, wherever the fragment itself is put. */
export const StatusUpdate = ({ flash }: { flash: NonNullable<Shell['flash']> }) => (
  <div data-hx-swap-oob="innerHTML:#status">
    <Notice kind={flash.kind}>
      <p>{flash.text}</p>
    </Notice>
  </div>
)
