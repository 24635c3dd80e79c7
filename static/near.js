// ‘Around me’: asks the device where it is, and opens the list around that point. Nothing is sent but two decimals,
// which is about a kilometre.
const offer = document.querySelector('[data-near]')
const status = document.getElementById('status')

const say = (text) => {
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.textContent = text
  status?.replaceChildren(notice)
}

if (offer && 'geolocation' in navigator) {
  offer.hidden = false
  offer.querySelector('button').addEventListener('click', () => {
    say(offer.dataset.waiting)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const there = new URL(offer.dataset.near, location.href)
        there.searchParams.set('near', `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`)
        there.searchParams.delete('sort')
        location.assign(there)
      },
      () => say(offer.dataset.denied),
      { maximumAge: 600_000, timeout: 15_000 },
    )
  })
}
