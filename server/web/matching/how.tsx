import { How } from '../../../views/matching/how.tsx'
import { howTexts } from '../../../views/matching/how-texts.ts'
import type { Deps } from '../../deps.ts'
import { cpvDivisions } from '../../kinds/cpv.ts'
import { sectors } from '../../kinds/organisation/table.ts'
import { words } from '../../kinds/organisation/words.ts'
import { structureLabels, structures } from '../../kinds/structures.ts'
import { tender } from '../../kinds/tender/index.tsx'
import { reservedVerdict } from '../../matching/rules/reservation.ts'
import { divisionsOf } from '../../matching/rules/sectors.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

/** `/marches/correspondances`: the rules as people read them, with the very tables that the rules look into. */
export const showHow = (deps: Deps) => (c: Ctx) => {
  const { locale } = c.var
  const t = howTexts[locale]
  const divisions: Readonly<Record<string, string>> = cpvDivisions[locale]
  return page(
    deps,
    c,
    {
      title: t.title,
      description: t.lead,
      active: tender.name,
      canonical: `${deps.hub.origin}${tender.path}/correspondances`,
    },
    <How
      sectors={sectors.map((sector) => ({
        name: words[locale].sectors[sector],
        divisions: divisionsOf[sector].map((code) => `${code} – ${divisions[code] ?? ''}`),
      }))}
      structures={structures.map((structure) => ({
        name: structureLabels[locale][structure],
        insertion: reservedVerdict('insertion', structure),
        disability: reservedVerdict('disability', structure),
        both: reservedVerdict('disability-insertion', structure),
      }))}
    />,
  )
}
