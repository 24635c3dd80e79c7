// A page that is open learns that something came: the bell counts, the status region says it once, an entry's page
// offers new answers. Without this file all of it is there at the next page.

const bell = document.querySelector('[data-live]')
let source

const shown = () => Number(bell.querySelector('[data-count]').dataset.count)

function count(number) {
  const badge = bell.querySelector('[data-count]')
  badge.dataset.count = number
  badge.hidden = number === 0
  badge.querySelector('[aria-hidden]').textContent = number > 99 ? '99+' : number
}

/** Polite, and in the place that is read out: no focus is moved. */
function say(text, href) {
  const notice = document.createElement('p')
  notice.className = 'notice'
  const words = document.createElement(href ? 'a' : 'span')
  if (href) words.href = href
  words.textContent = text
  notice.append(words)
  document.getElementById('status')?.replaceChildren(notice)
}

function offer(text) {
  const place = document.querySelector('[data-answers]')
  if (!place) return
  // Whoever follows the discussion is told by the notification already; twice would be noise.
  if (text && place.hidden && 'aloud' in place.dataset) say(text)
  place.firstElementChild.textContent = text
  place.hidden = text === ''
}

function listen() {
  if (source || document.hidden) return
  const query = new URLSearchParams()
  const answers = document.querySelector('[data-answers]')
  if (answers) {
    query.set('fiche', answers.dataset.answers)
    query.set('reponses', answers.dataset.count)
  }
  if (bell.dataset.seen) query.set('vu', bell.dataset.seen)
  source = new EventSource(`${bell.dataset.live}?${query}`)
  source.addEventListener('notifications', ({ data, lastEventId }) => {
    const news = JSON.parse(data)
    if (news.say && news.count > shown()) say(news.say, bell.href)
    count(news.count)
    bell.querySelector('.visually-hidden').textContent = news.label
    bell.dataset.seen = lastEventId
  })
  source.addEventListener('reponses', ({ data }) => offer(JSON.parse(data).say))
}

function rest() {
  source?.close()
  source = undefined
}

if (bell) {
  listen()
  // A page that nobody looks at holds no connection.
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : listen()))
  addEventListener('pagehide', rest)
  addEventListener('pageshow', listen)
  document.addEventListener('htmx-after-swap', () => {
    // The thread was shown anew: what counts as new begins again.
    if (!document.querySelector('[data-answers]')) return
    rest()
    listen()
  })
}
