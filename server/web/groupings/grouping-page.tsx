import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { LinkButton } from '../../../views/components/button.tsx'
import { Exchange } from '../../../views/groupings/exchange.tsx'
import { GroupingPage } from '../../../views/groupings/grouping.tsx'
import { FromElsewhere } from '../../../views/groupings/lists.tsx'
import { Asks, JoinForm, Lead, OwnParts, type ShownMember } from '../../../views/groupings/members.tsx'
import { groupingTexts } from '../../../views/groupings/texts.ts'
import type { Deps } from '../../deps.ts'
import { entryById, entryOfRow } from '../../entries/queries.ts'
import { isPublic } from '../../entries/entry.ts'
import { speaksFor, takesPart } from '../../groupings/access.ts'
import { voicesIn } from '../../groupings/exchange.ts'
import { mostRole, mostWords } from '../../groupings/input.ts'
import { isIn } from '../../groupings/members.ts'
import { membersOf, messagesOf, type Grouping, type Member } from '../../groupings/queries.ts'
import { followedSites } from '../../hub/neighbour-queries.ts'
import { Refusal } from '../../refusal.ts'
import { asksForActivity } from '../asks-for-activity.ts'
import { hostOf, outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { page } from '../page.tsx'
import { organisationsOf, soughtCall } from './sought.ts'

/** `/groupements/{id}`: for everybody the call, for those who take part what they say, for who leads it the rest. */
export const showGrouping = (deps: Deps) => async (c: Ctx) => {
  c.header('Vary', 'Accept', { append: true })
  const grouping = await soughtCall(deps, c)
  if (grouping.apId === null && asksForActivity(c)) return c.redirect(`/ap/objects/${grouping.id}`, 302)
  return groupingPage(deps, c, grouping)
}

/** Also what a form that came back wrong is shown on. */
export async function groupingPage(
  deps: Deps,
  c: Ctx,
  grouping: Grouping,
  again: { join?: FormState; message?: FormState } = {},
): Promise<Response> {
  const { viewer, locale } = c.var
  const shown = await shownCall(deps, grouping)
  const members = await membersOf(deps.db, grouping.n)
  const path = `/groupements/${grouping.id}`
  const leads = speaksFor(viewer, grouping.leadId)
  const own = members.filter(({ organisationId }) => speaksFor(viewer, organisationId))
  const wrong = Object.keys({ ...again.join?.errors, ...again.message?.errors }).length > 0
  const title = `${groupingTexts[locale].title} – ${grouping.subject}`
  const show = viewer === null && grouping.apId === null ? page : privatePage
  return show(
    deps,
    c,
    { title, description: grouping.seeks.slice(0, 200), active: 'tender', ...(wrong ? { status: 422 } : {}) },
    <GroupingPage
      {...shown}
      members={grouping.apId === null ? members.filter(({ state }) => state === 'accepted').length : null}
    >
      {leads && <Lead path={path} state={grouping.state} editHref={`${path}/modifier`} />}
      {leads && <Asks path={path} members={await shownMembers(deps, members)} />}
      <OwnParts path={path} members={await shownMembers(deps, own)} />
      {takesPart(viewer, { leadId: grouping.leadId, members }) &&
        (await exchange(deps, c, grouping, members, again.message))}
      {grouping.state === 'open' && (await joining(deps, c, grouping, { members, form: again.join }))}
    </GroupingPage>,
  )
}

async function shownCall(deps: Deps, grouping: Grouping) {
  const { apId, leadId, tenderN, lotNumber, subject, leadName, form, seeks, brings } = grouping
  const lead = leadId === null ? undefined : await entryById(deps, leadId)
  // Whoever led it has gone: so has the call.
  if (apId === null && (lead === undefined || !isPublic(lead.envelope.state)))
    throw new Refusal('gone', 'This call has ended.')
  const tender = tenderN === null ? undefined : await entryOfRow(deps, tenderN)
  const isThere = tender !== undefined && isPublic(tender.envelope.state)
  return {
    ...{ subject, language: tender?.envelope.language ?? null, form, seeks, brings, state: grouping.state },
    lotHref: isThere ? `${tender.envelope.path}/lots/${lotNumber ?? 1}` : null,
    lead: { name: leadName, href: lead?.envelope.path ?? null },
    host: apId === null ? null : hostOf(apId),
    homeHref: apId === null ? null : (outside(apId) ?? null),
  }
}

const shownMembers = (deps: Deps, members: readonly Member[]): Promise<ShownMember[]> =>
  Promise.all(
    members.map(
      async ({ id, name, host, organisationId, role, note, state, answer, createdAt, answeredAt }) => {
        const entry = organisationId === null ? undefined : await entryById(deps, organisationId)
        return {
          ...{ id, name, role, note, state, answer },
          host: organisationId === null ? host : null,
          href: entry?.envelope.path ?? null,
          at: answeredAt ?? createdAt,
        }
      },
    ),
  )

async function exchange(
  deps: Deps,
  c: Ctx,
  grouping: Grouping,
  members: readonly Member[],
  form: FormState = blankForm,
) {
  const names = new Map([
    ...(grouping.leadId === null ? [] : [[grouping.leadId, grouping.leadName] as const]),
    ...members.flatMap(({ organisationId, name }) =>
      organisationId === null ? [] : [[organisationId, name] as const],
    ),
  ])
  const voices = grouping.state === 'ended' ? [] : voicesIn(c.var.viewer, grouping, members)
  return (
    <Exchange
      {...form}
      path={`/groupements/${grouping.id}`}
      id={form.values['id'] ?? deps.newId()}
      messages={(await messagesOf(deps.db, grouping.n)).map(({ id, name, actorN, text, createdAt }) => ({
        ...{ id, name, text, at: createdAt },
        host: actorN === null ? null : hostOfWriter(grouping, members, actorN),
      }))}
      organisations={voices.map((value) => ({ value, label: names.get(value) ?? value }))}
      most={mostWords}
    />
  )
}

const hostOfWriter = (grouping: Grouping, members: readonly Member[], actorN: number): string | null =>
  grouping.apId !== null
    ? hostOf(grouping.apId)
    : (members.find((one) => one.actorN === actorN)?.host ?? null)

/** The form for those who publish for an organisation that takes no part yet; for others, the way to their own hub. */
async function joining(
  deps: Deps,
  c: Ctx,
  grouping: Grouping,
  { members, form }: { members: readonly Member[]; form: FormState | undefined },
) {
  const { viewer, locale } = c.var
  const taken = new Set(members.filter(isIn).map(({ organisationId }) => organisationId))
  const organisations = (await organisationsOf(deps, viewer)).filter(
    ({ value }) => value !== grouping.leadId && !taken.has(value),
  )
  const path = `/groupements/${grouping.id}`
  const address = grouping.apId ?? deps.hub.origin + path
  const query = `?adresse=${encodeURIComponent(address)}`
  const sites = grouping.apId === null ? await followedSites(deps.db) : []
  return (
    <>
      {(organisations.length > 0 || form !== undefined) && (
        <JoinForm
          {...(form ?? blankForm)}
          aside={speaksFor(viewer, grouping.leadId)}
          {...{ path, organisations }}
          most={{ role: mostRole, words: mostWords }}
        />
      )}
      {viewer === null && (
        <p class="actions">
          <LinkButton href={`/connexion?retour=${encodeURIComponent(path)}`} icon="log-in">
            {groupingTexts[locale].login}
          </LinkButton>
        </p>
      )}
      {grouping.apId === null && (
        <FromElsewhere
          address={address}
          hosts={sites.map(({ host, origin }) => ({ host, href: `${origin}/groupements/ailleurs${query}` }))}
        />
      )}
    </>
  )
}
