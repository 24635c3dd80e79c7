import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AssembliesPage } from '../../../views/assemblies/list.tsx'
import { AssemblyPage } from '../../../views/assemblies/pages.tsx'
import type { ShownMeeting } from '../../../views/assemblies/shown.ts'
import { assemblyTexts } from '../../../views/assemblies/texts.ts'
import { formatCount } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { mayRun } from '../../assemblies/access.ts'
import { figuresOf } from '../../assemblies/figures.ts'
import { invitedOf } from '../../assemblies/invitation.ts'
import { allAssemblies, insideOf, type Inside, type Meeting } from '../../assemblies/queries.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { entryById } from '../../entries/queries.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { siblings } from '../sections.ts'
import { SectionTabs } from '../section-tabs.tsx'
import { runners } from './founding.tsx'
import { placeAt, shownAssembly, type Place } from './place.ts'

/** `/assemblees` */
export const showAssemblies = (deps: Deps) => async (c: Ctx) => {
  const { locale, viewer } = c.var
  const t = assemblyTexts[locale]
  const rows = await allAssemblies(deps.db)
  return page(
    deps,
    c,
    {
      ...{ title: t.list, description: t.listLead, active: 'assemblies' },
      canonical: `${deps.hub.origin}/assemblees`,
    },
    <AssembliesPage
      tabs={<SectionTabs active="assemblies" locale={locale} />}
      assemblies={await Promise.all(
        rows.map(async (assembly) => ({
          ...(await shownAssembly(deps, assembly)),
          seats: seatsIn(await insideOf(deps.db, assembly), locale),
        })),
      )}
      mayOpen={(await runners(deps, viewer)).length > 0}
    />,
  )
}

function seatsIn({ seats }: Inside, locale: Locale): string {
  const t = assemblyTexts[locale]
  const vacant = seats.filter(({ organisation }) => organisation === null).length
  return seats.length === 0
    ? ''
    : `${formatCount(seats.length, locale, t.seatCount)}, ${formatCount(vacant, locale, t.vacantCount)}`
}

/** `/assemblees/<slug>` */
export const showAssembly = (deps: Deps) => async (c: Ctx) => assemblyPage(deps, c, await placeAt(deps, c))

export async function assemblyPage(
  deps: Deps,
  c: Ctx,
  place: Place,
  errors: Readonly<Record<string, string>> = {},
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { assembly, inside, shown } = place
  const { locale, viewer } = c.var
  const isRun = mayRun(viewer, assembly)
  const labels = new Map(inside.seats.map(({ id, label }) => [id, label]))
  return page(
    deps,
    c,
    {
      ...{ title: assembly.name, active: 'assemblies', status },
      description: assembly.mandate.slice(0, 300),
      canonical: deps.hub.origin + shown.path,
    },
    <AssemblyPage
      tabs={<SectionTabs active="assemblies" locale={locale} />}
      assembly={shown}
      seats={inside.seats}
      candidatures={inside.candidatures.flatMap(({ state, seatId, ...candidature }) =>
        state === 'unconfirmed' ? [] : [{ ...candidature, state, seat: labels.get(seatId ?? '') ?? null }],
      )}
      meetings={await Promise.all(inside.meetings.map((meeting) => shownMeeting(deps, inside, meeting)))}
      items={inside.items.flatMap(({ state, ...item }) =>
        state === 'unconfirmed' ? [] : [{ ...item, state }],
      )}
      decisions={inside.decisions}
      figures={figuresOf(inside)}
      isRun={isRun}
      invitable={
        isRun && assembly.sort === 'committee' && deps.mailer !== null ? (await invitedOf(deps)).length : null
      }
      month={assembly.sort === 'committee' ? monthPage(locale) : null}
      errors={errors}
    />,
  )
}

/** Where a hub has one, it stands beside its agenda. */
const monthPage = (locale: Locale): string | null =>
  siblings('event', locale).find(({ href }) => href === '/agenda/mois')?.href ?? null

async function shownMeeting(deps: Deps, { attendance }: Inside, meeting: Meeting): Promise<ShownMeeting> {
  const noted = attendance.filter(({ meetingId }) => meetingId === meeting.id)
  const minutes = meeting.newsId === null ? undefined : await entryById(deps, meeting.newsId)
  return {
    ...meeting,
    minutes: minutes !== undefined && isPublic(minutes.envelope.state) ? minutes.envelope.path : null,
    attendance:
      noted.length === 0
        ? null
        : {
            noted: noted.length,
            present: noted.filter(({ presence }) => presence === 'present').length,
          },
  }
}
