import type { Child } from 'hono/jsx'
import { PositionPanel } from '../../../views/places/position-panel.tsx'
import { formatNumber } from '../../../views/format.ts'
import { placeTexts } from '../../../views/places/texts.ts'
import { nearQuery, usualRadius } from '../../entries/near.ts'
import { positionAt, positionOf, positionText } from '../../places/position.ts'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import type { Ctx } from '../env.ts'
import { streetMap } from './street-map.tsx'

/** Where it is, what is near, and a map if the hub has one. */
export function positionPanel(deps: Deps, c: Ctx, { envelope, kind }: WholeEntry): Child | null {
  const position = positionOf(envelope)
  const about = positionAt(envelope.latitude, envelope.longitude, 3)
  if (position === null || about === null) return null
  const { latitude, longitude } = position
  const { locale } = c.var
  const query = new URLSearchParams(nearQuery({ ...about, within: usualRadius })).toString()
  return (
    <PositionPanel
      text={positionText(position)}
      geo={`geo:${latitude},${longitude}`}
      openstreetmap={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
      radius={formatNumber(usualRadius, locale, { style: 'unit', unit: 'kilometer' })}
      near={[
        ...(kind.placed === true ? [{ href: `${kind.path}?${query}`, label: kind.texts[locale].many }] : []),
        { href: `/recherche?${query}`, label: placeTexts[locale].all },
      ]}
      map={streetMap(deps, c, envelope.title, [{ title: envelope.title, href: null, latitude, longitude }])}
    />
  )
}
