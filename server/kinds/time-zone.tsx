import { FoldedGroup } from '../../views/components/field.tsx'
import { Select } from '../../views/components/inputs.tsx'
import { defaultZone } from '../../views/format.ts'
import { catalogue, useTexts } from '../../views/language.tsx'
import type { FormValues } from './kind.ts'
import { optionsOf } from './options.ts'

const texts = catalogue('server/kinds/time-zone', {
  fr: {
    legend: 'Ailleurs qu’en France hexagonale\u00a0?',
    label: 'Fuseau horaire',
    zones: {
      'Europe/Paris': 'France hexagonale et Corse',
      'America/Guadeloupe': 'Guadeloupe',
      'America/Martinique': 'Martinique',
      'America/Cayenne': 'Guyane',
      'Indian/Reunion': 'La Réunion',
      'Indian/Mayotte': 'Mayotte',
      'Pacific/Noumea': 'Nouvelle-Calédonie',
      'Pacific/Tahiti': 'Polynésie (Tahiti)',
      'Pacific/Marquesas': 'Polynésie (Marquises)',
      'Pacific/Gambier': 'Polynésie (Gambier)',
      'Pacific/Wallis': 'Wallis-et-Futuna',
      'America/Miquelon': 'Saint-Pierre-et-Miquelon',
      'America/Marigot': 'Saint-Martin',
      'America/St_Barthelemy': 'Saint-Barthélemy',
    },
  },
  en: {
    legend: 'Not in mainland France?',
    label: 'Time zone',
    zones: {
      'Europe/Paris': 'Mainland France and Corsica',
      'America/Guadeloupe': 'Guadeloupe',
      'America/Martinique': 'Martinique',
      'America/Cayenne': 'French Guiana',
      'Indian/Reunion': 'Réunion',
      'Indian/Mayotte': 'Mayotte',
      'Pacific/Noumea': 'New Caledonia',
      'Pacific/Tahiti': 'Polynesia (Tahiti)',
      'Pacific/Marquesas': 'Polynesia (Marquesas)',
      'Pacific/Gambier': 'Polynesia (Gambier)',
      'Pacific/Wallis': 'Wallis and Futuna',
      'America/Miquelon': 'Saint Pierre and Miquelon',
      'America/Marigot': 'Saint Martin',
      'America/St_Barthelemy': 'Saint Barthélemy',
    },
  },
})

interface Props {
  values: FormValues
  errors: Readonly<Record<string, string>>
  hint: string
}

/** Whose clocks a kind's hours mean. Almost everybody means their own: the others stand folded. */
export function TimeZoneField({ values, errors, hint }: Props) {
  const t = useTexts(texts)
  const value = values.text('timeZone') || defaultZone
  const zones = optionsOf(t.zones)
  const known = zones.some((zone) => zone.value === value)
  return (
    <FoldedGroup
      legend={t.legend}
      hint={hint}
      open={value !== defaultZone || errors['timeZone'] !== undefined}
    >
      <Select
        name="timeZone"
        label={t.label}
        error={errors['timeZone']}
        quiet
        options={known ? zones : [...zones, { value, label: value }]}
        value={value}
      />
    </FoldedGroup>
  )
}
