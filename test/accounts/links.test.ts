import { expect, test } from 'vitest'
import { endPathOf as alertsEnd, pathOf as alert, readerOf } from '../../server/alerts/link.ts'
import { pathOf as check } from '../../server/checks/link.ts'
import { ownPath } from '../../server/facilitation/link.ts'
import { pathOf as inquiry } from '../../server/inquiries/link.ts'
import { endPathOf as lettersEnd } from '../../server/notifications/link.ts'
import { codesOf, ticketPath } from '../../server/registrations/ticket.ts'
import { endPathOf as remindersEnd, pathOf as reminder } from '../../server/reminders/link.ts'
import { standPath } from '../../server/stands/link.ts'
import { pathTo } from '../../server/submissions/link.ts'
import { markOf, pathOf as support } from '../../server/supports/link.ts'
import { pathOf as visit } from '../../server/visits/link.ts'

const deps = { secret: Buffer.alloc(32, 7) }
const id = '01890000-0000-7000-8000-000000000001'
const email = 'awa@hub.test'

/** What each door's key was when it was written: a change of one closes what was sent before. */
const made: [path: string, key: string][] = [
  [readerOf(deps, email), 'T-wzhIkLRVwDfjzuPkvAB1B6qZEvy7JAYYTIw7S0X-Q'],
  [alert(deps, { id, account: null }), 'H6DfnihijUhGp2BaGtH-5u8rbdw0ADArshmVnx-a43w'],
  [alertsEnd(deps, { id: 'reader', account: null }), 'BBQPkCQ5yIUBux3O3j6jLy-_doRkeBBC6s1S7S_C95o'],
  [check(deps, { id, userId: 'awa', email }), '6YHXoHVsTEdM28iNvJvzzkxuR2gx-n7j22UV8CpqUZ4'],
  [ownPath(deps, id), 'fIRtEHdeVPB9QvJqTbrdBiOkFtlBV1oILIvWXLf64ok'],
  [inquiry(deps, id), 'aF3V4nu21kmS-WjDgMzBqD9XmSUVjpINVlcmdzUURW4'],
  [lettersEnd(deps, 'all', { id: 'awa', email }), 'A_lA8K6iK_ISxAGMR1KRIZ8CpOVIQYeqi2fsz0R60_E'],
  [reminder(deps, { id, email }), 'I-FnFFbCy2EiDf7p9eXpfDezOWb1eAUYagOs5WCZH5g'],
  [remindersEnd(deps, { id: 'awa', email }), 'QDV5at-uHn2K8tBLFMP9TraA3Ghm_-hsij3UDuoSY-c'],
  [standPath(deps, id), 'fSS1quZx1AqE7NmvHVbNy51Va6wwwu2RdOH_2qsXoDo'],
  [pathTo(deps, 'submission', id), 'wYqvcWYtZVHglDXKIBu1QyndEFCSGr8JamrQmSXNqMQ'],
  [pathTo(deps, 'jury', id), 'EpTqFzCN2UefZPPzbB29NMIF-HCRLM_asy3g_NHzOw4'],
  [markOf(deps, id, email), 'aO55zTRaF2v0xIEMZa4s9ekRL0WlCQXv9R6nFuyvRvo'],
  [
    support(deps, { entryId: id, mark: 'mark', at: 1_790_000_000_000 }),
    'jIN0HEXBu1E9b6Am3N8udnf2K1K19t4TMCZGmQaft18',
  ],
  [visit(deps, id, 'school'), 'v_HxU2guV3cxdKCmwzT-vBp1Oe2Pw0n40QoR9A1ZH_A'],
  [visit(deps, id, 'structure'), '_t3TQLlhnoQkMJ9JgGqmAmKK6JxjeeWmq6_76pDgEVw'],
  [ticketPath(deps, id), 'UGZg6gHSKnUKU7r1nIsOsQ'],
  [codesOf(deps)(id), 'WB3-7GXY'],
]

test('a letter that was sent before an update still opens what it opened', () => {
  for (const [path, key] of made) expect(path.split('/').at(-1), path).toBe(key)
})
