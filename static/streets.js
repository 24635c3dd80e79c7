// A map with streets, when somebody asks for it: Leaflet, its style and the tiles are loaded then, and not before.
const styled = (href) =>
  new Promise((resolve, reject) => {
    const sheet = document.createElement('link')
    Object.assign(sheet, { rel: 'stylesheet', href, onload: resolve, onerror: reject })
    document.head.append(sheet)
  })

/** Titles are text, whatever stands in them. */
const labelled = ({ title, href }) => {
  const label = document.createElement(href ? 'a' : 'span')
  if (href) label.href = href
  label.textContent = title
  return label
}

const draw = (place, { tiles, credit, points, words }) => {
  const { L } = window
  const frame = document.createElement('div')
  frame.className = 'street-map-frame'
  frame.setAttribute('role', 'application')
  frame.setAttribute('aria-label', words.title)
  place.replaceChildren(frame)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(frame, {
    zoomControl: false,
    // The wheel goes on scrolling the page.
    scrollWheelZoom: false,
    ...(still ? { zoomAnimation: false, fadeAnimation: false, inertia: false } : {}),
  })
  map.attributionControl.setPrefix('Leaflet')
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  const said = document.createElement('span')
  said.textContent = credit
  L.tileLayer(tiles, { attribution: said.innerHTML, maxZoom: 19, referrerPolicy: 'origin' }).addTo(map)
  for (const point of points) {
    const icon = L.divIcon({ className: 'street-pin', iconSize: [26, 26] })
    L.marker([point.latitude, point.longitude], { icon, title: point.title, alt: point.title })
      .addTo(map)
      .bindPopup(labelled(point))
  }
  const bounds = L.latLngBounds(points.map(({ latitude, longitude }) => [latitude, longitude]))
  map.fitBounds(bounds, { maxZoom: 16, padding: [30, 30], animate: false })
  frame.focus({ preventScroll: true })
}

for (const place of document.querySelectorAll('.street-map[data-tiles]')) {
  const { tiles, credit, leaflet, sheet, points, words } = place.dataset
  const said = JSON.parse(words)
  place.hidden = false
  const button = place.querySelector('button')
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      await Promise.all([styled(sheet), import(leaflet)])
      draw(place, { tiles, credit, points: JSON.parse(points), words: said })
    } catch {
      button.disabled = false
      const failed = document.createElement('p')
      failed.setAttribute('role', 'alert')
      failed.textContent = said.failed
      place.append(failed)
    }
  })
}
