import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Select } from '../components/inputs.tsx'
import { type Titled } from '../quoting.tsx'

/** Those of a call that all can read, and the history that its editors can: pages under an entry, at `at`. */
export interface VersionsOf {
  entry: Titled
  at: string
}

/** A page about what an entry says, or once said. */
export const VersionsFrame = ({
  entry,
  at,
  title,
  under,
  back,
  children,
}: VersionsOf & { title: string; under?: string | undefined; back: string; children: Child }) => (
  <>
    <Breadcrumb
      items={[
        { label: entry.title, href: entry.path, language: entry.language },
        ...(under === undefined ? [] : [{ label: under, href: at }]),
        { label: title },
      ]}
    />
    <div class="narrow stack">
      <h1>{title}</h1>
      {children}
      <p class="actions">
        <LinkButton href={entry.path} look="quiet" icon="arrow-left">
          {back}
        </LinkButton>
      </p>
    </div>
  </>
)

export interface CompareVersionsProps {
  at: string
  versions: readonly { version: number }[]
  chosen?: { former: number; later: number } | undefined
  words: { versionN: (version: number) => string } & Record<'compareTwo' | 'from' | 'to' | 'compare', string>
}

export function CompareVersions({ at, versions, chosen, words }: CompareVersionsProps) {
  const options = versions
    .map(({ version }) => ({ value: String(version), label: words.versionN(version) }))
    .toReversed()
  return (
    <form class="form" method="get" action={`${at}/comparer`} aria-label={words.compareTwo}>
      <div class="pair">
        <Select
          name="de"
          label={words.from}
          quiet
          options={options}
          value={String(chosen?.former ?? options[0]?.value)}
        />
        <Select
          name="a"
          label={words.to}
          quiet
          options={options}
          value={String(chosen?.later ?? options.at(-1)?.value)}
        />
      </div>
      <p class="actions">
        <Button>{words.compare}</Button>
      </p>
    </form>
  )
}
