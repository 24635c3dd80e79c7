import { Badge } from '../../../views/components/badge.tsx'
import { LotsPanel } from '../../../views/lots/lots-panel.tsx'
import type { WholeEntry } from '../../entries/whole.ts'
import type { Deps } from '../../deps.ts'
import { FactItems } from '../../kinds/facts.tsx'
import { tenderIn, type Lot } from '../../kinds/tender/fields.ts'
import { lotPath, tender } from '../../kinds/tender/index.tsx'
import { lotFacts, lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotTexts } from '../../kinds/tender/lot-texts.ts'
import { spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'

/** Under a tender: its lots, each in brief. */
export function lotsPanel(_: Deps, c: Ctx, { envelope, kind, fields }: WholeEntry) {
  const { lots = [] } = (kind.name === tender.name ? tenderIn(fields) : null) ?? {}
  const { locale } = c.var
  if (lots.length === 0) return null
  return (
    <LotsPanel
      language={spokenIn(envelope, locale)}
      lots={lots.map((lot) => ({
        href: lotPath(envelope, lot),
        name: lotTitle(lot, locale),
        badges: <Badges lot={lot} locale={locale} />,
        facts: (
          <FactItems
            items={lotFacts(lot, locale)}
            icons={{
              ...{ cpv: 'tag', placeName: 'map-pin', amount: 'banknote', durationMonths: 'clock' },
              ...{ openTo: 'users', awardHolders: 'building-2' },
            }}
            words={{
              openTo: (value) => value.replaceAll('\n', ', '),
              awardHolders: (value) => value.replaceAll('\n', ', '),
            }}
          />
        ),
      }))}
    />
  )
}

function Badges({ lot, locale }: { lot: Lot; locale: Ctx['var']['locale'] }) {
  const t = lotTexts[locale]
  return (
    <>
      <Badge look={lot.state === 'open' ? 'good' : 'neutral'}>{t.states[lot.state]}</Badge>
      {lot.reservation !== 'none' && <Badge look="info">{t.reservations[lot.reservation]}</Badge>}
      {lot.social !== 'none' && <Badge look="info">{t.socials[lot.social]}</Badge>}
    </>
  )
}
