import type { Assets } from '../assets.tsx'
import type { NoticeKind } from '../components/notice.tsx'
import type { Logo } from '../components/logo.tsx'
import type { Locale } from '../language.tsx'
import type { Section } from '../navigation.ts'

export type Role = 'admin' | 'moderator' | 'facilitator' | 'editor' | 'contributor' | 'member'

export interface Viewer {
  name: string
  /** The path of their picture; undefined: they have none. */
  picture?: string | undefined
  role: Role
  /** For an organisation, whatever their role on the hub. */
  mayPublish?: boolean | undefined
  /** Notifications that they have not read: shown on the bell. */
  unread?: number | undefined
  /** How much waits for them, by the page where it does: shown on the account menu. */
  waits?: { desk: number; moderation: number; facilitation: number } | undefined
}

export interface Hub {
  name: string
  tagline?: string | null | undefined
  /** Without a trailing slash. */
  origin: string
  /** Instead of the mark of the software. */
  logo?: Logo | null | undefined
  /** The sheet of its own colour, and that colour for the frame of a browser; null: the software's. */
  style?: { href: string; light: string; dark: string } | null | undefined
  /** Its own icons: for a tab, for the screen of a telephone, beside a link; null: the software's. */
  icons?: { tab: string; touch: string; card: string } | null | undefined
  /** The pages the admin edits: legal notice, privacy, contact. */
  pages?: readonly { href: string; label: string }[] | undefined
}

/** For those who show a link to this page elsewhere. */
export interface OpenGraph {
  type?: 'website' | 'article' | 'profile' | undefined
  /** The mark of the software, if there is none. */
  image?: CardImage | undefined
  /** `@emplois@hub.example`: who is named under the link on Mastodon; null: nobody of ours. */
  creator?: string | null | undefined
  /** Of what the page is about, where it is not the page's own. */
  language?: string | undefined
  publishedAt?: string | undefined
  modifiedAt?: string | undefined
  tags?: readonly string[] | undefined
}

export interface CardImage {
  /** Absolute. */
  url: string
  alt: string
  /** Unknown: 0. */
  width: number
  height: number
  type: string
}

/** All that the frame of a page needs to know; the content knows none of it. */
export interface Shell {
  hub: Hub
  viewer: Viewer | null
  locale: Locale
  /** Of the whole page; unless it is said, that of its language. */
  direction?: 'ltr' | 'rtl' | undefined
  title: string
  description?: string | null | undefined
  /** Path and query of this page. */
  path: string
  /** Absolute; for a remote entry, its origin. */
  canonical?: string | undefined
  robots?: string | undefined
  /** The same page in each language of the interface, where robots may read it. */
  languages?: readonly { hreflang: string; href: string }[] | undefined
  /** Feeds, and the ActivityPub form of the page. */
  alternates?: readonly { type: string; href: string; title?: string | undefined }[] | undefined
  og?: OpenGraph | undefined
  flash?: { kind: NoticeKind; text: string } | null | undefined
  /** Browsers may keep pages for when there is no connection. */
  offlinePages?: boolean | undefined
  version: { number: string; commit?: string | null | undefined; sourceUrl: string }
  assets: Assets
  /** Of this page alone: names of files of `static/`, ‘editor.js’. The page works without. */
  scripts?: readonly string[] | undefined
  /** The same for style. */
  sheets?: readonly string[] | undefined
  /** What the header offers, in its order. */
  sections: readonly Section[]
  /** Key of the section this page belongs to, or `home`. */
  active?: string | undefined
}
