import type { Child } from 'hono/jsx'
import type { Picture } from '../components/card.tsx'
import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { Prose } from '../components/prose.tsx'
import { catalogue, useTexts, type Locale } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { Quoting } from '../quoting.tsx'

const texts = catalogue('views/entries/preview', {
  fr: {
    title: (title: string) => `Aperçu de «\u00a0${title}\u00a0»`,
    lead: {
      draft: 'Rien n’est encore publié. Voici ce que les gens verront, ici et ailleurs.',
      unfinished: 'Rien n’est encore publié, et ce brouillon est incomplet. Voici ce qui est déjà là.',
      changes: 'Vos changements ne sont pas encore publiés. Voici ce que les gens verront, ici et ailleurs.',
      public: 'Voici ce que voient les gens, ici et ailleurs.',
    },
    here: (hub: string) => `Sur ${hub}`,
    mastodon: 'Sur Mastodon',
    whole: 'Mastodon montre tout ce texte à qui suit ce compte.',
    lede: 'Mastodon ne montre que le titre, le résumé et un lien\u00a0: jamais le texte.',
    silent: 'Il n’y a pas de résumé\u00a0: sur Mastodon, il ne restera que le titre et un lien.',
    none: 'Cette fiche n’est envoyée à personne\u00a0: elle se lit ici, et son compte se suit.',
    later: 'Cette partie se voit une fois le brouillon complet.',
    announced: (handle: string) => `Partagé par ${handle}`,
    now: 'à l’instant',
    warning: 'Avertissement',
  },
  en: {
    title: (title: string) => `Preview of “${title}”`,
    lead: {
      draft: 'Nothing is published yet. This is what people will see, here and elsewhere.',
      unfinished: 'Nothing is published yet, and this draft is unfinished. This is what is there already.',
      changes: 'Your changes are not published yet. This is what people will see, here and elsewhere.',
      public: 'This is what people see, here and elsewhere.',
    },
    here: (hub: string) => `On ${hub}`,
    mastodon: 'On Mastodon',
    whole: 'Mastodon shows this whole text to those who follow this account.',
    lede: 'Mastodon shows the title, the summary and a link: never the text.',
    silent: 'There is no summary: on Mastodon, only the title and a link will be left.',
    none: 'This page is sent to nobody: it is read here, and its account is followed.',
    later: 'This part is seen once the draft is complete.',
    announced: (handle: string) => `Boosted by ${handle}`,
    now: 'just now',
    warning: 'Content warning',
  },
})

export const previewTitle = (locale: Locale, title: string): string => texts[locale].title(title)

/** A post as Mastodon makes it of what we send (interop.md has the table of who shows what). */
export interface MastodonPost {
  name: string
  handle: string
  announcedBy: string | null
  /** Of an Article or an Event: with the summary and the link, all there is. */
  converted: { title: string; summary: string; url: string } | null
  /** Of a Note: the whole of it, sanitised. */
  html: string
  language: string
  tags: readonly string[]
  picture: Picture | null
  /** The page's own card, which a picture keeps away. */
  card: { host: string; title: string; description: string; image: string } | null
}

export interface PreviewProps {
  title: string
  language: string
  hub: string
  stage: 'draft' | 'unfinished' | 'changes' | 'public'
  /** What it lacks to be published, in words; empty: nothing. */
  missing: string
  article: Child
  /** Null: entries of this kind are not sent, or the draft is unfinished. */
  post: MastodonPost | null
  actions: Child
}

export function Preview({ title, language, hub, stage, missing, article, post, actions }: PreviewProps) {
  const t = useTexts(texts)
  const still = useTexts(entryTexts).missing
  return (
    <div class="stack preview">
      <h1>
        <Quoting said={t.title} title={title} language={language} />
      </h1>
      <p class="lead">{t.lead[stage]}</p>
      {missing !== '' && (
        <Notice kind="warning">
          <p>{still(missing)}</p>
        </Notice>
      )}
      {actions}
      <section aria-labelledby="apercu-mastodon" class="preview-part">
        <h2 id="apercu-mastodon">{t.mastodon}</h2>
        <PostPreview post={post} unfinished={stage === 'unfinished'} />
      </section>
      <section aria-labelledby="apercu-ici" class="preview-part">
        <h2 id="apercu-ici">{t.here(hub)}</h2>
        <div class="preview-frame">{article}</div>
      </section>
    </div>
  )
}

/** As Mastodon shows it, and what to know of that. */
export function PostPreview({ post, unfinished }: { post: MastodonPost | null; unfinished: boolean }) {
  const t = useTexts(texts)
  if (post === null) return <p>{unfinished ? t.later : t.none}</p>
  return (
    <>
      <Post post={post} />
      <Remark post={post} />
    </>
  )
}

function Remark({ post }: { post: MastodonPost }) {
  const t = useTexts(texts)
  if (post.converted === null) return <p class="hint">{t.whole}</p>
  if (post.converted.summary !== '') return <p class="hint">{t.lede}</p>
  return (
    <Notice kind="warning">
      <p>{t.silent}</p>
    </Notice>
  )
}

function Post({ post }: { post: MastodonPost }) {
  const t = useTexts(texts)
  const { name, handle, announcedBy, converted, html, language, tags, picture, card } = post
  const spoken = inItsLanguage(language)
  return (
    <div class="mastodon">
      {announcedBy !== null && (
        <p class="mastodon-boost">
          <Icon name="repeat-2" /> {t.announced(announcedBy)}
        </p>
      )}
      <p class="mastodon-by">
        <b>{name}</b> <span class="handle">{handle}</span> <span class="mastodon-when">{t.now}</span>
      </p>
      {converted === null ? (
        <Prose html={html} language={language} />
      ) : (
        <div class="prose" {...spoken}>
          <p>
            <b>{converted.title}</b>
          </p>
          {converted.summary !== '' && <p>{converted.summary}</p>}
          <p>
            <u>{converted.url}</u>
          </p>
        </div>
      )}
      {picture !== null && (
        <img
          class="mastodon-picture"
          {...spoken}
          src={picture.src}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
        />
      )}
      {card !== null && (
        <div class="mastodon-card">
          <img src={card.image} alt="" width="120" height="120" />
          <p>
            <span class="hint">{card.host}</span>
            <b {...spoken}>{card.title}</b>
            <span {...{ class: 'mastodon-lede', ...spoken }}>{card.description}</span>
          </p>
        </div>
      )}
      {tags.length > 0 && (
        <p {...{ class: 'mastodon-tags', ...spoken }}>{tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
    </div>
  )
}
