import type { JsonObject } from '../../server/federation/json-object.ts'
import { as2, PUBLIC, type Someone } from './peer.ts'

export const said = (from: Someone, type: string, id: string): JsonObject => ({
  '@context': as2,
  id,
  type,
  actor: from.id,
  to: [PUBLIC],
})

/** A public text of someone, in answer to something. */
export const note = (from: Someone, id: string, inReplyTo: string, change: JsonObject = {}): JsonObject => ({
  id,
  type: 'Note',
  attributedTo: from.id,
  to: [PUBLIC],
  content: '<p>Bonjour</p>',
  published: '2026-11-23T07:00:00Z',
  inReplyTo,
  ...change,
})

/** What somebody publishes of their own. */
export const article = (from: Someone, id: string, name: string, change: JsonObject = {}): JsonObject => ({
  '@context': as2,
  id,
  type: 'Article',
  attributedTo: from.id,
  to: [PUBLIC],
  name,
  content: '<p>Un texte</p>',
  published: '2026-11-23T07:00:00Z',
  ...change,
})
