import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import type { Deps } from './deps.ts'
import { foundingActors, type Federation } from './federation/index.ts'
import { accountRoutes } from './web/accounts/routes.tsx'
import { alertRoutes, unsubscribeRoutes } from './web/alerts/routes.tsx'
import { apiRoutes } from './web/api/routes.ts'
import { checkRoutes } from './web/checks/routes.tsx'
import { directoryRoutes } from './web/directory/routes.tsx'
import { assemblyRoutes } from './web/assemblies/routes.tsx'
import { elsewhereRoutes } from './web/elsewhere/routes.tsx'
import { entryRoutes } from './web/entries/routes.tsx'
import type { App, Env } from './web/env.ts'
import { onError } from './web/failures.tsx'
import { groupingRoutes } from './web/groupings/routes.tsx'
import { facilitationRoutes } from './web/facilitation/routes.tsx'
import { healthRoutes } from './web/health.ts'
import { homeRoutes } from './web/home.tsx'
import { identitySheet } from './web/identity-sheet.ts'
import { importRoutes } from './web/imports/routes.tsx'
import { inquiryRoutes } from './web/inquiries/routes.tsx'
import { lotRoutes } from './web/lots/routes.tsx'
import { matchingRoutes } from './web/matching/routes.tsx'
import { mapRoutes } from './web/maps/routes.tsx'
import { mediaRoutes } from './web/media.ts'
import { csrf } from './web/middleware/csrf.ts'
import { flash } from './web/middleware/flash.ts'
import { headers } from './web/middleware/headers.ts'
import { keptAnswers } from './web/middleware/kept-answers.ts'
import { locale } from './web/middleware/locale.ts'
import { session } from './web/middleware/session.ts'
import { setupGate } from './web/middleware/setup-gate.ts'
import { soundAddress } from './web/middleware/sound-address.ts'
import { messageRoutes } from './web/messages/routes.tsx'
import { moderationRoutes } from './web/moderation/routes.tsx'
import { monthRoutes } from './web/months/routes.tsx'
import { movingRoutes } from './web/moving/routes.tsx'
import { networkRoutes } from './web/network/routes.tsx'
import { membershipRoutes } from './web/networks/routes.tsx'
import { endNotificationRoutes, notificationRoutes } from './web/notifications/routes.tsx'
import { notAnswered, otherMethods } from './web/other-methods.ts'
import { programmeRoutes } from './web/programme/routes.tsx'
import { registrationRoutes } from './web/registrations/routes.tsx'
import { proposalRoutes } from './web/proposals/routes.tsx'
import { bannerRoutes } from './web/sharing/banner-routes.ts'
import { iconRoutes } from './web/sharing/icons.ts'
import { embedRoutes } from './web/sharing/embed-routes.ts'
import { reminderEndRoutes, reminderRoutes } from './web/reminders/routes.tsx'
import { settingsRoutes } from './web/settings/routes.tsx'
import { standRoutes } from './web/stands/routes.tsx'
import { specificationRoutes } from './web/specifications/routes.tsx'
import { submissionRoutes } from './web/submissions/routes.tsx'
import { staticFiles } from './web/static.ts'
import { stylesRoutes } from './web/styles.tsx'
import { supportRoutes } from './web/supports/routes.tsx'
import { visitRoutes } from './web/visits/routes.tsx'

/**
 * The whole hub as one function from request to answer. What runs beside it is `federation.start()`; answers that never
 * end by themselves end when it is `stopping`.
 */
export function createApp(
  deps: Deps,
  federation: Federation,
  stopping: AbortSignal = new AbortController().signal,
): App {
  const app = new Hono<Env>()
  app.onError(onError(deps))
  app.notFound(notAnswered(deps, app))
  app.use(soundAddress(), keptAnswers(deps))
  app.use(requestId({ generator: () => deps.newId(), headerName: '' }), headers(deps))
  app.route('/', healthRoutes(deps))
  app.route('/', staticFiles(deps))
  app.route('/', identitySheet(deps))
  app.route(
    '/',
    mediaRoutes(
      deps,
      (url) => federation.fetchImage(url),
      (url) => federation.refusesImage(url),
    ),
  )
  app.route('/', bannerRoutes(deps))
  app.route('/', iconRoutes(deps))
  app.route('/', embedRoutes(deps))
  // Other servers are known by their signatures: no session, no language, no cookie on these.
  app.route('/', federation.routes)
  app.use(session(deps), locale(deps), flash(), setupGate(deps))
  app.route('/api/v1', apiRoutes(deps, federation))
  app.route('/', unsubscribeRoutes(deps))
  app.route('/', endNotificationRoutes(deps))
  app.route('/', reminderEndRoutes(deps))
  app.use(otherMethods(deps, app), csrf(deps))
  app.route(
    '/',
    accountRoutes(deps, (hub) => foundingActors(deps, hub), federation),
  )
  app.route('/', settingsRoutes(deps, federation))
  app.route('/', messageRoutes(deps))
  app.route('/', moderationRoutes(deps, federation))
  app.route('/', movingRoutes(deps, federation))
  app.route('/', networkRoutes(deps, federation))
  app.route('/', elsewhereRoutes(deps, federation))
  app.route('/', homeRoutes(deps))
  app.route('/', inquiryRoutes(deps))
  app.route('/', groupingRoutes(deps, federation))
  app.route('/', facilitationRoutes(deps))
  app.route('/', importRoutes(deps))
  app.route('/', lotRoutes(deps, federation))
  app.route('/', alertRoutes(deps))
  app.route('/', notificationRoutes(deps, stopping))
  app.route('/', matchingRoutes(deps))
  app.route('/', mapRoutes(deps))
  app.route('/', monthRoutes(deps))
  app.route('/', programmeRoutes(deps))
  app.route('/', registrationRoutes(deps))
  app.route('/', standRoutes(deps))
  app.route('/', specificationRoutes(deps))
  app.route('/', submissionRoutes(deps, federation))
  app.route('/', stylesRoutes(deps))
  app.route('/', supportRoutes(deps))
  app.route('/', checkRoutes(deps, federation))
  app.route('/', reminderRoutes(deps, federation))
  app.route('/', proposalRoutes(deps))
  app.route('/', visitRoutes(deps))
  app.route('/', directoryRoutes(deps, federation))
  app.route('/', assemblyRoutes(deps, federation))
  app.route('/', membershipRoutes(deps, federation))
  app.route('/', entryRoutes(deps, federation))
  return app
}
