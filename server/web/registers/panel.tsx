import { TruthCard } from '../../../views/registers/truth-card.tsx'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { isRna, isSiren, isSiret } from '../../kinds/organisation/identifiers.ts'
import { listOf, textIn } from '../../kinds/received.ts'
import { communesByCode } from '../../places/communes.ts'
import { mayRecord } from '../../registers/commands.ts'
import { standingFinding } from '../../registers/queries.ts'
import type { Ctx } from '../env.ts'

const checks = { siren: isSiren, siret: isSiret, rna: isRna } as const

/** On the page of an organisation: how far it is known, and by whose word. */
export async function truthPanel(deps: Deps, c: Ctx, { envelope, fields }: WholeEntry) {
  if (envelope.kind !== 'organisation') return null
  const found = envelope.origin === null ? await standingFinding(deps.db, envelope.n, fields) : null
  const codes = listOf(fields['serves']).filter((code) => typeof code === 'string' && code.length === 5)
  const communes = await communesByCode(deps.db, codes.map(String))
  return (
    <TruthCard
      numbers={Object.entries(checks).flatMap(([name, isWell]) => {
        const number = textIn(fields, name)
        return number !== null && isWell(number) ? [`${name.toUpperCase()} ${number}`] : []
      })}
      noSiret={
        fields['noSiret'] === true && textIn(fields, 'siren') === null && textIn(fields, 'siret') === null
      }
      found={
        found && {
          register: found.register,
          number: found.number,
          on: found.foundOn,
          source: found.source,
        }
      }
      saidBy={envelope.origin?.host ?? null}
      communes={communes.map(({ label }) => label)}
      recordHref={mayRecord(c.var.viewer, envelope) ? `${envelope.path}/identite` : null}
    />
  )
}
