import { Checkbox } from '../components/choices.tsx'
import { Field, Select, type Option } from '../components/inputs.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { Finder, finderPrefix } from './finder.tsx'
import { PlaceField } from './place-field.tsx'

const texts = catalogue('views/entries/filters', {
  fr: {
    kind: 'Rubrique',
    allKinds: 'Toutes les rubriques',
    place: 'Commune ou département',
    placeHint: 'Un nom, ou un numéro comme 92.',
    tag: 'Mot-clé',
    org: 'Organisation',
    allOrgs: 'Toutes',
    origin: 'Origine',
    all: 'Ce site et son réseau',
    usual: 'Mots-clés de cette liste',
    past: 'Montrer aussi ce qui est clos ou passé',
    any: 'Peu importe',
  },
  en: {
    kind: 'Section',
    allKinds: 'All sections',
    place: 'Town or department',
    placeHint: 'A name, or a number such as 92.',
    tag: 'Tag',
    org: 'Organisation',
    allOrgs: 'All',
    origin: 'Origin',
    all: 'This site and its network',
    usual: 'Tags of this list',
    past: 'Also show what is closed or past',
    any: 'Any',
  },
})

export interface EntryFiltersProps {
  action: string
  clearHref: string | null
  active: number
  /** The list changes in place. */
  live: boolean
  q: string
  kept: Readonly<Record<string, string>>
  place: string
  tag: string
  /** The most frequent ones, as links. */
  tags: readonly { label: string; href: string }[]
  org: string
  organisations: readonly Option[]
  origin: string
  origins: readonly Option[]
  /** Left out where the days are chosen otherwise. */
  past?: boolean | undefined
  /** Without options: what is looked for is typed. */
  facets: readonly {
    name: string
    label: string
    hint?: string | undefined
    options?: readonly Option[] | undefined
    value: string
  }[]
  /** Present where kinds are mixed. */
  kinds?: { options: readonly Option[]; value: string } | undefined
}

/** What narrows a list: the same names as in its address. */
export function EntryFilters(props: EntryFiltersProps) {
  const t = useTexts(texts)
  const { action, clearHref, active, q, kept, live } = props
  const common = { quiet: true, idPrefix: finderPrefix } as const
  return (
    <Finder {...{ action, clearHref, active, q, kept, live }}>
      {props.kinds && <Select {...common} name="kind" label={t.kind} empty={t.allKinds} {...props.kinds} />}
      {props.facets.map(({ options, ...facet }) =>
        options === undefined ? (
          <Field {...common} {...facet} maxlength={60} />
        ) : (
          <Select {...common} {...facet} options={options} empty={t.any} />
        ),
      )}
      <PlaceField {...common} name="place" label={t.place} hint={t.placeHint} value={props.place} />
      <Field {...common} name="tag" label={t.tag} value={props.tag} maxlength={60} />
      {props.tags.length > 0 && (
        <ul class="tags" aria-label={t.usual}>
          {props.tags.map(({ label, href }) => (
            <li>
              <a class="tag" href={href} rel="nofollow">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {(props.organisations.length > 0 || props.org !== '') && (
        <Select
          {...common}
          name="org"
          label={t.org}
          empty={t.allOrgs}
          options={props.organisations}
          value={props.org}
        />
      )}
      <Select
        {...common}
        name="origin"
        label={t.origin}
        empty={t.all}
        options={props.origins}
        value={props.origin === 'all' ? '' : props.origin}
      />
      {props.past !== undefined && (
        <Checkbox {...common} name="past" label={t.past} value="1" checked={props.past} />
      )}
    </Finder>
  )
}
