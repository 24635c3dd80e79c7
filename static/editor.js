// What scripts add to the editor: a toolbar, pictures in the text, a preview, and what is typed kept by itself.
// Nothing here is needed to write and publish.

const form = document.querySelector('form:has([data-keep])')
const dialog = document.getElementById('image-du-texte')
const state = document.querySelector('[data-keep]')

for (const part of document.querySelectorAll('[data-live], [data-toolbar]')) part.hidden = false
for (const part of document.querySelectorAll('[data-plain]')) part.hidden = true
// That the site does not answer is said below the form, and not over the page at every pause.
document.querySelector('aside[data-live]')?.addEventListener('htmx-error', (event) => event.stopPropagation())

/** As if it was typed, so that the browser's own undo takes it back. */
const put = (area, start, end, text) => {
  area.focus()
  area.setSelectionRange(start, end)
  const done = text
    ? document.execCommand('insertText', false, text)
    : start === end || document.execCommand('delete')
  if (done) return
  area.setRangeText(text, start, end, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

const signs = { bold: '**', italic: '*' }
const starts = { heading: '## ', list: '- ', numbers: '1. ', quote: '> ' }
const isLineStart = /^(#{1,6} |- |\d+\. |> )/

/** Whether the sign stands right around the selection; one star is none of two. */
const isAround = ({ value, selectionStart: start, selectionEnd: end }, sign) => {
  const [before, after] = [value.slice(0, start), value.slice(end)]
  const count = (/\*+$/.exec(before) ?? [''])[0].length
  return before.endsWith(sign) && after.startsWith(sign) && (sign === '**' ? count > 1 : count !== 2)
}

const around = (area, sign, words) => {
  const { value, selectionStart: start, selectionEnd: end } = area
  const size = sign.length
  const chosen = value.slice(start, end)
  if (isAround(area, sign)) {
    put(area, start - size, end + size, chosen)
    area.setSelectionRange(start - size, end - size)
    return
  }
  const text = chosen || words
  put(area, start, end, sign + text + sign)
  area.setSelectionRange(start + size, start + size + text.length)
}

/** Each line of the selection begins with it, or none of them does any more. */
const lines = (area, mark) => {
  const { value, selectionStart, selectionEnd } = area
  const start = value.lastIndexOf('\n', selectionStart - 1) + 1
  const next = value.indexOf('\n', selectionEnd)
  const end = next === -1 ? value.length : next
  const all = value.slice(start, end).split('\n')
  const begin = (at) => (mark === 'numbers' ? `${at + 1}. ` : starts[mark])
  const is = mark === 'numbers' ? /^\d+\. / : { test: (line) => line.startsWith(starts[mark]) }
  const off = all.every((line) => is.test(line))
  const text = all.map((line, at) => (off ? '' : begin(at)) + line.replace(isLineStart, '')).join('\n')
  put(area, start, end, text)
  area.setSelectionRange(all.length > 1 ? start : start + text.length, start + text.length)
}

const link = (area, words) => {
  const { value, selectionStart: start, selectionEnd: end } = area
  const chosen = value.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/.test(chosen)
  const text = isAddress ? words : chosen || words
  const address = isAddress ? chosen : 'https://'
  put(area, start, end, `[${text}](${address})`)
  if (isAddress || !chosen) area.setSelectionRange(start + 1, start + 1 + text.length)
  else area.setSelectionRange(start + text.length + 3, start + text.length + 3 + address.length)
}

/** The next item of a list begins as this one; an empty one ends the list. */
const goOn = (area, event) => {
  const { value, selectionStart: at, selectionEnd } = area
  if (at !== selectionEnd || event.isComposing) return
  const start = value.lastIndexOf('\n', at - 1) + 1
  const [begin, indent, number] = /^(\s*)(?:[-*]|(\d+)\.|>) /.exec(value.slice(start, at)) ?? []
  if (begin === undefined) return
  event.preventDefault()
  if (value.slice(start, at) === begin) put(area, start, at, '')
  else put(area, at, at, `\n${number ? `${indent}${Number(number) + 1}. ` : begin}`)
}

for (const bar of document.querySelectorAll('[data-toolbar]')) {
  const area = document.getElementById(bar.dataset.toolbar)
  const tools = [...bar.querySelectorAll('button')]
  const tool = (mark) => tools.find((one) => one.dataset.mark === mark)
  const act = (mark) => {
    const words = tool(mark).dataset.words
    if (mark === 'picture') return choose(area, bar)
    if (signs[mark]) around(area, signs[mark], words)
    else if (mark === 'link') link(area, words)
    else lines(area, mark)
    press()
  }
  const press = () => {
    for (const mark of ['bold', 'italic'])
      tool(mark).setAttribute('aria-pressed', isAround(area, signs[mark]))
  }
  bar.addEventListener('click', ({ target }) => {
    const button = target.closest('button')
    if (button) act(button.dataset.mark)
  })
  // One stop for the Tab key: https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
  bar.addEventListener('keydown', (event) => {
    const at = tools.indexOf(event.target)
    const back = getComputedStyle(bar).direction === 'rtl' ? 1 : -1
    const to = { ArrowLeft: at + back, ArrowRight: at - back, Home: 0, End: tools.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tools[(to + tools.length) % tools.length]
    for (const one of tools) one.tabIndex = one === next ? 0 : -1
    next.focus()
  })
  area.addEventListener('keydown', (event) => {
    const mark = { b: 'bold', i: 'italic', k: 'link' }[event.key.toLowerCase()]
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && mark) {
      event.preventDefault()
      act(mark)
    } else if (event.key === 'Enter' && !event.shiftKey) goOn(area, event)
  })
  document.addEventListener('selectionchange', () => document.activeElement === area && press())
  if (!bar.dataset.pictures) continue
  const take = (event, files) => {
    const image = [...(files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (!image) return
    event.preventDefault()
    insert(area, bar, image)
  }
  area.addEventListener('paste', (event) => take(event, event.clipboardData?.files))
  area.addEventListener('drop', (event) => take(event, event.dataTransfer?.files))
}

const choose = (area, bar) => {
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: 'image/jpeg,image/png,image/webp,image/avif',
  })
  input.addEventListener('change', () => input.files[0] && insert(area, bar, input.files[0]))
  input.click()
}

/** The question is asked while the picture is on its way; in its place stands a word until both are done. */
const insert = async (area, bar, image) => {
  const mark = `![${dialog.dataset.sending}]()`
  // A paragraph of its own: it is no part of the sentence or the list that it was dropped into.
  const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)]
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const rest = after === '' || after.startsWith('\n') ? '' : '\n\n'
  put(area, area.selectionStart, area.selectionEnd, gap + mark + rest)
  const body = new FormData()
  body.set('id', form.elements.id.value)
  body.set('image', image)
  const sent = fetch(bar.dataset.pictures, { method: 'POST', body })
    .then(async (answer) => ({ ok: answer.ok, ...(await answer.json().catch(() => ({}))) }))
    .catch(() => ({ ok: false }))
  const said = await describe()
  const { ok, url, words } = await sent
  const at = area.value.indexOf(mark)
  const text =
    !said || !ok ? '' : said.alt ? `![${said.alt}](${url})` : `![](${url} "${dialog.dataset.mark}")`
  if (at !== -1) put(area, at, at + mark.length, text)
  if (said && !ok) tell(words || dialog.dataset.failed)
}

/** What it shows; null: it is left out. */
const describe = () =>
  new Promise((done) => {
    const own = dialog.querySelector('form')
    const { alt, decorative } = own.elements
    const needed = dialog.querySelector('[data-needed]')
    own.reset()
    needed.textContent = ''
    const check = (event) => {
      if (event.submitter?.value === 'cancel' || alt.value.trim() || decorative.checked) return
      event.preventDefault()
      needed.textContent = needed.dataset.needed
      alt.focus()
    }
    own.addEventListener('submit', check)
    dialog.addEventListener(
      'close',
      () => {
        own.removeEventListener('submit', check)
        const said = alt.value
          .trim()
          .replace(/\s+/g, ' ')
          .replace(/[[\]\\]/g, '\\$&')
        done(dialog.returnValue === 'add' ? { alt: decorative.checked ? '' : said } : null)
      },
      { once: true },
    )
    dialog.returnValue = ''
    dialog.showModal()
  })

const tell = (text) => {
  state.hidden = false
  state.textContent = text
}

// What is typed is kept after a pause, and at once when the page is left.
let changed = 0
let kept = 0
let timer
let under
/** The hub will not take it by itself: it waits for the button. */
let stopped = false
/** The form is on its way, and the page is left for what it leads to. */
let sent = false

const typed = () => {
  const all = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') all.append(name, value)
  return all
}

const keep = async (leaving = false) => {
  if (sent || stopped || changed === kept || (under && !leaving)) return under
  clearTimeout(timer)
  const now = changed
  if (!leaving) tell(state.dataset.saving)
  under = fetch(state.dataset.keep, { method: 'POST', body: typed(), keepalive: leaving })
    .then(async (answer) => {
      if (answer.status === 409) {
        stopped = true
        kept = now
        return tell(state.dataset.conflict)
      }
      // Too much at once, or a hub that is being restarted: later. Anything else will not change by itself.
      if (!answer.ok) {
        stopped = answer.status < 500 && answer.status !== 429
        if (stopped) return tell(answer.status === 401 ? state.dataset.ended : state.dataset.refused)
        throw new Error(answer.status)
      }
      const { words, revision } = await answer.json()
      kept = now
      if (revision) revised(revision)
      tell(words)
    })
    .catch(() => {
      tell(state.dataset.offline)
      timer = setTimeout(keep, 10_000)
    })
    .finally(() => {
      under = undefined
    })
  await under
  if (changed !== now) wait()
}

/** The next time, the form says what it is based on. */
const revised = (revision) => {
  const field = form.elements.revision ?? document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'revision', value: revision })
  if (!field.form) form.append(field)
}

const wait = () => {
  clearTimeout(timer)
  timer = setTimeout(keep, 3_000)
}

if (form) {
  // A form that came back wrong, or with a record more, was sent and is saved nowhere.
  if ('unsaved' in state.dataset) {
    changed = 1
    wait()
  }
  const change = ({ target }) => {
    if (target.type === 'file') return
    changed += 1
    wait()
  }
  form.addEventListener('input', change)
  form.addEventListener('change', change)
  // What is on its way arrives first: the form then says the revision that it made.
  form.addEventListener('submit', async (event) => {
    clearTimeout(timer)
    if (under) {
      event.preventDefault()
      await under
      clearTimeout(timer)
      return form.requestSubmit(event.submitter)
    }
    sent = true
  })
  // Come back to by the Back button, just as it was left.
  window.addEventListener('pageshow', ({ persisted }) => persisted && (sent = false))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep(true))
  window.addEventListener('online', () => keep())
  window.addEventListener('beforeunload', (event) => {
    if (!sent && changed !== kept) event.preventDefault()
  })
}
