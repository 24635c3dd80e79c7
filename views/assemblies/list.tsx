import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { useTexts } from '../language.tsx'
import { formTexts } from './form-texts.ts'
import type { ShownAssembly } from './shown.ts'
import { assemblyTexts } from './texts.ts'

export interface AssembliesPageProps {
  tabs: Child
  assemblies: readonly (ShownAssembly & { seats: string })[]
  mayOpen: boolean
}

/** `/assemblees` */
export function AssembliesPage({ tabs, assemblies, mayOpen }: AssembliesPageProps) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  return (
    <>
      <header class="page-head">
        <h1>{t.list}</h1>
        <p class="lead">{t.listLead}</p>
      </header>
      {tabs}
      <div class="stack">
        {assemblies.length === 0 ? (
          <Empty icon="users" title={t.none}>
            <p>{t.noneHow}</p>
          </Empty>
        ) : (
          <ul class="stack">
            {assemblies.map((assembly) => (
              <li class="panel">
                <h2>
                  <a href={assembly.path}>{assembly.name}</a>
                </h2>
                <p>
                  {t.sorts[assembly.sort]} – {t.runBy(assembly.runner.name)}
                  {assembly.seats !== '' && ` – ${assembly.seats}`}
                </p>
              </li>
            ))}
          </ul>
        )}
        {mayOpen && (
          <p class="actions">
            <LinkButton href="/assemblees/nouvelle" look="primary" icon="plus">
              {f.assembly.add}
            </LinkButton>
          </p>
        )}
      </div>
    </>
  )
}
