import { bodyLimit } from 'hono/body-limit'
import { IdentityForm } from '../../../views/settings/identity.tsx'
import { IdentityPreview, type IdentityPreviewProps } from '../../../views/settings/identity-preview.tsx'
import { identityTexts } from '../../../views/settings/identity-texts.ts'
import { parse } from '../../accounts/input.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { ownPicture } from '../../entries/queries.ts'
import type { Federation } from '../../federation/federation.ts'
import { accentOf, softwareAccent } from '../../hub/accent.ts'
import { hexOf } from '../../hub/colour.ts'
import type { Settings } from '../../hub/hub.ts'
import { logoOf } from '../../hub/identity.ts'
import { sayAll, type Fault } from '../../kinds/faults.ts'
import { maxUpload, storePicture } from '../../media/pictures.ts'
import { Refusal } from '../../refusal.ts'
import { identityInput } from '../../settings/identity-input.ts'
import { saveIdentity } from '../../settings/save.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import { formDataOf, textIn, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { triedIcons } from './tried-icon.ts'

/** Room for one picture and the longest text. */
export const identityBody = bodyLimit({
  maxSize: maxUpload + 256 * 1024,
  onError: () => {
    throw new Refusal('too-large', 'This form is too heavy.')
  },
})

interface Form {
  sent: Sent
  logo: Settings['logo']
  errors: Readonly<Record<string, string>>
}

/** `/reglages/identite` */
export const showIdentity = (deps: Deps) => (c: Ctx) => {
  required(c.var.viewer, 'admin')
  const { name, tagline, homeText, accent, logo } = deps.hub.settings
  return formPage(deps, c, { sent: { name, tagline, homeText, accent: accent ?? '' }, logo, errors: {} }, 200)
}

export const changeIdentity = (deps: Deps, federation: Pick<Federation, 'wake'>) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'admin')
  const data = await formDataOf(c)
  const sent = textIn(data)
  const { input, faults } = parse(identityInput, chosenIn(sent))
  const { logo, fault } = await logoIn(deps, viewer, data)
  const errors = errorsOf(c, fault === null ? faults : [...faults, fault])
  if (input === null || fault !== null) return formPage(deps, c, { sent, logo, errors }, 422)
  if (sent['end'] === 'preview') return formPage(deps, c, { sent, logo, errors }, 200)
  await saveIdentity(deps, viewer, { ...input, logo })
  federation.wake()
  setFlash(deps, c, 'settings-saved')
  return c.redirect('/reglages/identite', 303)
}

/** What is being typed, as it will look; nothing is kept. */
export const previewIdentity = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'admin')
  const data = await formDataOf(c)
  const sent = textIn(data)
  data.delete('logo')
  const { logo } = await logoIn(deps, viewer, data)
  const { input } = parse(identityInput, chosenIn(sent))
  return privatePage(
    deps,
    c,
    { title: identityTexts[c.var.locale].preview, status: input === null ? 422 : 200 },
    <IdentityPreview {...previewOf(deps, sent, logo)} />,
  )
}

/** The box that takes back the software's colour leaves nothing chosen. */
const chosenIn = (sent: Sent): Sent => (sent['accentBack'] === 'true' ? { ...sent, accent: '' } : sent)

async function logoIn(
  deps: Deps,
  viewer: Viewer,
  data: FormData,
): Promise<{ logo: Settings['logo']; fault: Fault | 'gone' | null }> {
  const there = deps.hub.settings.logo
  const file = data.get('logo')
  if (file instanceof File && file.size > 0) {
    const stored = await storePicture(deps, file, viewer.id)
    return 'code' in stored
      ? { logo: there, fault: { ...stored, field: 'logo' } }
      : { logo: stored, fault: null }
  }
  if (data.get('logoRemove') !== null) return { logo: null, fault: null }
  const id = data.get('logoId')
  if (typeof id !== 'string' || id === there?.id) return { logo: there, fault: null }
  // Sent to be looked at before, by this very person; a day later it is swept.
  const own = await ownPicture(deps.db, viewer, id)
  return own === null ? { logo: there, fault: 'gone' } : { logo: own, fault: null }
}

function errorsOf(c: Ctx, faults: readonly (Fault | 'gone')[]): Record<string, string> {
  const gone = faults.includes('gone') ? { logo: identityTexts[c.var.locale].logoGone } : {}
  return {
    ...sayAll(
      faults.filter((fault) => fault !== 'gone'),
      c.var.locale,
    ),
    ...gone,
  }
}

const formPage = (deps: Deps, c: Ctx, { sent, logo, errors }: Form, status: 200 | 422): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: identityTexts[c.var.locale].title, status },
    <IdentityForm
      values={{ ...sent, accent: hexOf(sent['accent'] ?? '') ?? softwareAccent.hue }}
      errors={errors}
      logo={logo === null ? null : logoOf(logo)}
      coloured={(hexOf(sent['accent'] ?? '') ?? softwareAccent.hue) !== softwareAccent.hue}
      preview={previewOf(deps, sent, logo)}
    />,
  )

function previewOf({ hub }: Deps, sent: Sent, logo: Settings['logo']): IdentityPreviewProps {
  const typed = chosenIn(sent)['accent'] ?? ''
  const hex = hexOf(typed)
  const accent = hex === null || hex === softwareAccent.hue ? null : accentOf(hex)
  return {
    name: sent['name'] ?? '',
    tagline: sent['tagline'] ?? '',
    html: renderMarkdown((sent['homeText'] ?? '').slice(0, 30_000), hub.settings.locale),
    language: hub.settings.locale,
    logo: logo === null ? null : logoOf(logo),
    accent:
      accent === null
        ? hex === null && typed.trim() !== ''
          ? 'none'
          : null
        : { chosen: accent.chosen, shown: accent.light.accent, darkened: accent.darkened },
    icons:
      accent === null && logo === null
        ? null
        : triedIcons({ accent: hex, logo: logo === null ? null : logo.id }),
  }
}
