import { byPeople } from './by-people.ts'
import { byStrangers } from './by-strangers.ts'

export const entrances = [...byStrangers, ...byPeople]
