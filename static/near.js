// ‘Around me’: asks the device where it is, and opens the list around that point. Nothing is sent but two decimals,
// which is about a kilometre.
const status = document.getElementById('status')

const say = (text) => {
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.textContent = text
  status?.replaceChildren(notice)
}

const ask = ({ near, waiting, denied }) => {
  say(waiting)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const there = new URL(near, location.href)
      there.searchParams.set('near', `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`)
      there.searchParams.delete('sort')
      location.assign(there)
    },
    () => say(denied),
    { maximumAge: 600_000, timeout: 15_000 },
  )
}

const show = () => document.querySelectorAll('[data-near]').forEach((offer) => (offer.hidden = false))

if ('geolocation' in navigator) {
  show()
  // A list that changed in place came hidden, as every page does.
  document.addEventListener('htmx-after-swap', show)
  document.addEventListener('click', ({ target }) => {
    const offer = target.closest('[data-near] button')?.closest('[data-near]')
    if (offer) ask(offer.dataset)
  })
}
