import { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { saveChoices, showChoices } from './choices.tsx'
import { showEnd, stop } from './ending.tsx'
import { follow } from './following.ts'
import { markAll, openOne, showList } from './list.tsx'
import { openStreams, type StreamLimits } from './streams.ts'

/** What concerns somebody: on a page, in the head of every page, and by e-mail. */
export function notificationRoutes(
  deps: Deps,
  stopping: AbortSignal = new AbortController().signal,
  limits?: StreamLimits,
): Hono<Env> {
  const streams = openStreams(deps, stopping, limits)
  return new Hono<Env>()
    .get('/notifications', showList(deps))
    .post('/notifications/lues', smallBody, markAll(deps))
    .post('/notifications/suivi', smallBody, follow(deps))
    .get('/notifications/flux', streams.connect)
    .get('/notifications/:n{[0-9]{1,15}}', openOne(deps))
    .get('/compte/notifications', showChoices(deps))
    .post('/compte/notifications', smallBody, saveChoices(deps))
}

/** Pressed by mail services for their reader, from anywhere: it stands before what refuses foreign forms (RFC 8058). */
export const endNotificationRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/notifications/fin/:which/:user/:key', showEnd(deps))
    .post('/notifications/fin/:which/:user/:key', smallBody, stop(deps))
