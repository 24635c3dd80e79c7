import { HiddenFields } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { Filters } from '../components/filters.tsx'
import { Field, Select, type Option } from '../components/inputs.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { PlaceField } from './place-field.tsx'

const texts = catalogue('views/entries/filters', {
  fr: {
    q: 'Mots recherchés',
    kind: 'Rubrique',
    allKinds: 'Toutes les rubriques',
    place: 'Commune ou département',
    placeHint: 'Un nom, ou un numéro comme 92.',
    tag: 'Mot-clé',
    org: 'Organisation',
    allOrgs: 'Toutes',
    origin: 'Origine',
    all: 'Ce site et son réseau',
    hub: 'Ce site seulement',
    network: 'Le réseau seulement',
    sort: 'Ordre',
    recent: 'Les plus récentes d’abord',
    soon: 'Les prochaines dates d’abord',
    past: 'Montrer aussi ce qui est clos ou passé',
    any: 'Peu importe',
  },
  en: {
    q: 'Words to look for',
    kind: 'Section',
    allKinds: 'All sections',
    place: 'Town or department',
    placeHint: 'A name, or a number such as 92.',
    tag: 'Tag',
    org: 'Organisation',
    allOrgs: 'All',
    origin: 'Origin',
    all: 'This site and its network',
    hub: 'This site only',
    network: 'The network only',
    sort: 'Order',
    recent: 'Newest first',
    soon: 'Next dates first',
    past: 'Also show what is closed or past',
    any: 'Any',
  },
})

export interface EntryFiltersProps {
  action: string
  clearHref: string | null
  active: number
  results?: string | undefined
  q: string
  place: string
  tag: string
  org: string
  organisations: readonly Option[]
  /** Null where nothing comes from elsewhere. */
  origin: string | null
  /** Left out where the days are chosen otherwise. */
  past?: boolean | undefined
  /** What the address says beside what is typed: the point around which the list is. */
  hidden?: Readonly<Record<string, string>> | undefined
  /** Without options: what is looked for is typed. */
  facets: readonly {
    name: string
    label: string
    hint?: string | undefined
    options?: readonly Option[] | undefined
    value: string
  }[]
  /** Present where nearest-first means something. */
  sort?: string | undefined
  /** Present where kinds are mixed. */
  kinds?: { options: readonly Option[]; value: string } | undefined
}

const prefix = 'filtre'

/** What narrows a list: the same names as in its address. */
export function EntryFilters(props: EntryFiltersProps) {
  const t = useTexts(texts)
  const { action, clearHref, active, results } = props
  const common = { quiet: true, idPrefix: prefix } as const
  return (
    <Filters action={action} clearHref={clearHref} active={active} results={results}>
      <Field {...common} name="q" type="search" label={t.q} value={props.q} maxlength={200} />
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
      {props.origin !== null && (
        <Select
          {...common}
          name="origin"
          label={t.origin}
          empty={t.all}
          options={[
            { value: 'hub', label: t.hub },
            { value: 'network', label: t.network },
          ]}
          value={props.origin}
        />
      )}
      {props.sort !== undefined && (
        <Select
          {...common}
          name="sort"
          label={t.sort}
          options={[
            { value: 'recent', label: t.recent },
            { value: 'soon', label: t.soon },
          ]}
          value={props.sort}
        />
      )}
      {props.past !== undefined && (
        <Checkbox {...common} name="past" label={t.past} value="1" checked={props.past} />
      )}
      {props.hidden !== undefined && <HiddenFields fields={props.hidden} />}
    </Filters>
  )
}
