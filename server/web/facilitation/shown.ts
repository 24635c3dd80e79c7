import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import type { ShownEnd, ShownEvent, ShownRequest } from '../../../views/facilitation/exchange.tsx'
import { caseTexts } from '../../../views/facilitation/case-texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { ownEntryById } from '../../entries/queries.ts'
import type { CaseEvent } from '../../facilitation/queries.ts'
import type { CaseRow } from '../../facilitation/store.ts'
import { cpvInWords } from '../../kinds/cpv.ts'
import { sectors } from '../../kinds/organisation/table.ts'
import { words } from '../../kinds/organisation/words.ts'

// A case in the words of its views.

export async function shownRequest(deps: Deps, found: CaseRow, locale: Locale): Promise<ShownRequest> {
  const { side, name, email, subject, body, hoursWanted, deadline } = found
  const sector = sectors.find((one) => one === found.sector)
  return {
    ...{ side, name, email, subject, body, hoursWanted, deadline },
    organisation: await organisationOf(deps, found),
    place: found.placeLabel,
    cpv: found.cpv === null ? null : cpvInWords(found.cpv, locale),
    sector: sector === undefined ? null : words[locale].sectors[sector],
  }
}

export async function organisationOf(
  deps: Deps,
  { organisationId, organisationName }: Pick<CaseRow, 'organisationId' | 'organisationName'>,
): Promise<ShownRequest['organisation']> {
  const hosted = organisationId === null ? undefined : await ownEntryById(deps, organisationId)
  if (hosted === undefined) return organisationName === null ? null : { name: organisationName, href: null }
  const { title, path, state } = hosted.envelope
  return { name: title, href: isPublic(state) ? path : null }
}

/** For the desk: all of it, each with who did it. */
export const deskEvents = (events: readonly CaseEvent[], viewerId: string, locale: Locale): ShownEvent[] => {
  const t = caseTexts[locale]
  return events.map((event) => ({
    ...shown(event),
    who: !event.desk ? t.requester : event.byId === viewerId ? t.you : (event.by ?? t.goneAccount),
  }))
}

/** What whoever asked may read: what was said to them and by them. The desk is one voice, and has no names. */
const told: ReadonlySet<CaseEvent['act']> = new Set([
  ...(['received', 'answer', 'reply', 'closed', 'reopened'] as const),
  ...(['trace-agreed', 'trace-refused'] as const),
])

export const ownEvents = (events: readonly CaseEvent[], locale: Locale): ShownEvent[] => {
  const t = caseTexts[locale]
  return events
    .filter(({ act }) => told.has(act))
    .map((event) => ({ ...shown(event), who: event.desk ? t.desk : t.you, mailed: null }))
}

const shown = ({ act, desk, text, at, mails, mailedAt }: CaseEvent): Omit<ShownEvent, 'who'> => ({
  ...{ act, desk, text, at },
  mailed: mails ? mailedAt !== null : null,
})

export const shownEnd = ({ outcome, closedAt, hours, hoursBy, hoursOn }: CaseRow): ShownEnd | null =>
  outcome === null || closedAt === null
    ? null
    : {
        outcome,
        at: closedAt,
        hours:
          hours === null || hoursBy === null || hoursOn === null
            ? null
            : { count: hours, by: hoursBy, on: hoursOn },
      }

/** Opened again, a case keeps the hours that were declared: they are there to be changed or taken out. */
export const closingForm = ({ hours, hoursBy }: CaseRow): FormState =>
  hours === null ? blankForm : { values: { hours: String(hours), hoursBy: hoursBy ?? '' }, errors: {} }
