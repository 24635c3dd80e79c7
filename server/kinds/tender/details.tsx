import { Badge } from '../../../views/components/badge.tsx'
import { Fact as FactItem } from '../../../views/components/card.tsx'
import { formatCount } from '../../../views/format.ts'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { facts } from './facts.ts'
import type { Lot, TenderFields } from './fields.ts'
import { lotTitle } from './lot-facts.ts'
import { lotTexts } from './lot-texts.ts'
import { texts } from './texts.ts'
import { inItsLanguage } from '../../../views/in-its-language.ts'

/** The lots stand first, each with its address: one answers a lot. */
export function Details({ entry, fields: tender }: { entry: Envelope; fields: TenderFields }) {
  const items = facts(tender, useLocale()).filter(({ name }) => name !== 'lots')
  return (
    <>
      {tender.lots.length > 0 && <Lots entry={entry} lots={tender.lots} />}
      <Facts items={items} />
    </>
  )
}

function Lots({ entry: { path, language }, lots }: { entry: Envelope; lots: readonly Lot[] }) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { states } = useTexts(lotTexts)
  return (
    <dl class="meta">
      <div>
        <dt>{t.fields.lots}</dt>
        {lots.map((lot) => (
          <dd>
            <a href={`${path}/lots/${lot.number}`} {...inItsLanguage(language)}>
              {lotTitle(lot, locale)}
            </a>
            {lot.state !== 'open' && (
              <>
                {' '}
                <Badge>{states[lot.state]}</Badge>
              </>
            )}
          </dd>
        ))}
      </div>
    </dl>
  )
}

export function Line({ fields: tender }: { entry: Envelope; fields: TenderFields }) {
  const t = useTexts(texts)
  const locale = useLocale()
  const count = tender.lots.filter(({ state }) => state !== 'withdrawn').length
  return (
    <>
      <FactItems
        items={facts(tender, locale)}
        icons={{ buyer: 'building-2', deadline: 'hourglass' }}
        words={{ deadline: t.until }}
      />
      <FactItem icon="file-text" label={t.fields.lots}>
        {count === 0 ? t.noLots : formatCount(count, locale, t.lotCount)}
      </FactItem>
    </>
  )
}
