import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Badge } from '../../../views/components/badge.tsx'
import { ActionForm } from '../../../views/components/button.tsx'
import type { MembershipsProps } from '../../../views/networks/memberships.tsx'
import { MembersPage, NetworksPage } from '../../../views/networks/pages.tsx'
import { networkTexts } from '../../../views/networks/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { ownEntryById } from '../../entries/queries.ts'
import { kinds } from '../../kinds/index.ts'
import { mayAnswerFor } from '../../networks/commands.ts'
import { countsOf, entriesOfMembers, networksHere, relayedBy } from '../../networks/gathered.ts'
import { needsOf } from '../../networks/needs.ts'
import { partyOfEntry } from '../../networks/parties.ts'
import { confirmed, memberCounts, membershipsOf, networksElsewhere } from '../../networks/queries.ts'
import { isRelayable, relay } from '../../networks/relay.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { Card } from '../entries/card.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { managed } from './managed.ts'
import { answering, networkAt, shownNeed, shownParty } from './shown.tsx'

const shownOffers = 60

/** `/annuaire/<slug>/membres` */
export const showMembers = (deps: Deps) => async (c: Ctx) =>
  membersPage(deps, c, await networkAt(deps, c), blankForm)

export async function membersPage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  form: FormState,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { envelope } = entry
  const { locale, viewer } = c.var
  const t = networkTexts[locale]
  const me = await partyOfEntry(deps.db, envelope.id)
  const memberships = me === undefined ? [] : await membershipsOf(deps.db, me.n, 'network')
  const members = confirmed(memberships).map(({ party }) => party)
  const isTheirs = mayAnswerFor(viewer, entry)
  const manage: MembershipsProps | null = isTheirs ? await managed(deps, entry, 'network', form) : null
  const offers = await entriesOfMembers(deps, members, shownOffers)
  const relayed = me === undefined ? new Set<string>() : await relayedBy(deps.db, me.n)
  return page(
    deps,
    c,
    { title: t.membersOf(envelope.title), active: 'networks', status },
    <MembersPage
      tabs={<SectionTabs active="networks" locale={locale} />}
      network={{ name: envelope.title, path: envelope.path }}
      counts={await countsOf(deps.db, { n: me?.n ?? 0, entryId: envelope.id }, memberships)}
      members={members.map(shownParty)}
      oneSided={memberships.flatMap(({ state, party }) =>
        // What an organisation alone says stands on its own page, and is answered below.
        state === 'invited' ? [{ party: shownParty(party), by: 'network' as const }] : [],
      )}
      groups={grouped(deps, offers, locale, isTheirs ? { path: envelope.path, relayed } : { relayed })}
      needs={(await needsOf(deps.db, envelope.id)).map(shownNeed)}
      manage={manage}
    />,
  )
}

/** By kind, in the order of menus; an editor may pass on what this hub publishes. */
function grouped(
  deps: Deps,
  offers: readonly Entry[],
  locale: Locale,
  { path, relayed }: { path?: string; relayed: ReadonlySet<string> },
) {
  const t = networkTexts[locale]
  return kinds
    .map((kind) => ({ kind, own: offers.filter((entry) => entry.kind.name === kind.name) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => ({
      label: kind.texts[locale].many,
      cards: own.map((entry) => {
        const { id, title } = entry.envelope
        const action = relayed.has(id) ? (
          <Badge icon="repeat-2">{t.relayed}</Badge>
        ) : path !== undefined && isRelayable(entry, deps.now()) ? (
          <ActionForm
            small
            icon="megaphone"
            action={`${path}/relais`}
            fields={{ entry: id }}
            label={t.relayOf(title)}
          >
            {t.relay}
          </ActionForm>
        ) : undefined
        return <Card entry={entry} now={deps.now()} level={4} brief {...(action && { actions: action })} />
      }),
    }))
}

export const relayOne = (deps: Deps) => async (c: Ctx) => {
  const network = await networkAt(deps, c)
  const viewer = answering(c, network)
  const entry = await ownEntryById(deps, (await formOf(c))['entry'] ?? '')
  if (entry === undefined) throw new Refusal('absent', 'There is no such entry.')
  await relay(deps, viewer, network, entry)
  setFlash(deps, c, 'entry-relayed')
  return c.redirect(`${network.envelope.path}/membres`, 303)
}

/** `/annuaire/reseaux` */
export const showNetworks = (deps: Deps) => async (c: Ctx) => {
  const { locale } = c.var
  const here = await networksHere(deps)
  const counts = await memberCounts(
    deps.db,
    here.map(({ envelope }) => envelope.id),
  )
  return page(
    deps,
    c,
    {
      title: networkTexts[locale].list,
      description: networkTexts[locale].listLead,
      active: 'networks',
      canonical: `${deps.hub.origin}/annuaire/reseaux`,
    },
    <NetworksPage
      tabs={<SectionTabs active="networks" locale={locale} />}
      here={here.map(({ envelope: { id, title, path, summary, language } }) => ({
        ...{ name: title, path, summary, language, members: counts.get(id) ?? 0 },
      }))}
      elsewhere={(await networksElsewhere(deps.db)).map(shownParty)}
    />,
  )
}
