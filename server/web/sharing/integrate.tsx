import { Integrate, integrateTexts } from '../../../views/sharing/integrate.tsx'
import type { Deps } from '../../deps.ts'
import type { Kind } from '../../kinds/kind.ts'
import { escapeHtml } from '../../text/html.ts'
import { askedFilter, isNarrowed, listHref } from '../entries/filter.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { readEmbedding, usualItems, type Embedding } from './embed.tsx'

/** `/emplois/integrer?place=92026`: how an association puts this list on its own site, to copy. */
export const showIntegrate = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const asked = await askedFilter(deps, kind, (name) => (name === 'page' ? undefined : c.req.query(name)))
  // `lang` is the language of this page itself, as of every other.
  const embedding = readEmbedding(deps, c, 'langue')
  const { locale } = c.var
  const title = kind.texts[locale].many
  const href = listHref(kind.path, asked)
  const kept = Object.fromEntries(new URL(href, deps.hub.origin).searchParams)
  const framed = embedHref(kind, kept, deps.hub.settings.locale, embedding)
  return page(
    deps,
    c,
    { title: integrateTexts[locale].of(title), robots: 'noindex', active: kind.name },
    <Integrate
      list={title}
      listHref={href}
      narrowed={isNarrowed(asked.filter)}
      kept={kept}
      action={`${kind.path}/integrer`}
      {...embedding}
      frameHref={framed}
      codes={codesOf(deps, kind.texts[embedding.lang].many, {
        framed: deps.hub.origin + framed,
        list: deps.hub.origin + href,
      })}
    />,
  )
}

/** Only what is not as usual is said. */
function embedHref(kind: Kind, kept: Record<string, string>, usual: string, { max, theme, lang }: Embedding) {
  const query = new URLSearchParams({
    ...kept,
    ...(max === usualItems ? {} : { max: String(max) }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(lang === usual ? {} : { lang }),
  }).toString()
  return `/embed${kind.path}${query === '' ? '' : `?${query}`}`
}

function codesOf({ hub }: Deps, list: string, { framed, list: page }: { framed: string; list: string }) {
  const fragment = `${framed}${framed.includes('?') ? '&' : '?'}fragment=1`
  const title = escapeHtml(`${list} – ${hub.settings.name}`)
  return {
    frame: `<iframe src="${escapeHtml(framed)}" title="${title}" width="100%" height="480" loading="lazy" style="border: 0"></iframe>`,
    server: `<?php echo file_get_contents('${fragment}'); ?>`,
    script: `<div data-maillon="${escapeHtml(fragment)}"><a href="${escapeHtml(page)}">${title}</a></div>
<script type="module">
  for (const place of document.querySelectorAll('[data-maillon]')) {
    const answer = await window.fetch(place.dataset.maillon)
    if (answer.ok) place.innerHTML = await answer.text()
  }
</script>`,
  }
}
