import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Case, type CaseForm } from '../../../views/facilitation/case.tsx'
import { caseTexts } from '../../../views/facilitation/case-texts.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayRead } from '../../entries/entry.ts'
import { ownEntryById } from '../../entries/queries.ts'
import { deskOf } from '../../facilitation/access.ts'
import { deskCase } from '../../facilitation/commands.ts'
import { mostHours, mostTraceWords, mostWords } from '../../facilitation/input.ts'
import { deskPath } from '../../facilitation/link.ts'
import { linksOf } from '../../facilitation/linking.ts'
import { eventsOf } from '../../facilitation/queries.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { closingForm, deskEvents, shownEnd, shownRequest } from './shown.ts'

type Found = Awaited<ReturnType<typeof deskCase>>

export const showCase = (deps: Deps) => async (c: Ctx) => {
  const viewer = deskOf(c.var.viewer)
  return casePage(deps, c, viewer, await deskCase(deps, viewer, c.req.param('id') ?? ''))
}

/** The page again, with what was typed, when something was wrong or somebody was quicker. */
export async function casePage(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  found: Found,
  {
    forms = {},
    status = 200,
    conflict = null,
  }: {
    forms?: Partial<Record<CaseForm, FormState>>
    status?: ContentfulStatusCode
    conflict?: string | null
  } = {},
): Promise<Response> {
  const { locale } = c.var
  const { takenBy, takenByName, trace, traceState } = found
  const idOf = (form: FormState | undefined) => form?.values['form'] ?? deps.newId()
  return privatePage(
    deps,
    c,
    { title: found.subject, status },
    <Case
      path={deskPath(found.id)}
      request={await shownRequest(deps, found, locale)}
      events={deskEvents(await eventsOf(deps.db, found.n), viewer.id, locale)}
      links={await linksOf(deps, found.n)}
      owner={
        takenBy === null
          ? null
          : {
              id: takenBy,
              name: takenByName ?? caseTexts[locale].goneAccount,
              isViewer: takenBy === viewer.id,
            }
      }
      waitingSince={found.waitingSince}
      end={shownEnd(found)}
      trace={{ text: trace, state: traceState, draft: await draftOf(deps, viewer, found) }}
      forms={{ answer: blankForm, note: blankForm, close: closingForm(found), trace: blankForm, ...forms }}
      formIds={{
        ...{ answer: idOf(forms.answer), note: idOf(forms.note) },
        ...{ close: idOf(forms.close), trace: idOf(forms.trace) },
      }}
      most={{ words: mostWords, hours: mostHours, trace: mostTraceWords }}
      now={deps.now()}
      conflict={conflict}
    />,
  )
}

/** A draft is its author's and its editors': the others at the desk know only that there is one. */
async function draftOf(
  deps: Deps,
  viewer: Viewer,
  { traceEntryId }: Found,
): Promise<{ href: string | null } | null> {
  if (traceEntryId === null) return null
  const draft = await ownEntryById(deps, traceEntryId)
  if (draft === undefined) return { href: null }
  const { envelope } = draft
  return { href: mayRead(viewer, envelope) || envelope.authorId === viewer.id ? envelope.path : null }
}
