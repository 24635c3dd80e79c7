import { LinkButton } from '../components/button.tsx'
import { EntryCard } from '../components/card.tsx'
import { Select } from '../components/inputs.tsx'
import type { KindLook } from '../components/kind.tsx'
import { Chips, PlaceScopes, type PlaceScope } from '../entries/chips.tsx'
import { Finder } from '../entries/finder.tsx'
import { EntryResults } from '../entries/list.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { SuggestionLinks, SuggestionOptions, type Suggestion } from '../entries/suggestions.tsx'
import { WaysOn } from '../entries/ways-on.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export function Finding({ kinds }: { kinds: readonly KindLook[] }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const suggestions: readonly Suggestion[] = [
    { label: s.tags.split(', ')[0] ?? '', note: s.tag, icon: 'tag', href: '/' },
    { label: s.organisation, note: s.sort, icon: 'building-2', href: '/' },
    { label: s.long, note: s.sort, icon: 'building-2', href: '/', language: 'fr' },
  ]
  const scopes: readonly PlaceScope[] = [
    { sort: 'one', name: s.place, count: '3', href: '/', current: true },
    { sort: 'around', name: s.territory, count: '12', href: '/', current: false },
    { sort: 'department', name: s.department, count: null, href: '/', current: false },
  ]
  const words = { one: s.one, other: s.several }
  return (
    <Chapter id="chercher" title={t.finding}>
      <Piece name="SuggestionOptions">
        <div class="suggestions styles-open" role="listbox" aria-label={s.suggestions}>
          <SuggestionOptions suggestions={suggestions} />
        </div>
      </Piece>
      <Piece name="SuggestionLinks">
        <SuggestionLinks suggestions={suggestions} label={s.suggestions} />
      </Piece>
      <Piece name="Finder · PlaceField">
        <Finder action="/styles" q={s.place} active={2} clearHref="/styles" kept={{}} live={false}>
          <Select
            name="family"
            idPrefix="chercher"
            label={s.choose}
            empty={s.all}
            options={[{ value: 'a', label: s.yes }]}
            quiet
          />
          <PlaceField name="place" idPrefix="chercher" label={s.where} value={s.place} quiet />
        </Finder>
      </Piece>
      <Piece name="Chips · PlaceScopes">
        <Chips chips={[s.place, s.long].map((label) => ({ label, href: '/' }))} />
        <PlaceScopes scopes={scopes} />
      </Piece>
      <Piece name="EntryResults · ListHead">
        <EntryResults
          cards={kinds.slice(0, 2).map((kind) => (
            <EntryCard kind={kind} href="/" title={s.title} summary={s.summary} level={4} />
          ))}
          empty={s.empty}
          icon="search"
          allHref="/"
          unknownPlace={null}
          head={{
            chips: [{ label: null, href: '/' }],
            scopes: [],
            sorts: [
              { sort: 'recent', href: '/', current: true },
              { sort: 'soon', href: '/', current: false },
            ],
          }}
          total={{ count: 1200, atLeast: true, words }}
          keep={
            <LinkButton href="/" small icon="bell">
              {s.keep}
            </LinkButton>
          }
          ways={[]}
          pager={{ page: 1, pages: 1, href: () => '/' }}
        />
      </Piece>
      <Piece name="WaysOn">
        <WaysOn
          words={words}
          ways={[
            { way: 'spelling', what: s.place, href: '/', count: { count: 3, atLeast: false } },
            { way: 'around', what: s.territory, href: '/', count: { count: 1200, atLeast: true } },
            { way: 'without', what: s.long, href: '/', count: null },
            { way: 'network', what: '', href: '/', count: null },
          ]}
        />
      </Piece>
    </Chapter>
  )
}
