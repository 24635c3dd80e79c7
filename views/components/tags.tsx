import { inItsLanguage } from '../in-its-language.ts'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/components/tags', { fr: { label: 'Mots-clés' }, en: { label: 'Tags' } })

export interface TagsProps {
  tags: readonly string[]
  /** Where a tag leads; without it the tags are plain words. */
  href?: ((tag: string) => string) | undefined
  /** Of the words, when it is not the page's. */
  language?: string | undefined
}

export function Tags({ tags, href, language }: TagsProps) {
  const t = useTexts(texts)
  if (tags.length === 0) return null
  return (
    <ul class="tags" aria-label={t.label}>
      {tags.map((tag) => (
        <li {...inItsLanguage(language)}>
          {href === undefined ? (
            <span class="tag">{tag}</span>
          ) : (
            <a class="tag" rel="tag" href={href(tag)}>
              {tag}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
