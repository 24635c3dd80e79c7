import { Breadcrumb } from '../components/breadcrumb.tsx'
import { ActionForm, Button, LinkButton, type ButtonLook } from '../components/button.tsx'
import { Filters } from '../components/filters.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Pager } from '../components/pager.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

const looks: readonly ButtonLook[] = ['primary', 'secondary', 'quiet', 'danger']

export function Acts() {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <Chapter id="actes" title={t.acts}>
      <Piece name="Button">
        <p class="actions">
          {looks.map((look) => (
            <Button type="button" look={look} icon="check">
              {s.publish}
            </Button>
          ))}
        </p>
        <p class="actions">
          {looks.map((look) => (
            <Button type="button" look={look} small>
              {s.draft}
            </Button>
          ))}
        </p>
        <p class="actions">
          {looks.map((look) => (
            <Button type="button" look={look} disabled>
              {s.publish}
            </Button>
          ))}
        </p>
      </Piece>
      <Piece name="LinkButton · ActionForm">
        <div class="actions">
          <LinkButton href="/" icon="eye">
            {s.open}
          </LinkButton>
          <LinkButton href="/" look="quiet" icon="arrow-left" small>
            {s.cancel}
          </LinkButton>
          {/* It asks for nothing but the language, so that trying it harms nothing. */}
          <ActionForm
            action="/langue"
            look="danger"
            icon="trash-2"
            fields={{ langue: 'fr', retour: '/styles' }}
          >
            {s.remove}
          </ActionForm>
        </div>
      </Piece>
      <Piece name="Breadcrumb">
        <Breadcrumb
          items={[{ label: s.home, href: '/' }, { label: s.organisation, href: '/' }, { label: s.here }]}
        />
      </Piece>
      <Piece name="Tabs">
        <Tabs
          label={s.choose}
          items={[
            { href: '#actes', label: s.all, current: true, count: 12 },
            { href: '#actes', label: s.yes, count: 3 },
            { href: '#actes', label: s.no },
          ]}
        />
      </Piece>
      <Piece name="Pager">
        <Pager page={4} pages={12} href={(page) => `?page=${page}`} />
      </Piece>
      <Piece name="SearchForm">
        <SearchForm id="styles-search" />
      </Piece>
      <Piece name="Filters">
        <Filters action="/styles" active={2} clearHref="/styles">
          <Field name="q" label={s.question} quiet idPrefix="filter" />
          <Select
            name="contract"
            label={s.choose}
            empty={s.all}
            options={[{ value: 'a', label: s.yes }]}
            quiet
            idPrefix="filter"
          />
        </Filters>
      </Piece>
    </Chapter>
  )
}
