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

/** What each door's key was when it was written: a change of one closes what was sent before. */
const made: [path: string, key: string][] = [
  [readerOf(deps, 'awa@hub.test'), 'T-wzhIkLRVwDfjzuPkvAB1B6qZEvy7JAYYTIw7S0X-Q'],
  [alert(deps, id), 'H6DfnihijUhGp2BaGtH-5u8rbdw0ADArshmVnx-a43w'],
  [alertsEnd(deps, 'reader'), 'BBQPkCQ5yIUBux3O3j6jLy-_doRkeBBC6s1S7S_C95o'],
  [check(deps, { id, userId: 'awa' }), 'sfaXXXz7LVP6h7j3vA93aDJM_RLuZj7xj6SZ5_GS9BY'],
  [ownPath(deps, id), 'fIRtEHdeVPB9QvJqTbrdBiOkFtlBV1oILIvWXLf64ok'],
  [inquiry(deps, id), 'aF3V4nu21kmS-WjDgMzBqD9XmSUVjpINVlcmdzUURW4'],
  [lettersEnd(deps, 'all', 'awa'), 'e1eapHg4p72KtI8xZ821DC1Ln1t8AV9q8jS5RT_GkhE'],
  [reminder(deps, id), 'n3wdyHsGxGCspzE9bVjFlwkwChpPwdK3OgGM8NtQH6c'],
  [remindersEnd(deps, 'awa'), 'GlYt1msecEORanZ7dwUWk21hTvrgqtgCVpBft9mNAtc'],
  [standPath(deps, id), 'fSS1quZx1AqE7NmvHVbNy51Va6wwwu2RdOH_2qsXoDo'],
  [pathTo(deps, 'submission', id), 'wYqvcWYtZVHglDXKIBu1QyndEFCSGr8JamrQmSXNqMQ'],
  [pathTo(deps, 'jury', id), 'EpTqFzCN2UefZPPzbB29NMIF-HCRLM_asy3g_NHzOw4'],
  [markOf(deps, id, 'awa@hub.test'), 'aO55zTRaF2v0xIEMZa4s9ekRL0WlCQXv9R6nFuyvRvo'],
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
