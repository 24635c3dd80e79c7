import { useAsset } from '../assets.tsx'
import { Icon } from '../components/icon.tsx'
import { useTexts } from '../language.tsx'
import { placeTexts } from './texts.ts'

export interface StreetMapProps {
  /** What it is a map of. */
  title: string
  tiles: { url: string; credit: string; host: string }
  points: readonly { title: string; href: string | null; latitude: number; longitude: number }[]
}

/**
 * A map with streets, whose pictures come from where the administrator says: nothing is asked of anybody before the
 * reader asks for it. `streets.js` shows the button.
 */
export function StreetMap({ title, tiles, points }: StreetMapProps) {
  const t = useTexts(placeTexts)
  const named = { title: t.mapOf(title), zoomIn: t.zoomIn, zoomOut: t.zoomOut, failed: t.mapFailed }
  return (
    <div
      class="street-map"
      data-tiles={tiles.url}
      data-credit={tiles.credit}
      data-leaflet={useAsset('leaflet.js')}
      data-sheet={useAsset('leaflet.css')}
      data-points={JSON.stringify(points)}
      data-words={JSON.stringify(named)}
      hidden
    >
      <button type="button" class="button button-secondary" aria-describedby="carte-des-rues">
        <Icon name="map" />
        <span>{t.showMap}</span>
      </button>
      <p class="hint" id="carte-des-rues">
        {t.mapHow(tiles.host)}
      </p>
    </div>
  )
}
