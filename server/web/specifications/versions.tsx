import type { Locale } from '../../../views/language.tsx'
import { specificationTexts } from '../../../views/specifications/texts.ts'
import { Compared } from '../../../views/specifications/compared.tsx'
import { OldVersion, Versions, type ShownVersion } from '../../../views/specifications/versions.tsx'
import type { Deps } from '../../deps.ts'
import { versionOf, versionsOf, type Version } from '../../entries/versions.ts'
import { percentOf } from '../../kinds/call/facts.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { compare, type Change } from './compare.ts'
import { publicCall, specificationIn } from './sections.ts'

/** `/appels/<slug>/versions`: what each one changed is said of the newest, and of the others by their own page. */
const mostCounted = 20

export const showVersions = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await publicCall(deps, c, kind)
  const { envelope } = entry
  const { locale } = c.var
  const all = await versionsOf(deps.db, envelope.n)
  const versions: ShownVersion[] = []
  for (const { version, recordedAt } of all.slice(0, mostCounted)) {
    const [former, later] = [
      await versionOf(deps.db, envelope.n, version - 1),
      await known(deps, envelope.n, version),
    ]
    versions.push({
      version,
      at: recordedAt,
      counts: former === undefined ? null : counted(changesOf(former, later, locale)),
    })
  }
  return page(
    deps,
    c,
    { title: `${specificationTexts[locale].versionsTitle} – ${envelope.title}`, active: kind.name },
    <Versions entry={envelope} versions={versions} />,
  )
}

/** `/appels/<slug>/versions/1` */
export const showVersion = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await publicCall(deps, c, kind)
  const { envelope } = entry
  const { locale } = c.var
  const { version, fields, recordedAt } = await known(deps, envelope.n, numberIn(c.req.param('version')))
  const [newest] = await versionsOf(deps.db, envelope.n)
  const { sections, criteria } = specificationIn(fields)
  return page(
    deps,
    c,
    {
      title: `${specificationTexts[locale].versionN(version)} – ${envelope.title}`,
      active: kind.name,
      robots: 'noindex',
    },
    <OldVersion
      entry={envelope}
      version={version}
      newest={newest?.version ?? version}
      at={recordedAt}
      sections={sections}
      criteria={criteria.map(({ title, weight, description }) => ({
        ...{ title, description },
        weight: weightIn(weight, locale),
      }))}
    />,
  )
}

/** `/appels/<slug>/versions/comparer?de=1&a=2`: any two, also backwards. */
export const showComparison = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await publicCall(deps, c, kind)
  const { envelope } = entry
  const { locale } = c.var
  const former = await known(deps, envelope.n, numberIn(c.req.query('de')))
  const later = await known(deps, envelope.n, numberIn(c.req.query('a')))
  return page(
    deps,
    c,
    {
      title: `${specificationTexts[locale].compareTitle(former.version, later.version)} – ${envelope.title}`,
      active: kind.name,
      robots: 'noindex',
    },
    <Compared
      entry={envelope}
      versions={await versionsOf(deps.db, envelope.n)}
      former={former.version}
      later={later.version}
      {...changesOf(former, later, locale)}
    />,
  )
}

const changesOf = (former: Version, later: Version, locale: Locale) =>
  compare(specificationIn(former.fields), specificationIn(later.fields), {
    weight: (weight) => weightIn(weight, locale),
  })

const weightIn = (weight: number | null, locale: Locale): string =>
  weight === null ? '–' : percentOf(weight, locale)

const counted = ({ sections, criteria }: { sections: readonly Change[]; criteria: readonly Change[] }) => {
  const count = (is: Change['is']) => [...sections, ...criteria].filter((change) => change.is === is).length
  return { changed: count('changed'), added: count('new'), gone: count('gone') }
}

async function known(deps: Deps, entryN: number, version: number): Promise<Version> {
  const found = await versionOf(deps.db, entryN, version)
  if (found === undefined) throw new Refusal('absent', 'There is no such version.')
  return found
}

const numberIn = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)
