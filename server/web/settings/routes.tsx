import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { PageEditor } from '../../../views/settings/page-editor.tsx'
import { Settings } from '../../../views/settings/settings.tsx'
import { settingsTexts } from '../../../views/settings/texts.ts'
import type { FormState } from '../../../views/accounts/form.ts'
import type { Locale } from '../../../views/language.tsx'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { sayAll } from '../../kinds/faults.ts'
import { departments } from '../../places/departments.ts'
import { Refusal } from '../../refusal.ts'
import { pageInput, settingsInput } from '../../settings/input.ts'
import { savePage, saveSettings, type PageKey } from '../../settings/save.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx, Env } from '../env.ts'
import { editablePages, pageNames } from '../footer-pages.ts'
import { defaultPages } from '../home/default-pages.ts'
import { setFlash } from '../middleware/flash.ts'
import { changeIdentity, identityBody, previewIdentity, showIdentity } from './identity.tsx'
import { showTriedIcon, triedPath } from './tried-icon.ts'

/** What the people who run the hub decide about it. */
export const settingsRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>) =>
  new Hono<Env>()
    .get('/reglages', (c) => {
      required(c.var.viewer, 'admin')
      const { locale, territory, registration, ...more } = deps.hub.settings
      const { holdComments, holdTopics, outsideTopics, moderationLog, readers } = more
      const rules = { registration, holdComments, holdTopics, outsideTopics, moderationLog, readers }
      const { tiles, tilesCredit } = more
      const values = { tiles, tilesCredit, locale, territory: territory ?? '', ...rules }
      return settingsPage(deps, c, { values, errors: {} })
    })
    .post('/reglages', smallBody, async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      const sent = await formOf(c)
      const { input, faults } = parse(settingsInput(deps), sent)
      if (input === null) return settingsPage(deps, c, withoutMail(deps, c, mend(c, sent, faults)), 422)
      await saveSettings(deps, viewer, input)
      federation.wake()
      setFlash(deps, c, 'settings-saved')
      return c.redirect('/reglages', 303)
    })
    .get('/reglages/identite', showIdentity(deps))
    .get(triedPath, showTriedIcon(deps))
    .post('/reglages/identite', identityBody, changeIdentity(deps, federation))
    .post('/reglages/identite/apercu', textBody, previewIdentity(deps))
    .get('/reglages/pages/:page', (c) => {
      required(c.var.viewer, 'admin')
      const { key } = textAt(c.req.param('page'))
      return editorPage(deps, c, { text: deps.hub.settings[key], preview: null, error: undefined })
    })
    .post('/reglages/pages/:page', textBody, async (c) => {
      const viewer = required(c.var.viewer, 'admin')
      const { key } = textAt(c.req.param('page'))
      const sent = await formOf(c)
      const { input, faults } = parse(pageInput, sent)
      const typed = sent['text'] ?? ''
      if (input === null) {
        const error = sayAll(faults, c.var.locale)['text']
        return editorPage(deps, c, { text: typed, preview: null, error })
      }
      const text = input.text ?? ''
      if (sent['end'] === 'preview')
        return editorPage(deps, c, {
          text: typed,
          preview: renderMarkdown(text, deps.hub.settings.locale),
          error: undefined,
        })
      await savePage(deps, viewer, key, text)
      setFlash(deps, c, 'settings-saved')
      return c.redirect('/reglages', 303)
    })

/** Room for the longest text, each letter of it escaped. */
const textBody = bodyLimit({
  maxSize: 256 * 1024,
  onError: () => {
    throw new Refusal('too-large', 'This text is too long.')
  },
})

/** Each page that is written here: its address among the settings, its setting, its own address. */
const texts = [
  ...editablePages.map(({ key, path }) => ({ page: path.slice(1), key, path })),
] as const satisfies readonly { page: string; key: PageKey; path: string }[]

function textAt(page: string): (typeof texts)[number] {
  const found = texts.find((text) => text.page === page)
  if (found === undefined) throw new Refusal('absent', 'There is no such page.')
  return found
}

const labelOf = (key: PageKey, locale: Locale): string => pageNames[locale][key]

/** That accounts cannot be open is no mistake in choosing: the words say what is missing. */
const withoutMail = (deps: Deps, c: Ctx, form: FormState): FormState =>
  deps.mailer === null && form.errors['registration'] !== undefined
    ? { ...form, errors: { ...form.errors, registration: settingsTexts[c.var.locale].noMailFault } }
    : form

const settingsPage = (deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200): Promise<Response> => {
  const { settings, origin } = deps.hub
  const { locale } = c.var
  return privatePage(
    deps,
    c,
    { title: settingsTexts[locale].title, status },
    <Settings
      {...form}
      departments={departments}
      hasMail={deps.mailer !== null}
      pages={texts.map(({ page, key }) => ({
        href: `/reglages/pages/${page}`,
        label: labelOf(key, locale),
        written: settings[key].trim() !== '',
      }))}
      origin={origin}
      handle={`@${settings.handle}@${hostOf(origin)}`}
      federatedAt={settings.federatedAt}
    />,
  )
}

const editorPage = (
  deps: Deps,
  c: Ctx,
  edited: { text: string; preview: string | null; error: string | undefined },
): Promise<Response> => {
  const { page, key, path } = textAt(c.req.param('page') ?? '')
  const { locale } = c.var
  const fallback = renderMarkdown(defaultPages[locale][key], locale)
  return privatePage(
    deps,
    c,
    { title: labelOf(key, locale), status: edited.error === undefined ? 200 : 422 },
    <PageEditor
      {...edited}
      title={labelOf(key, locale)}
      action={`/reglages/pages/${page}`}
      href={path}
      fallback={edited.text === '' ? fallback : null}
      language={deps.hub.settings.locale}
    />,
  )
}
