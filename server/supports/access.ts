import type { Visitor } from '../accounts/viewer.ts'
import { hasRole } from '../accounts/viewer.ts'
import { mayPublish } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import type { Envelope } from '../kinds/envelope.ts'

const supported: ReadonlySet<string> = new Set(['proposal', 'commitment'])

/** What people can support at all; another hub's is supported at home. */
export const isSupported = ({ kind }: Pick<Envelope, 'kind'>): boolean => supported.has(kind)

/** Whether it is supported here, and now. */
export const takesSupport = ({ envelope, fields }: Entry): boolean =>
  isSupported(envelope) && envelope.origin === null && envelope.state === 'published' && fields !== null

/** A first name is shown because its bearer asked for it: those who answer for the page may take it away. */
export const mayUnname = (viewer: Visitor, envelope: Envelope): boolean =>
  envelope.origin === null && (mayPublish(viewer, envelope) || hasRole(viewer, 'moderator'))
