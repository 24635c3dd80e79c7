import { z } from 'zod'
import { JuryRoom } from '../../../views/submissions/jury.tsx'
import { JoinJury, JuryInvited } from '../../../views/submissions/jury-members.tsx'
import { juryTexts } from '../../../views/submissions/jury-texts.ts'
import { email, parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { callIn } from '../../kinds/call/stages.ts'
import { capacities } from '../../kinds/call/table.ts'
import { sayAll } from '../../kinds/faults.ts'
import { choice } from '../../kinds/gate.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { invitationBehind, inviteToJury, seat, takeSeat, unseat } from '../../submissions/jury.ts'
import { opens } from '../../submissions/link.ts'
import { juryOf, submissionCounts } from '../../submissions/queries.ts'
import { rank } from '../../submissions/ranking.ts'
import { isJudged } from '../../submissions/stages.ts'
import { dossiersOf, isBarred, judgeOf, ownVerdict, seesRanking } from '../../submissions/verdicts.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

const seatInput = z.object({ email, capacity: choice(capacities) })
const inviteInput = z.object({ capacity: choice(capacities) })

/** `/appels/<slug>/jury` */
export const showJury = (deps: Deps, kind: Kind) => async (c: Ctx) =>
  juryPage(deps, c, await callAt(deps, c, kind))

export const addJuror = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await callAt(deps, c, kind)
  const sent = await formOf(c)
  const viewer = required(c.var.viewer, 'member')
  const { input, faults } = parse(seatInput, sent)
  const typed = sent['email'] ?? ''
  if (input === null)
    return juryPage(deps, c, entry, {
      status: 422,
      form: { email: typed, error: sayAll(faults, c.var.locale)['email'] },
    })
  if (!(await seat(deps, viewer, entry, input)))
    return juryPage(deps, c, entry, {
      status: 422,
      form: { email: typed, error: juryTexts[c.var.locale].unknown },
    })
  return saved(deps, c, entry)
}

export const removeJuror = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await callAt(deps, c, kind)
  await unseat(deps, required(c.var.viewer, 'member'), entry, c.req.param('juror') ?? '')
  return saved(deps, c, entry)
}

export const inviteJuror = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await callAt(deps, c, kind)
  const { input } = parse(inviteInput, await formOf(c))
  if (input === null) throw new Refusal('invalid', 'This capacity is unknown.')
  const link = await inviteToJury(deps, required(c.var.viewer, 'member'), entry, input.capacity)
  return privatePage(
    deps,
    c,
    { title: juryTexts[c.var.locale].invited },
    <JuryInvited link={link} back={`${entry.envelope.path}/jury`} />,
  )
}

/** `/jury/<id>/<key>`: shown to whoever is signed in; only the button takes the seat. */
export const showSeat = (deps: Deps) => async (c: Ctx) => {
  const found = await seatBehind(deps, c)
  if (found === null) return spentLink(deps, c)
  required(c.var.viewer, 'member')
  const { entry, invitation } = found
  return privatePage(
    deps,
    c,
    { title: juryTexts[c.var.locale].joinTitle },
    <JoinJury call={entry.envelope} capacity={invitation.capacity} />,
  )
}

export const takeOffered = (deps: Deps) => async (c: Ctx) => {
  const found = await seatBehind(deps, c)
  if (found === null) return spentLink(deps, c)
  await takeSeat(deps, required(c.var.viewer, 'member'), found.invitation)
  setFlash(deps, c, 'jury-joined')
  return c.redirect(`${found.entry.envelope.path}/jury`, 303)
}

async function seatBehind(deps: Deps, c: Ctx) {
  const { id = '', key = '' } = c.req.param()
  const invitation = opens(deps, 'jury', id, key) ? await invitationBehind(deps, id) : null
  const entry = invitation === null ? undefined : await entryOfRow(deps, invitation.entryN)
  return invitation === null || entry === undefined || entry.envelope.state === 'withdrawn'
    ? null
    : { invitation, entry }
}

export async function callAt(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const entry = await soughtEntry(deps, c, kind)
  if (callIn(entry) === null || entry.envelope.origin !== null)
    throw new Refusal('absent', 'There is no such page.')
  return entry
}

function saved(deps: Deps, c: Ctx, { envelope }: Entry): Response {
  setFlash(deps, c, 'jury-saved')
  return c.redirect(`${envelope.path}/jury`, 303)
}

async function juryPage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  again: { status: 200 | 422; form: { email: string; error: string | undefined } } = {
    status: 200,
    form: { email: '', error: undefined },
  },
): Promise<Response> {
  const judge = await judgeOf(deps, c.var.viewer, entry)
  const { envelope } = entry
  const dossiers = await dossiersOf(deps, entry)
  const seen = dossiers.submissions.filter((one) => !isBarred(judge, one, dossiers.verdicts))
  const criteria = callIn(entry)?.criteria ?? []
  return privatePage(
    deps,
    c,
    { title: `${juryTexts[c.var.locale].title} – ${envelope.title}`, status: again.status },
    <JuryRoom
      entry={envelope}
      judged={isJudged(entry, deps.now())}
      submitted={(await submissionCounts(deps.db, envelope.n)).submitted}
      dossiers={dossiers.submissions.map((one) => {
        const own = ownVerdict(judge, one, dossiers.verdicts)
        const barred = own?.conflict === true
        return {
          id: one.id,
          project: one.project,
          holder: barred ? '' : (one.holder ?? ''),
          amount: barred ? null : one.amount,
          own: judge.seat === null ? null : barred ? 'barred' : own === undefined ? 'to-rate' : 'rated',
        }
      })}
      ranking={
        seesRanking(judge, dossiers)
          ? rank(criteria, seen, dossiers.verdicts).map(({ submission, ...rest }) => ({
              project: submission.project,
              ...rest,
            }))
          : null
      }
      members={judge.conducts ? await juryOf(deps.db, envelope.n) : null}
      form={again.form}
    />,
  )
}
