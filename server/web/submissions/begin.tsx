import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { Begin, NoProjects } from '../../../views/submissions/begin.tsx'
import { submissionTexts } from '../../../views/submissions/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { deadlineOf, type CallFields } from '../../kinds/call/fields.ts'
import type { Kind } from '../../kinds/kind.ts'
import { begin, beginAsMember, hasRoom } from '../../submissions/commands.ts'
import { keptDays } from '../../submissions/forget.ts'
import { beginInput, memberInput } from '../../submissions/input.ts'
import { pathTo } from '../../submissions/link.ts'
import { takesProjects } from '../../submissions/stages.ts'
import { isId } from '../../media/files.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

/** `/appels/<slug>/projet` */
export const showBegin = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const call = openTo(deps, c, entry)
  return call === null ? noProjects(deps, c, entry) : beginPage(deps, c, entry, call, blankForm)
}

export const sendBegin =
  (deps: Deps, kind: Kind, throttle: Pick<Throttle, 'letter'>) =>
  async (c: Ctx): Promise<Response> => {
    const entry = await soughtEntry(deps, c, kind)
    const sent = await formOf(c)
    const call = openTo(deps, c, entry)
    if (call === null) return noProjects(deps, c, entry)
    const id = isId(sent['id'] ?? '') ? (sent['id'] ?? '') : deps.newId()
    if (c.var.viewer !== null) return memberBegins(deps, c, entry, call, { ...sent, id })
    const { input, faults } = parse(beginInput, sent)
    if (input === null) return beginPage(deps, c, entry, call, mend(c, sent, faults), { status: 422 })
    const done = c.redirect('/projets/lien-envoye', 303)
    // A machine: it is told what people are told, and nothing happens.
    if ((sent['site'] ?? '') !== '') return done
    const again = { values: sent, errors: {} }
    await throttle.letter(addressOf(deps.config, c), input.email)
    if (!(await hasRoom(deps, entry.envelope.n, input.email)))
      return beginPage(deps, c, entry, call, again, { status: 429, trouble: 'crowded' })
    if (await begin(deps, entry, { ...input, id, locale: c.var.locale })) return done
    return beginPage(deps, c, entry, call, again, { status: 503, trouble: 'unsent' })
  }

async function memberBegins(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  call: CallFields,
  sent: Sent & { id: string },
): Promise<Response> {
  const { viewer } = c.var
  const { input, faults } = parse(memberInput, sent)
  if (input === null || viewer === null)
    return beginPage(deps, c, entry, call, mend(c, sent, faults), { status: 422 })
  if (!(await hasRoom(deps, entry.envelope.n, viewer.email)))
    return beginPage(deps, c, entry, call, mend(c, sent, []), { status: 429, trouble: 'crowded' })
  await beginAsMember(deps, viewer, entry, { ...input, id: sent.id })
  return c.redirect(pathTo(deps, 'submission', sent.id), 303)
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = submissionTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

export const showTakenBack = (deps: Deps) => (c: Ctx) => {
  const t = submissionTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.takenBackTitle },
    <Told title={t.takenBackTitle} text={t.takenBack} />,
  )
}

/** Open, and there is a way to give the link to whoever asks. */
const openTo = (deps: Deps, c: Ctx, entry: Entry): CallFields | null =>
  c.var.viewer === null && deps.mailer === null ? null : takesProjects(entry, deps.now())

const beginPage = (
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  call: CallFields,
  form: FormState,
  { status = 200, trouble }: { status?: ContentfulStatusCode; trouble?: 'crowded' | 'unsent' } = {},
): Promise<Response> => {
  const t = submissionTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.beginTitle(envelope.title), active: envelope.kind, status },
    <Begin
      {...form}
      entry={envelope}
      id={isId(form.values['id'] ?? '') ? (form.values['id'] ?? '') : deps.newId()}
      member={c.var.viewer?.name ?? null}
      deadline={deadlineOf(call)}
      zone={call.timeZone}
      keptDays={keptDays}
      trouble={trouble && t[trouble]}
    />,
  )
}

const noProjects = (deps: Deps, c: Ctx, { envelope }: Entry): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: submissionTexts[c.var.locale].notOpen, status: 409 },
    <NoProjects back={envelope.path} />,
  )
