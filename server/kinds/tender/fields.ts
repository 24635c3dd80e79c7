import { z } from 'zod'
import { optionalCpv } from '../cpv.ts'
import {
  choices,
  defaultChoice,
  line,
  lines,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalInteger,
  optionalLine,
  optionalText,
  optionalUrl,
  parts,
} from '../gate.ts'
import { optionalMoment, timeZone } from '../moment.ts'
import { instantOf } from '../zoned.ts'
import { admitted, awardGroupings, lotStates, procedures, reservations, socials } from './lists.ts'
import { numbered } from './numbers.ts'

const euros = optionalInteger(0, 10_000_000_000)

/** Digits, as people group them: `732 829 320 00074`. */
const optionalSiret = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/[\s\u00a0\u202f.-]/g, '') || null : value),
  z
    .string()
    .regex(/^\d{14}$/, 'siren')
    .nullable()
    .default(null),
)

/** A commune or a department: `92036`, `92`, `2A`, `971`. */
const optionalInsee = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() || null : value),
  z
    .string()
    .regex(/^(\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3})$/, 'insee')
    .nullable()
    .default(null),
)

const lot = z.object({
  number: z.number('number').int('number').min(1).max(999),
  title: line(200),
  description: optionalText(1000),
  cpv: optionalCpv,
  place: optionalInsee,
  placeName: optionalLine(100),
  amountMin: euros,
  amountMax: euros,
  durationMonths: optionalInteger(1, 240),
  reservation: defaultChoice(reservations),
  reservationArticle: optionalLine(60),
  reservationAsOf: optionalDay,
  social: defaultChoice(socials),
  insertionHours: optionalInteger(1, 1_000_000),
  openTo: choices(admitted),
  state: defaultChoice(lotStates),
  awardHolders: lines(10, 200),
  awardAmount: euros,
  awardDate: optionalDay,
  awardOffers: optionalInteger(0, 10_000),
  awardGrouping: optionalChoice(awardGroupings),
  awardSource: optionalUrl,
})

/** What the public data on contracts say of an award (DECP 2.0). */
export const awardNames = [
  'awardHolders',
  'awardAmount',
  'awardDate',
  'awardOffers',
  'awardGrouping',
  'awardSource',
] as const

export type Lot = z.infer<typeof lot>

/** All records travel with every change, in a `maillonItem` of which readers take 64 KB (docs/adr/0018). */
const heaviest = 40_000

const lots = z
  .preprocess(numbered, parts(lot, 40))
  .refine((all) => Buffer.byteLength(JSON.stringify(all)) <= heaviest, {
    error: 'too-heavy',
    abort: true,
  })
  .superRefine((all, context) => {
    for (const [index, { number }] of all.entries())
      if (all.findIndex((other) => other.number === number) < index)
        context.addIssue({ code: 'custom', message: 'taken', path: [index, 'number'] })
  })

export const fields = z.object({
  buyer: line(200),
  buyerSiret: optionalSiret,
  reference: optionalLine(100),
  procedure: optionalChoice(procedures),
  deadline: optionalMoment,
  timeZone,
  notice: optionalUrl,
  contactEmail: optionalEmail,
  noLotsReason: optionalText(1000),
  lots,
})

export type TenderFields = z.infer<typeof fields>

/** The instant up to which one may answer. */
export const deadlineOf = ({ deadline, timeZone: zone }: TenderFields): number | null =>
  deadline === null ? null : instantOf(deadline, zone)

export const lotNumbered = ({ lots: all }: Pick<TenderFields, 'lots'>, number: number): Lot | undefined =>
  all.find((one) => one.number === number)

/** The fields of an entry of this kind, where it is known by its envelope alone. */
export const tenderIn = (known: Readonly<Record<string, unknown>> | null): TenderFields | null =>
  fields.safeParse(known).data ?? null

/** What a lot says of who was chosen, while nobody was. */
export const unawarded = {
  state: 'open',
  awardHolders: [],
  awardAmount: null,
  awardDate: null,
  awardOffers: null,
  awardGrouping: null,
  awardSource: null,
} satisfies Partial<Lot>

export const sample: TenderFields = {
  buyer: 'Communauté fictive de la Boucle',
  buyerSiret: '73282932000074',
  reference: '2026-EV-014',
  procedure: 'adapted',
  deadline: '2027-01-15T12:00',
  timeZone: 'Europe/Paris',
  notice: 'https://marches.boucle.example/avis/2026-EV-014',
  contactEmail: 'marches@boucle.example',
  noLotsReason: 'Un seul lieu, une seule équipe\u00a0: les prestations ne peuvent pas être séparées.',
  lots: [
    {
      number: 1,
      title: 'Tonte et entretien des parcs',
      description: 'Douze parcs, d’avril à octobre.\nLe matériel est fourni.',
      cpv: '77310000',
      place: '92036',
      placeName: 'Gennevilliers (92)',
      amountMin: 40000,
      amountMax: 90000,
      durationMonths: 24,
      reservation: 'insertion',
      reservationArticle: 'L2113-13',
      reservationAsOf: '2026-11-02',
      social: 'both',
      insertionHours: 1200,
      openTo: ['scic', 'aci', 'ei'],
      state: 'awarded',
      awardHolders: ['Les Jardins du fleuve', 'Atelier des berges'],
      awardAmount: 78000,
      awardDate: '2027-02-10',
      awardOffers: 3,
      awardGrouping: 'joint',
      awardSource: 'https://marches.boucle.example/attributions/2026-EV-014',
    },
    {
      number: 3,
      title: 'Taille des haies',
      description: 'Deux passages par an.',
      cpv: '77340000',
      place: '92',
      placeName: 'Hauts-de-Seine (92)',
      amountMin: 10000,
      amountMax: 20000,
      durationMonths: 12,
      reservation: 'none',
      reservationArticle: null,
      reservationAsOf: null,
      social: 'criterion',
      insertionHours: 150,
      openTo: ['scop', 'scic'],
      ...unawarded,
    },
  ],
}
