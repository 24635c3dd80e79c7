import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { NoAlert, SaveAlert } from '../../../views/alerts/save.tsx'
import { alertTexts } from '../../../views/alerts/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import { ask, isCrowded } from '../../alerts/commands.ts'
import { alertInput, keptInput, type Rhythm } from '../../alerts/input.ts'
import { tellAccount } from '../../alerts/kept.ts'
import { listPath, readSearch, saved, type SavedSearch } from '../../alerts/search.ts'
import { inWords } from '../../alerts/words.ts'
import type { Deps } from '../../deps.ts'
import type { Filter } from '../../entries/list.ts'
import { kindNamed } from '../../kinds/index.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { askedFilter } from '../entries/filter.ts'
import { feedLinks } from '../entries/list.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

interface Wanted extends SavedSearch {
  organisationId: string
}

/** `/alertes/nouvelle?kind=job&place=92`: the same words as in the list's own address. */
export const showSave = (deps: Deps) => async (c: Ctx) => {
  const asked = await askedFilter(deps, kindNamed(c.req.query('kind') ?? '') ?? null, (name) =>
    c.req.query(name),
  )
  if (asked.unknownPlace !== null) return notUnderstood(deps, c)
  if (deps.mailer === null && c.var.viewer === null) return noMail(deps, c, asked.filter)
  return savePage(deps, c, saved(asked.filter), asked.filter, blankForm)
}

export const save = (deps: Deps, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const sent = await formOf(c)
  const search = { kind: sent['liste'] ?? '', query: (sent['recherche'] ?? '').slice(0, 1000) }
  const filter = readSearch(search)
  if (filter === null) return notUnderstood(deps, c, 422)
  const { viewer } = c.var
  if (deps.mailer === null && viewer === null) return noMail(deps, c, filter)
  const again = pageAgain(deps, c, search, filter, sent)
  const wanted = { ...search, organisationId: '' }
  if (viewer !== null) {
    const { input, faults } = parse(keptInput, deps.mailer === null ? { ...sent, rhythm: 'none' } : sent)
    if (input === null) return again(mend(c, sent, faults), 422)
    const how = { rhythm: input.rhythm, name: input.name ?? '' }
    return saveOwn(deps, c, wanted, how, () => again(undefined, 409, 'many'))
  }
  const { input, faults } = parse(alertInput, sent)
  if (input === null) return again(mend(c, sent, faults), 422)
  const done = c.redirect('/alertes/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['site'] ?? '') !== '') return done
  if (await isCrowded(deps)) return again(undefined, 429, 'crowded')
  await throttle.letter(addressOf(deps.config, c), input.email)
  if (await ask(deps, wanted, { ...input, locale: c.var.locale })) return done
  return again(undefined, 503, 'unsent')
}

/** For those who have an account: no letter to confirm. */
export async function saveOwn(
  deps: Deps,
  c: Ctx,
  wanted: Wanted,
  how: { rhythm: Rhythm; name: string },
  tooMany: () => Promise<Response>,
): Promise<Response> {
  const { viewer } = c.var
  if (viewer === null || (await tellAccount(deps, viewer, wanted, how)) === 'many') return tooMany()
  setFlash(deps, c, 'alert-saved')
  return c.redirect('/compte/alertes', 303)
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = alertTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

type Trouble = 'crowded' | 'unsent' | 'many'

const pageAgain =
  (deps: Deps, c: Ctx, search: SavedSearch, filter: Filter, sent: Sent) =>
  (form: FormState | undefined, status: ContentfulStatusCode, trouble?: Trouble) =>
    savePage(deps, c, search, filter, form ?? { values: sent, errors: {} }, { status, trouble })

async function savePage(
  deps: Deps,
  c: Ctx,
  search: SavedSearch,
  filter: Filter,
  form: FormState,
  { status = 200, trouble }: { status?: ContentfulStatusCode; trouble?: Trouble | undefined } = {},
): Promise<Response> {
  const { locale, viewer } = c.var
  const t = alertTexts[locale]
  return privatePage(
    deps,
    c,
    { title: viewer === null ? t.title : t.keep, ...(filter.kind && { active: filter.kind.name }), status },
    <SaveAlert
      {...form}
      what={await inWords(deps, filter, locale, 'shown')}
      search={search}
      list={listPath(search)}
      atom={atomOf(filter)}
      account={viewer}
      letters={deps.mailer !== null}
      trouble={trouble && t[trouble]}
    />,
  )
}

const atomOf = (filter: Filter): string | null =>
  feedLinks(filter.kind?.path ?? '/recherche', { filter }).find(({ format }) => format === 'atom')?.href ??
  null

const noMail = (deps: Deps, c: Ctx, filter: Filter): Promise<Response> => {
  const t = alertTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.noMail, status: 409 },
    <NoAlert title={t.noMail} text={t.noMailHow} list={listPath(saved(filter))} atom={atomOf(filter)} />,
  )
}

const notUnderstood = (deps: Deps, c: Ctx, status: ContentfulStatusCode = 404): Promise<Response> => {
  const t = alertTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.notUnderstood, status },
    <NoAlert title={t.notUnderstood} text={t.notUnderstoodHow} list="/recherche" atom={null} />,
  )
}
