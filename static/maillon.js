// What neither HTML nor htmx does. Every page works without this file.

const status = document.getElementById('status')

const say = (text) => {
  if (!status || !text) return
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.textContent = text
  status.replaceChildren(notice)
}

/** A form that came back wrong is read from its summary on. */
const focusWithin = (root) => root.querySelector?.('[data-focus]')?.focus()

/** Copying and printing need a script: their buttons show only where there is one. */
const showButtons = (root) => {
  for (const button of root.querySelectorAll?.(':is([data-copy], [data-print])[hidden]') ?? [])
    button.hidden = false
}

const arrive = (root) => {
  focusWithin(root)
  showButtons(root)
}

arrive(document)
// With `metaCharacter "-"` htmx names its events with hyphens too, whatever its documentation says.
let held
document.addEventListener('htmx-before-swap', () => (held = document.activeElement))
document.addEventListener('htmx-after-swap', ({ target }) => {
  arrive(document)
  // What was pressed is gone with what it stood in: one goes on at what came, and not at the top of the page.
  if (held?.isConnected !== false || document.activeElement !== document.body) return
  const heading = target.querySelector('h1, h2, h3')
  if (heading) heading.tabIndex = -1
  heading?.focus({ preventScroll: true })
})
document.addEventListener('htmx-error', () => say(status?.dataset.offline))

// Sent without a connection, a form would give way to the browser's own page, and what was typed with it.
document.addEventListener(
  'submit',
  (event) => {
    if (navigator.onLine || event.target.method === 'get') return
    event.preventDefault()
    event.stopImmediatePropagation()
    say(status?.dataset.offline)
    status?.scrollIntoView({ block: 'center' })
  },
  true,
)
window.addEventListener('load', () => {
  const { worker } = document.body.dataset
  if (worker) navigator.serviceWorker?.register(worker).catch(() => {})
})
// What only some controls need comes with the first use of one.
document.addEventListener('focusin', ({ target }) => {
  const script = target.closest?.('[data-script]')?.dataset.script
  if (script) import(script)
})

document.addEventListener('click', async ({ target }) => {
  for (const menu of document.querySelectorAll('details[data-menu][open]'))
    if (!menu.contains(target)) menu.open = false
  if (target.closest?.('[data-print]')) window.print()
  const button = target.closest?.('[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy)
  say(status?.dataset.copied)
})

document.addEventListener('keydown', ({ key, target }) => {
  const menu = key === 'Escape' && target.closest?.('details[data-menu][open]')
  if (!menu) return
  menu.open = false
  menu.querySelector('summary').focus()
})
