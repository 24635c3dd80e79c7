import { Hono } from 'hono'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Federation } from '../../server/federation/federation.ts'
import { alertRoutes, unsubscribeRoutes } from '../../server/web/alerts/routes.tsx'
import { directoryRoutes } from '../../server/web/directory/routes.tsx'
import { assemblyRoutes } from '../../server/web/assemblies/routes.tsx'
import { elsewhereRoutes } from '../../server/web/elsewhere/routes.tsx'
import { checkRoutes } from '../../server/web/checks/routes.tsx'
import { entryRoutes } from '../../server/web/entries/routes.tsx'
import type { Env } from '../../server/web/env.ts'
import { facilitationRoutes } from '../../server/web/facilitation/routes.tsx'
import { notFound, onError } from '../../server/web/failures.tsx'
import { homeRoutes } from '../../server/web/home.tsx'
import { groupingRoutes } from '../../server/web/groupings/routes.tsx'
import { importRoutes } from '../../server/web/imports/routes.tsx'
import { inquiryRoutes } from '../../server/web/inquiries/routes.tsx'
import { lotRoutes } from '../../server/web/lots/routes.tsx'
import { matchingRoutes } from '../../server/web/matching/routes.tsx'
import { membershipRoutes } from '../../server/web/networks/routes.tsx'
import { messageRoutes } from '../../server/web/messages/routes.tsx'
import { monthRoutes } from '../../server/web/months/routes.tsx'
import { csrf } from '../../server/web/middleware/csrf.ts'
import { flash } from '../../server/web/middleware/flash.ts'
import { headers } from '../../server/web/middleware/headers.ts'
import { locale } from '../../server/web/middleware/locale.ts'
import { programmeRoutes } from '../../server/web/programme/routes.tsx'
import { reminderEndRoutes, reminderRoutes } from '../../server/web/reminders/routes.tsx'
import { registrationRoutes } from '../../server/web/registrations/routes.tsx'
import { standRoutes } from '../../server/web/stands/routes.tsx'
import { specificationRoutes } from '../../server/web/specifications/routes.tsx'
import { submissionRoutes } from '../../server/web/submissions/routes.tsx'
import { proposalRoutes } from '../../server/web/proposals/routes.tsx'
import { supportRoutes } from '../../server/web/supports/routes.tsx'
import { visitRoutes } from '../../server/web/visits/routes.tsx'
import { Browser, type Answer } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf, submitted } from '../support/form.ts'

export interface Pages {
  deps: TestDeps
  /** How often the federation was told to look. */
  wakes(): number
  /** A browser in which this person is signed in; without one, a visitor's. */
  as(viewer?: Viewer, address?: string): Browser
  close(): Promise<void>
}

/** The pages of a hub behind the middleware that surrounds them. Who asks is given, not logged in. */
export async function openPages(
  options: Parameters<typeof openTestDeps>[0] & Partial<Pick<Federation, 'wayHome'>> = {},
): Promise<Pages> {
  const deps = await openTestDeps(options)
  let wakes = 0
  const nobody: Federation['wayHome'] = () => Promise.reject(new Error('No server is asked in this test.'))
  // Its throttle is one for all browsers.
  const elsewhere = elsewhereRoutes(deps, { wayHome: options.wayHome ?? nobody })
  const inquiries = inquiryRoutes(deps)
  const groupings = groupingRoutes(deps, {
    wake: () => void (wakes += 1),
    lookAtCall: () => Promise.reject(new Error('No server is asked in this test.')),
  })
  const alerts = alertRoutes(deps)
  const facilitation = facilitationRoutes(deps)
  const months = monthRoutes(deps)
  const programme = programmeRoutes(deps)
  const stands = standRoutes(deps)
  const registrations = registrationRoutes(deps)
  const submissions = submissionRoutes(deps, { wake: () => void (wakes += 1) })
  const supports = supportRoutes(deps)
  const visits = visitRoutes(deps)
  const directory = directoryRoutes(deps, { wake: () => void (wakes += 1) })
  const assemblies = assemblyRoutes(deps, { wake: () => void (wakes += 1) })
  const appFor = (viewer: Viewer | null) => {
    const app = new Hono<Env>()
    app.onError(onError(deps))
    app.notFound(notFound(deps))
    app.use(headers(deps))
    app.use((c, next) => {
      c.set('viewer', viewer)
      c.set('sessionId', null)
      c.set('requestId', 'r')
      return next()
    })
    app.use(locale(deps), flash())
    app.route('/', unsubscribeRoutes(deps))
    app.route('/', reminderEndRoutes(deps))
    app.use(csrf(deps))
    app.route('/', elsewhere)
    app.route('/', homeRoutes(deps))
    app.route('/', messageRoutes(deps))
    app.route('/', inquiries)
    app.route('/', groupings)
    app.route('/', facilitation)
    app.route('/', importRoutes(deps))
    app.route('/', lotRoutes(deps, { wake: () => void (wakes += 1) }))
    app.route('/', alerts)
    app.route('/', matchingRoutes(deps))
    app.route('/', months)
    app.route('/', programme)
    app.route('/', registrations)
    app.route('/', stands)
    app.route('/', specificationRoutes(deps))
    app.route('/', submissions)
    app.route('/', supports)
    app.route('/', checkRoutes(deps, { wake: () => void (wakes += 1) }))
    app.route('/', reminderRoutes(deps, { wake: () => void (wakes += 1) }))
    app.route('/', proposalRoutes(deps))
    app.route('/', visits)
    app.route('/', directory)
    app.route('/', assemblies)
    app.route('/', membershipRoutes(deps, { wake: () => void (wakes += 1) }))
    app.route('/', entryRoutes(deps, { wake: () => void (wakes += 1) }))
    return app
  }
  return {
    deps,
    wakes: () => wakes,
    as: (viewer, address) => new Browser(appFor(viewer ?? null), deps.hub, address),
    close: () => deps.close(),
  }
}

/** The form of a page that posts to `action`, as a browser would send it untouched. */
export function formIn(page: Answer | string, action: string): Record<string, string | string[]> {
  const html = typeof page === 'string' ? page : page.text
  for (const [form] of html.matchAll(/<form\b.*?<\/form>/gs)) {
    const opening = elementsOf(form)[0]?.attributes
    if (opening?.['action']?.replace(/#.*/, '') === action && opening['method'] === 'post')
      return submitted(form)
  }
  throw new Error(`No form posts to ${action} on this page.`)
}

/** A form with files, as browsers send it. */
export function postWithFile(
  browser: Browser,
  path: string,
  fields: Record<string, string | string[]>,
  file: { name: string; bytes: Uint8Array<ArrayBuffer>; type: string },
): Promise<Answer> {
  const body = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) body.append(name, value)
  body.set(file.name, new File([file.bytes], 'photo.jpg', { type: file.type }))
  return browser.send(path, { method: 'POST', body, headers: { origin: 'https://hub.example' } })
}
