import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { specificationTexts } from './texts.ts'

export interface Of {
  entry: { title: string; path: string; language: string }
}

/** A page about what a call says, or once said. */
export const Frame = ({
  entry,
  title,
  under,
  children,
}: Of & { title: string; under?: string; children: Child }) => {
  const t = useTexts(specificationTexts)
  return (
    <>
      <Breadcrumb
        items={[
          { label: entry.title, href: entry.path },
          ...(under === undefined ? [] : [{ label: under, href: `${entry.path}/versions` }]),
          { label: title },
        ]}
      />
      <div class="narrow stack">
        <h1>{title}</h1>
        {children}
        <p class="actions">
          <LinkButton href={entry.path} look="quiet" icon="arrow-left">
            {t.back}
          </LinkButton>
        </p>
      </div>
    </>
  )
}
