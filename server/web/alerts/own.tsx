import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import { OwnAlert, OwnAlerts, StopAll, type OwnAlertProps } from '../../../views/alerts/own.tsx'
import { alertTexts } from '../../../views/alerts/texts.ts'
import { parse } from '../../accounts/input.ts'
import { userById } from '../../accounts/store.ts'
import { required } from '../../accounts/viewer.ts'
import { confirm, confirmWithin, end, endAll, ownAlert } from '../../alerts/commands.ts'
import { keptInput, rhythmInput } from '../../alerts/input.ts'
import { changeAlert } from '../../alerts/kept.ts'
import { endPathOf, isKeyOf, readerOf } from '../../alerts/link.ts'
import { alertById, alertsOfAccount, type AlertRow } from '../../alerts/queries.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, type Sent } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { shownAlert } from './shown.ts'

/** The link of a letter. Looking changes nothing: mail scanners look too. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const alert = await linked(deps, c)
  if (alert === null) return spentLink(deps, c)
  const late = alert.createdAt + confirmWithin < deps.now()
  return ownPage(deps, c, alert, alert.confirmedAt !== null ? 'told' : late ? 'late' : 'unconfirmed')
}

export const actOnOwn = (deps: Deps) => async (c: Ctx) => {
  const sent = await formOf(c)
  const alert = await linked(deps, c)
  if (alert === null) return spentLink(deps, c)
  if (sent['acte'] === 'arreter') {
    await end(deps, alert)
    return c.redirect('/alertes/terminee', 303)
  }
  if (sent['acte'] === 'rythme') {
    await changeAlert(deps, alert, { rhythm: rhythmIn(sent) })
    setFlash(deps, c, 'alert-saved')
    return c.redirect(c.req.path, 303)
  }
  if (sent['acte'] !== 'confirmer') throw new Refusal('invalid', 'There is nothing to do here.')
  const outcome = await confirm(deps, alert)
  return outcome === 'told' ? c.redirect(c.req.path, 303) : ownPage(deps, c, alert, outcome, 409)
}

const rhythmIn = (sent: Sent) => {
  const { input } = parse(rhythmInput, sent)
  if (input === null) throw new Refusal('invalid', 'Alerts come daily or weekly.')
  return input.rhythm
}

/** Where no letter can leave, a search is kept all the same. */
function keptIn({ mailer }: Deps, sent: Sent) {
  const { input } = parse(keptInput, mailer === null ? { ...sent, rhythm: 'none' } : sent)
  if (input === null) throw new Refusal('invalid', 'Daily, weekly or without letters; a name of 80 signs.')
  return { rhythm: input.rhythm, name: input.name ?? '' }
}

/** What the link opens; null: ended, forgotten, or no link of ours. Which of these, it does not say. */
async function linked(deps: Deps, c: Ctx): Promise<AlertRow | null> {
  const { id = '', key = '' } = c.req.param()
  const alert = await alertById(deps.db, id)
  if (alert === undefined) return null
  return isKeyOf(deps, 'link', { id, account: await accountOf(deps, alert.userId) }, key) ? alert : null
}

async function ownPage(
  deps: Deps,
  c: Ctx,
  alert: AlertRow,
  state: OwnAlertProps['state'],
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const t = alertTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: state === 'told' ? t.ownTitle : t.confirmTitle, status },
    <OwnAlert
      {...await shownAlert(deps, alert, c.var.locale)}
      state={state}
      endAll={endPathOf(deps, { id: alert.reader, account: await accountOf(deps, alert.userId) })}
    />,
  )
}

export const showEnded = (deps: Deps) => (c: Ctx) => {
  const t = alertTexts[c.var.locale]
  return privatePage(deps, c, { title: t.endedTitle }, <Told title={t.endedTitle} text={t.ended} />)
}

/** The same for whoever presses it, and however often; without our key, nothing is there. */
export const showStop = (deps: Deps) => async (c: Ctx) =>
  (await isEndLink(deps, c))
    ? privatePage(deps, c, { title: alertTexts[c.var.locale].stopTitle }, <StopAll />)
    : spentLink(deps, c)

/** Sent by the page, or by a mail service without asking: https://www.rfc-editor.org/rfc/rfc8058#section-3.2 */
export const stop = (deps: Deps) => async (c: Ctx) => {
  if (!(await isEndLink(deps, c))) return spentLink(deps, c)
  await endAll(deps, c.req.param('reader') ?? '')
  const t = alertTexts[c.var.locale]
  return privatePage(deps, c, { title: t.stoppedTitle }, <Told title={t.stoppedTitle} text={t.stopped} />)
}

async function isEndLink(deps: Deps, c: Ctx): Promise<boolean> {
  const { reader = '', key = '' } = c.req.param()
  // Of somebody without an account the name itself is made from their address.
  return isKeyOf(deps, 'end', { id: reader, account: await accountOf(deps, reader) }, key)
}

/** Where letters to this account go; null: there is none. */
const accountOf = async ({ db }: Deps, userId: string | null): Promise<string | null> =>
  userId === null ? null : ((await userById(db, userId))?.email ?? null)

/** `/compte/alertes` */
export const showMine = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const { locale } = c.var
  const rows = await alertsOfAccount(deps.db, { id: viewer.id, reader: readerOf(deps, viewer.email) })
  return privatePage(
    deps,
    c,
    { title: alertTexts[locale].mine },
    <OwnAlerts
      email={deps.mailer === null ? null : viewer.email}
      alerts={await Promise.all(rows.map((row) => shownAlert(deps, row, locale)))}
    />,
  )
}

export const actOnMine = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const sent = await formOf(c)
  const alert = await ownAlert(deps, viewer, c.req.param('id') ?? '')
  if (sent['acte'] === 'arreter') await end(deps, alert)
  else if (sent['acte'] === 'rythme') await changeAlert(deps, alert, keptIn(deps, sent))
  else throw new Refusal('invalid', 'There is nothing to do here.')
  setFlash(deps, c, sent['acte'] === 'arreter' ? 'alert-ended' : 'alert-saved')
  return c.redirect('/compte/alertes', 303)
}
