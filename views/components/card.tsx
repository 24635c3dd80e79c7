import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.ts'
import { tidySpaces, type Moment } from '../format.ts'
import { DayLeaf } from './date.tsx'
import { Icon } from './icon.tsx'
import { kindClass, KindMark, KindTile, type KindLook } from './kind.tsx'
import { Tags } from './tags.tsx'
import { inItsLanguage } from '../in-its-language.ts'

export interface EntryCardProps {
  kind: KindLook
  href: string
  title: string
  /** Of the content, when it is not the page's. */
  language?: string | undefined
  summary?: string | null | undefined
  organisation?: { name: string; href?: string | undefined } | null | undefined
  /** A calendar leaf in place of the kind's tile. */
  leaf?: { at: Moment; now: Moment; zone?: string | undefined } | undefined
  image?: Picture | null | undefined
  /** `<Fact>`s: place, deadline, contract, price. */
  facts?: Child
  /** `<StateBadge>`, `<Origin>`, `<Badge>`. */
  badges?: Child
  tags?: readonly string[] | undefined
  tagHref?: ((tag: string) => string) | undefined
  /** Heading level, after the page's outline: 2 (what is usual) right under the h1. */
  level?: 2 | 3 | 4 | undefined
  /** Buttons of one's own entries. */
  actions?: Child
}

export interface Picture {
  src: string
  alt: string
  width: number
  height: number
}

/** One entry in a list. The title's link covers the card; links inside stay above it. */
export function EntryCard(props: EntryCardProps) {
  const { kind, href, title, language, summary, organisation, leaf, image, facts, badges, tags, actions } =
    props
  // What people wrote, and not what the page says of it.
  const spoken = inItsLanguage(language)
  return (
    <article class={`card ${kindClass(kind)}`}>
      {leaf === undefined ? <KindTile kind={kind} /> : <DayLeaf {...leaf} />}
      <div class="card-text">
        {image && (
          <img
            class="card-image"
            {...spoken}
            src={image.src}
            alt={image.alt}
            width={image.width}
            height={image.height}
            loading="lazy"
          />
        )}
        <p class="card-kind">
          <KindMark kind={kind} />
          {badges}
        </p>
        <Heading level={props.level ?? 2}>
          <a class="card-link" href={href} {...spoken}>
            {tidySpaces(title)}
          </a>
        </Heading>
        {organisation && (
          <p class="card-by">
            {organisation.href === undefined ? (
              organisation.name
            ) : (
              <a href={organisation.href}>{organisation.name}</a>
            )}
          </p>
        )}
        {summary && (
          <p class="card-summary" {...spoken}>
            {tidySpaces(summary)}
          </p>
        )}
        {facts !== undefined && <ul class="facts">{facts}</ul>}
        {tags !== undefined && <Tags tags={tags} href={props.tagHref} language={language} />}
        {actions !== undefined && <div class="card-actions">{actions}</div>}
      </div>
    </article>
  )
}

/** The list itself; each child is one `<EntryCard>`. A list of one comes as the one. */
export const CardList = ({ children }: { children: Child | readonly Child[] }) => (
  <ul class="cards">
    {[children].flat().map((card) => (
      <li>{card}</li>
    ))}
  </ul>
)

/** One small thing to know, with its icon; `label` names it for those who do not see the icon. */
export const Fact = ({
  icon,
  label,
  children,
}: {
  icon: IconName
  label?: string | undefined
  children: Child
}) => (
  <li class="fact">
    <Icon name={icon} label={label} />
    <span>{children}</span>
  </li>
)

const Heading = ({ level, children }: { level: 2 | 3 | 4; children: Child }) => {
  if (level === 2) return <h2 class="card-title">{children}</h2>
  return level === 3 ? <h3 class="card-title">{children}</h3> : <h4 class="card-title">{children}</h4>
}
