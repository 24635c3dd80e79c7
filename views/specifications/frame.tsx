import type { Child } from 'hono/jsx'
import { VersionsFrame } from '../entries/versions.tsx'
import { useTexts } from '../language.tsx'
import { specificationTexts } from './texts.ts'
import { type Titled } from '../quoting.tsx'

export interface Of {
  entry: Titled
}

/** A page about what a call says, or once said. */
export const Frame = ({
  entry,
  title,
  under,
  children,
}: Of & { title: string; under?: string; children: Child }) => (
  <VersionsFrame
    {...{ entry, title, under }}
    at={`${entry.path}/versions`}
    back={useTexts(specificationTexts).back}
  >
    {children}
  </VersionsFrame>
)
