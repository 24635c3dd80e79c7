import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { meetingTime } from '../../../views/assemblies/shown.ts'
import { assemblyTexts } from '../../../views/assemblies/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import { known, saveDecision, saveMeeting, saveSeat } from '../../assemblies/records.ts'
import {
  decisionInput,
  meetingInput,
  seatInput,
  type DecisionInput,
  type MeetingInput,
  type SeatInput,
} from '../../assemblies/input.ts'
import { within, type Decision, type Meeting, type Seat } from '../../assemblies/queries.ts'
import type { Place } from './place.ts'
import type { Sort } from './record.tsx'

export const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const families = (locale: Locale) => options(assemblyTexts[locale].families)

/** The meetings of an assembly, newest first, for a form. */
export const meetingsOf = ({ inside }: Place, locale: Locale) =>
  inside.meetings.map(({ id, startsAt }) => ({ value: id, label: meetingTime(startsAt, locale) }))

export const seats: Sort<Seat, SeatInput> = {
  ...{ path: 'sieges', fresh: 'nouveau', param: 'seat', input: seatInput },
  titles: (locale) => formTexts[locale].seat,
  asked(locale) {
    const t = formTexts[locale].seat
    return [
      { name: 'family', label: t.family, as: 'select', options: families(locale), required: true },
      { name: 'label', label: t.label, hint: t.labelHint, max: 160, required: true },
      { name: 'organisation', label: t.organisation, hint: t.organisationHint, max: 160 },
      { name: 'person', label: t.person, max: 120 },
      { name: 'agreed', label: t.agreed, as: 'checkbox' },
      { name: 'sinceDay', label: t.since, as: 'date' },
      { name: 'untilDay', label: t.until, as: 'date' },
    ]
  },
  row: ({ inside }, id) => within(inside.seats, id),
  save: (deps, viewer, { assembly }, saved) => saveSeat(deps, viewer, assembly, saved),
  erase: (locale) => {
    const t = formTexts[locale].seat
    return { label: t.erase, hint: t.eraseHow }
  },
}

export const meetings: Sort<Meeting, MeetingInput> = {
  ...{ path: 'reunions', fresh: 'nouvelle', param: 'meeting', input: meetingInput },
  titles: (locale) => formTexts[locale].meeting,
  asked(locale) {
    const t = formTexts[locale].meeting
    return [
      { name: 'startsAt', label: t.startsAt, as: 'datetime-local', required: true },
      { name: 'place', label: t.place, max: 200 },
      { name: 'note', label: t.note, as: 'area', max: 2000 },
    ]
  },
  row: ({ inside }, id) => within(inside.meetings, id),
  save: (deps, viewer, { assembly }, saved) => saveMeeting(deps, viewer, assembly, saved),
}

export const decisions: Sort<Decision, DecisionInput> = {
  ...{ path: 'decisions', fresh: 'nouvelle', param: 'decision', input: decisionInput },
  titles: (locale) => formTexts[locale].decision,
  asked(locale, place) {
    const t = formTexts[locale].decision
    const words = assemblyTexts[locale]
    return [
      { name: 'sort', label: t.sort, as: 'select', options: options(words.sortsOfDecision), required: true },
      { name: 'what', label: t.what, max: 400, required: true },
      { name: 'carriedBy', label: t.carriedBy, hint: t.carriedByHint, max: 160 },
      { name: 'dueDay', label: t.due, as: 'date' },
      { name: 'state', label: t.state, as: 'select', options: options(words.decisionStates), required: true },
      {
        ...{ name: 'meetingId', label: t.meeting, as: 'select' as const, empty: t.noMeeting },
        options: meetingsOf(place, locale),
      },
    ]
  },
  row: ({ inside }, id) => within(inside.decisions, id),
  save: (deps, viewer, { assembly, inside }, { input, ...saved }) => {
    const meetingId = known(inside.meetings, input.meetingId, 'meetingId')
    return saveDecision(deps, viewer, assembly, { ...saved, input: { ...input, meetingId } })
  },
  erase: (locale) => {
    const t = formTexts[locale].decision
    return { label: t.erase, hint: t.eraseHow }
  },
}
