import { Table } from '../components/table.tsx'
import { useTexts } from '../language.tsx'
import { howTexts } from './how-texts.ts'

type Verdict = 'fits' | 'fits-not' | 'doubt' | 'unknown'

export interface HowProps {
  sectors: readonly { name: string; divisions: readonly string[] }[]
  structures: readonly { name: string; insertion: Verdict; disability: Verdict; both: Verdict }[]
}

const principles = ['principle1', 'principle2', 'principle3', 'principle4', 'principle5'] as const
const rules = ['trade', 'area', 'reservation', 'admitted', 'size', 'social', 'way', 'network'] as const

/** `/marches/correspondances` */
export function How({ sectors, structures }: HowProps) {
  const t = useTexts(howTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <div class="prose">
        <h2>{t.principles}</h2>
        <ul>
          {principles.map((one) => (
            <li>{t[one]}</li>
          ))}
        </ul>
        <h2>{t.rules}</h2>
        {rules.map((rule) => (
          <>
            <h3>{t[rule]}</h3>
            <p>{t[`${rule}Text`]}</p>
          </>
        ))}
      </div>
      <details>
        <summary>{t.sectorTable}</summary>
        <Table quiet caption={t.sectorTable} head={[t.sector, t.divisions]}>
          {sectors.map(({ name, divisions }) => (
            <tr>
              <th scope="row">{name}</th>
              <td data-label={t.divisions}>
                {divisions.length === 0 ? (
                  t.noDivision
                ) : (
                  <ul class="plain">
                    {divisions.map((division) => (
                      <li>{division}</li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </details>
      <details>
        <summary>{t.structureTable}</summary>
        <Table quiet caption={t.structureTable} head={[t.structure, t.insertion, t.disability, t.both]}>
          {structures.map(({ name, insertion, disability, both }) => (
            <tr>
              <th scope="row">{name}</th>
              <td data-label={t.insertion}>{t.verdicts[insertion]}</td>
              <td data-label={t.disability}>{t.verdicts[disability]}</td>
              <td data-label={t.both}>{t.verdicts[both]}</td>
            </tr>
          ))}
        </Table>
      </details>
    </div>
  )
}
