import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import type { Option } from '../../../views/components/inputs.tsx'
import { AskStand, NoStands } from '../../../views/stands/ask.tsx'
import { standTexts } from '../../../views/stands/texts.ts'
import { parse } from '../../accounts/input.ts'
import { later } from '../../accounts/letters.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import { hasRole, roleIn, type Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryById, hostedOrganisations } from '../../entries/queries.ts'
import type { Kind } from '../../kinds/kind.ts'
import { takesStands } from '../../stands/access.ts'
import { askStand, tellHost } from '../../stands/commands.ts'
import { standInput, type StandInput } from '../../stands/input.ts'
import { standPath } from '../../stands/link.ts'
import { standById, villagesOf } from '../../stands/queries.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import type { Ctx } from '../env.ts'
import { ofEvent } from './public.tsx'

/** `/agenda/forum/stand` */
export const showAskStand = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await ofEvent(deps, c, kind)
  if (!(await isOpen(deps, c.var.viewer, entry))) return notOpen(deps, c, entry)
  const { viewer } = c.var
  // Whoever edits for an organisation here is known: their name and address stand already.
  const own: Record<string, string> =
    viewer === null || viewer.memberships.length === 0
      ? {}
      : { contactName: viewer.name, email: viewer.email }
  return askPage(deps, c, entry, { ...blankForm, values: own })
}

export const sendAskStand =
  (deps: Deps, kind: Kind, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
    const entry = await ofEvent(deps, c, kind)
    const sent = await formOf(c)
    if (!(await isOpen(deps, c.var.viewer, entry))) return notOpen(deps, c, entry)
    const { input, faults } = parse(standInput, sent)
    if (input === null) return askPage(deps, c, entry, mend(c, sent, faults), 422)
    const t = standTexts[c.var.locale]
    if ((sent['autre'] ?? '') !== '') return told(deps, c, t.linkTitle, t.linkSent)
    const { organisationId, known } = await speakingFor(deps, c.var.viewer, sent, input)
    if (!known && deps.mailer === null) return notOpen(deps, c, entry)
    if (!known) await throttle.letter(addressOf(deps.config, c), input.email)
    const id = idIn(sent) ?? deps.newId()
    const asked = { ...input, id, locale: c.var.locale, organisationId, known }
    const outcome = await askStand(deps, entry, asked)
    switch (outcome) {
      case 'letter':
        return told(deps, c, t.linkTitle, t.linkSent)
      case 'asked': {
        const stand = await standById(deps.db, id)
        if (stand === undefined || !known) return told(deps, c, t.askedTitle, t.own.asked)
        later(deps, () => tellHost(deps, entry, stand, 'asked'))
        return c.redirect(standPath(deps, id), 303)
      }
      case 'village': {
        const wrong = mend(c, sent, [{ field: 'village', code: 'choice' }])
        return askPage(deps, c, entry, wrong, 422)
      }
      default:
        return askPage(
          deps,
          c,
          entry,
          { values: sent, errors: {} },
          outcome === 'crowded' ? 429 : 503,
          t.trouble[outcome],
        )
    }
  }

/** An organisation of this hub is named by those who edit for it, and by nobody else. */
async function speakingFor(deps: Deps, viewer: Visitor, sent: Sent, { email }: StandInput) {
  const named = await entryById(deps, sent['organisation'] ?? '')
  const speaks =
    named !== undefined && isOrganisation(named) && roleIn(viewer, named.envelope.id) === 'editor'
  const organisationId = speaks ? named.envelope.id : null
  return { organisationId, known: organisationId !== null && viewer?.email === email }
}

const idIn = ({ id = '' }: Sent): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null

/** Whoever is known needs no letter; the others need one. */
const isOpen = async (deps: Deps, viewer: Visitor, entry: Entry): Promise<boolean> =>
  takesStands(entry, deps.now()) &&
  (await villagesOf(deps.db, entry.envelope.n)).length > 0 &&
  (deps.mailer !== null || hasRole(viewer, 'editor') || (await ownOrganisations(deps, viewer)).length > 0)

async function askPage(
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  form: FormState,
  status: ContentfulStatusCode = 200,
  trouble?: string,
): Promise<Response> {
  const villages = await villagesOf(deps.db, envelope.n)
  const t = standTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.askOf(envelope.title), active: envelope.kind, status },
    <AskStand
      {...form}
      entry={envelope}
      id={idIn(form.values) ?? deps.newId()}
      villages={villages.map(({ id, name, taken, stands }) => ({
        value: id,
        label: taken >= stands ? `${name} (${t.full})` : name,
      }))}
      organisations={await ownOrganisations(deps, c.var.viewer)}
      trouble={trouble}
    />,
  )
}

/** In the directory of this hub, for all to see. */
const isOrganisation = ({ kind, envelope }: Entry): boolean =>
  kind.section === null && envelope.origin === null && envelope.state === 'published'

/** Those of this hub that this person edits for: by name, or because they edit for all. */
async function ownOrganisations(deps: Deps, viewer: Visitor): Promise<Option[]> {
  if (viewer === null) return []
  const edited = viewer.memberships.filter(({ role }) => role === 'editor')
  const named = await Promise.all(edited.map(({ organisationId }) => entryById(deps, organisationId)))
  const theirs = named.flatMap((entry) =>
    entry !== undefined && isOrganisation(entry)
      ? [{ id: entry.envelope.id, title: entry.envelope.title }]
      : [],
  )
  const all = hasRole(viewer, 'editor') ? await hostedOrganisations(deps.db) : []
  const found = new Map([...theirs, ...all].map(({ id, title }) => [id, title]))
  return [...found].map(([value, label]) => ({ value, label }))
}

const told = (deps: Deps, c: Ctx, title: string, text: string): Promise<Response> =>
  privatePage(deps, c, { title }, <Told title={title} text={text} />)

const notOpen = (deps: Deps, c: Ctx, { envelope }: Entry): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: standTexts[c.var.locale].ask, status: 409 },
    <NoStands back={envelope.path} />,
  )
