import type { LookupFunction } from 'node:net'
import type { Logger } from 'pino'
import type { Database } from '../db/open.ts'
import type { Locale } from '../views/language.tsx'
import type { Config } from './config.ts'
import type { Hub } from './hub/hub.ts'

/** Of what can be pressed in a letter: each holds by day and by night. */
export interface ButtonColours {
  ground: string
  words: string
  edge: string
}

/**
 * A message as the hub writes it: `compose` of `mail/` makes one. Where there is text alone, the mailer makes HTML of
 * its paragraphs.
 */
export interface Letter {
  to: string
  /** Whom an answer goes to, when that is not the hub. */
  replyTo?: string
  subject: string
  text: string
  /** In the colours of the hub, as they are when it leaves. */
  html?: (button: ButtonColours) => string
  language?: Locale
  /** A date for the reader's calendar, which mailboxes show as one: RFC 5546 says what becomes of the same UID. */
  calendar?: { method: 'PUBLISH' | 'CANCEL'; filename: string; content: string }
  /** Letters of one exchange hang together in a mailbox: the same id, which says nothing to anybody else. */
  thread?: string
  attachments?: { filename: string; content: string; contentType: string; encoding?: 'base64' }[]
  /** Of what is sent again and again: where one press ends it, without a question (RFC 8058). */
  unsubscribe?: string
}

/** Sends one letter, or throws. Null in `Deps` when no SMTP_URL is set: the hub works without mail. */
export type Mailer = (letter: Letter) => Promise<void>

/** All that reads time, chance, network or disk, handed down so that tests can hold it still. */
export interface Deps {
  config: Config
  db: Database
  /** The hub's own name, address and settings. */
  hub: Hub
  log: Logger
  /** SPDX id → name, free licences first. */
  licences: ReadonlyMap<string, string>
  /** Milliseconds since 1970. */
  now: () => number
  /** A new lower-case UUIDv7: AP ids must survive lower-casing. */
  newId: () => string
  /** Cryptographic chance. */
  random: (bytes: number) => Buffer
  /** 32 bytes of SECRET_FILE: private keys rest sealed under it. */
  secret: Buffer
  /** Resolves names for the one outbound client, `federation/fetch.ts`. */
  lookup: LookupFunction
  mailer: Mailer | null
  /** The files of `dist/static` and their hashed addresses. */
  assets: { dir: string; manifest: Readonly<Record<string, string>> }
  /** What is running: shown with its source on every page (AGPL §13). */
  version: { number: string; commit: string | null; sourceUrl: string }
}
