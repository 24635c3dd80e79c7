import { seatFamilies } from '../../db/schema/assemblies.ts'
import type { Inside } from './queries.ts'

export type Family = (typeof seatFamilies)[number]

/** Those whom the letter calls actors of the field: all but public authorities and what says nothing of itself. */
export const isOfTheField = (family: Family): boolean => family !== 'public' && family !== 'other'

export interface Figures {
  /** In the order of the families, those that have a seat. */
  families: { family: Family; seats: number; held: number }[]
  /** Families of the field that have no seat at all. */
  unseated: Family[]
  /** Of 0 to 1; null: nobody noted anything, which is not 0. */
  attendance: number | null
  fieldItems: { all: number; field: number } | null
  carried: { all: number; whole: number } | null
}

/** Counted from what stands here, each time. */
export function figuresOf({ seats, attendance, items, decisions }: Inside): Figures {
  const families = seatFamilies
    .map((family) => {
      const own = seats.filter((seat) => seat.family === family)
      const held = own.filter(({ organisation }) => organisation !== null)
      return { family, seats: own.length, held: held.length }
    })
    .filter((row) => row.seats > 0)
  const taken = items.filter(({ state }) => state !== 'refused')
  const field = taken.filter(({ family }) => isOfTheField(family))
  const here = attendance.filter(({ presence }) => presence === 'present')
  const whole = decisions.filter(({ carriedBy, dueDay }) => carriedBy !== null && dueDay !== null)
  return {
    families,
    unseated: seatFamilies.filter(
      (family) => isOfTheField(family) && !families.some((row) => row.family === family),
    ),
    attendance: attendance.length === 0 ? null : here.length / attendance.length,
    fieldItems: taken.length === 0 ? null : { all: taken.length, field: field.length },
    carried: decisions.length === 0 ? null : { all: decisions.length, whole: whole.length },
  }
}
