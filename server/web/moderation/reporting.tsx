import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { nothingSent, type Sent as Again } from '../../../views/moderation/decision-form.tsx'
import { ReportForm, ReportThanks, type ReportFormProps } from '../../../views/moderation/report-form.tsx'
import { reportTexts } from '../../../views/moderation/report-texts.ts'
import { parse } from '../../accounts/input.ts'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { report, reportInput } from '../../moderation/reports.ts'
import type { Thing } from '../../moderation/thing.ts'
import { openReportGate } from '../../moderation/throttle.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { backPath } from '../back-path.ts'
import { addressOf } from '../client-address.ts'
import type { Ctx, Env } from '../env.ts'
import { isNamed, thingNamed } from './named-thing.ts'

/** Reporting is for everybody, without an account. */
export function reportingRoutes(deps: Deps): Hono<Env> {
  const gate = openReportGate()
  return new Hono<Env>()
    .get('/', async (c) => {
      const named = c.req.query()
      const found = isNamed(named) ? await thingNamed(deps, c.var.viewer, named) : undefined
      if (isNamed(named) && found === undefined)
        throw new Refusal('absent', 'There is nothing to report there.')
      return formPage(deps, c, { id: deps.newId(), about: found, again: nothingSent })
    })
    .post('/', smallBody, async (c) => {
      const sent = await formOf(c)
      const found = await thingNamed(deps, c.var.viewer, { objet: sent['objet'] })
      const { input, faults } = parse(reportInput, sent)
      const id = input?.id ?? deps.newId()
      if (input === null || found === undefined) {
        const { values, errors } = mend(c, sent, faults)
        const which = found === undefined ? { objet: reportTexts[c.var.locale].unknown } : {}
        return formPage(
          deps,
          c,
          { id, about: found, again: { values, errors: { ...which, ...errors } } },
          422,
        )
      }
      const refused = await gate(addressOf(deps.config, c)).catch((error: unknown) => {
        if (error instanceof Refusal) return error
        throw error
      })
      if (refused instanceof Refusal) {
        c.header('Retry-After', String(refused.retryAfter ?? 60))
        return formPage(deps, c, { id, about: found, again: { values: sent, errors: {} } }, 429)
      }
      await report(deps, c.var.viewer, found, input)
      return c.redirect(
        `/signaler/merci?retour=${encodeURIComponent(found.subject === 'message' ? '/messages' : (found.path ?? '/'))}`,
        303,
      )
    })
    .get('/merci', (c) =>
      privatePage(
        deps,
        c,
        { title: reportTexts[c.var.locale].thanks },
        <ReportThanks back={backPath(c.req.query('retour'), '/')} />,
      ),
    )
}

const formPage = (
  deps: Deps,
  c: Ctx,
  { id, about, again }: { id: string; about: Thing | undefined; again: Again },
  status: ContentfulStatusCode = 200,
): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: reportTexts[c.var.locale].title, status },
    <ReportForm
      id={id}
      about={about === undefined ? null : aboutOf(c, about)}
      member={c.var.viewer?.name ?? null}
      tooMany={status === 429}
      {...again}
    />,
  )

function aboutOf(
  c: Ctx,
  { subject, subjectId, id, title, titleLanguage, author, host, path }: Thing,
): ReportFormProps['about'] {
  const room = subject === 'comment' ? 'commentaires' : 'fiches'
  return {
    object: subjectId,
    subject: subject === 'comment' || subject === 'message' ? subject : 'entry',
    ...{ title, titleLanguage },
    author: author.name,
    host,
    path: subject === 'message' ? `/messages#message-${id}` : (path ?? '/'),
    decide: subject !== 'message' && hasRole(c.var.viewer, 'moderator') ? `/moderation/${room}/${id}` : null,
  }
}
