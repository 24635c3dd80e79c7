import { byConversations } from './by-conversations.ts'
import { byMoving } from './by-moving.ts'
import { byPeople } from './by-people.ts'
import { byStrangers } from './by-strangers.ts'

export const entrances = [...byStrangers, ...byConversations, ...byMoving, ...byPeople]
