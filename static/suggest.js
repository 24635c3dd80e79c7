// A search field whose suggestions are chosen by arrow keys: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
// htmx fills the list while one types. Without this file, or without a choice, the form searches as it always does.

const optionsOf = (list) => [...list.querySelectorAll('[role=option]')]

const choose = (field, list, at) => {
  optionsOf(list).forEach((option, position) => {
    option.setAttribute('aria-selected', String(position === at))
    if (position === at) option.scrollIntoView({ block: 'nearest' })
  })
  const id = optionsOf(list)[at]?.id
  if (id) field.setAttribute('aria-activedescendant', id)
  else field.removeAttribute('aria-activedescendant')
}

const show = (field, list, open) => {
  list.hidden = !open
  field.setAttribute('aria-expanded', String(open))
  choose(field, list, -1)
}

const wire = (field) => {
  const list = document.getElementById(field.dataset.list)
  const said = document.getElementById(field.dataset.said)
  if (!list || field.hasAttribute('aria-controls')) return
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', list.dataset.label)
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
    ['autocomplete', 'off'],
  ])
    field.setAttribute(name, value)
  const filled = () => {
    const options = optionsOf(list)
    options.forEach((option, position) => (option.id = `${list.id}-${position}`))
    show(field, list, options.length > 0 && document.activeElement === field)
    said.textContent = list.hidden ? '' : said.dataset.counted.replace('{count}', options.length)
  }
  new MutationObserver(filled).observe(list, { childList: true })
  // The answer may have come before this file did.
  if (list.firstElementChild) filled()
  // A press must not take the focus, or the list would be gone before it is a click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  field.addEventListener('blur', () => show(field, list, false))
  field.addEventListener('keydown', (event) => {
    const options = optionsOf(list)
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true')
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length > 0) {
      if (list.hidden) show(field, list, true)
      // Past either end is the field itself.
      const next = at + step
      choose(field, list, next < -1 ? options.length - 1 : next === options.length ? -1 : next)
    } else if (event.key === 'Enter' && !list.hidden && at >= 0) options[at].click()
    else if (event.key === 'Escape' && !list.hidden) show(field, list, false)
    else return
    event.preventDefault()
  })
}

const listen = ({ target }) => target.matches?.('[data-list][data-said]') && wire(target)
document.addEventListener('focusin', listen)
listen({ target: document.activeElement })
