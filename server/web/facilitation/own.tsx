import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Own, Unconfirmed, type OwnProps } from '../../../views/facilitation/own.tsx'
import { ownTexts } from '../../../views/facilitation/own-texts.ts'
import { requestTexts } from '../../../views/facilitation/request-texts.ts'
import { later } from '../../accounts/letters.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { confirm, isLate } from '../../facilitation/ask.ts'
import { keptDays } from '../../facilitation/forget.ts'
import { closingInput, messageInput, mostHours, mostWords } from '../../facilitation/input.ts'
import { isKeyOf } from '../../facilitation/link.ts'
import { linksOf } from '../../facilitation/linking.ts'
import { closeOwn, decideTrace, eraseOwn, reply } from '../../facilitation/own.ts'
import { caseById, eventsOf } from '../../facilitation/queries.ts'
import type { CaseRow } from '../../facilitation/store.ts'
import { tellCase } from '../../facilitation/tell.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { closingForm, ownEvents, shownEnd, shownRequest } from './shown.ts'

/** The link of the letters. Looking changes nothing: mail scanners look too. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const found = await ownCase(deps, c)
  if (found === null) return spentLink(deps, c)
  return found.confirmedAt === null ? unconfirmedPage(deps, c, found) : ownPage(deps, c, found)
}

export const actOnOwn = (deps: Deps) => async (c: Ctx) => {
  const sent = await formOf(c)
  const found = await ownCase(deps, c)
  if (found === null) return spentLink(deps, c)
  const act = acts[sent['acte'] ?? '']
  if (act === undefined) throw new Refusal('invalid', 'There is nothing to do here.')
  try {
    const answered = await act(deps, c, found, sent)
    if (answered !== null) return answered
  } catch (error) {
    if (!isConflict(error)) throw error
    return movedPage(deps, c, found, sent)
  }
  // What could not leave with an earlier act leaves with this one.
  later(deps, () => tellCase(deps, found.id))
  return c.redirect(c.req.path, 303)
}

/** Null: done, and the page is shown again. */
type Act = (deps: Deps, c: Ctx, found: CaseRow, sent: Sent) => Promise<Response | null>

const acts: Readonly<Partial<Record<string, Act>>> = {
  envoyer: async (deps, c, found) =>
    (await confirm(deps, found)) ? null : unconfirmedPage(deps, c, found, 409),
  effacer: async (deps, c, found) => {
    await eraseOwn(deps, found)
    return c.redirect('/facilitation/effacee', 303)
  },
  ecrire: async (deps, c, found, sent) => {
    const { input, faults } = parse(messageInput, sent)
    if (input === null)
      return ownPage(deps, c, found, { forms: { message: mend(c, sent, faults) }, status: 422 })
    if (await reply(deps, found, { form: sent['form'] ?? '', text: input.text })) return null
    const kept = { values: sent, errors: {} }
    return ownPage(deps, c, found, { forms: { message: kept }, status: 429, trouble: 'full' })
  },
  clore: async (deps, c, found, sent) => {
    const { input, faults } = parse(closingInput, { ...sent, hoursBy: found.side })
    if (input === null)
      return ownPage(deps, c, found, { forms: { close: mend(c, sent, faults) }, status: 422 })
    await closeOwn(deps, found, { ...input, form: sent['form'] ?? '' })
    return null
  },
  accord: async (deps, c, found, sent) => {
    if (sent['oui'] === undefined) {
      const errors = { oui: ownTexts[c.var.locale].needsTick }
      return ownPage(deps, c, found, { forms: { trace: { values: sent, errors } }, status: 422 })
    }
    await decideTrace(deps, found, { agrees: true, shownAt: dateIn(sent) })
    return null
  },
  refus: async (deps, _, found, sent) => {
    await decideTrace(deps, found, { agrees: false, shownAt: dateIn(sent) })
    return null
  },
}

/** Which version of the public text was read. */
const dateIn = ({ texte = '' }: Sent): number => (/^\d{1,15}$/.test(texte) ? Number(texte) : 0)

/** The desk was quicker: the request as it is now, and what was typed. */
async function movedPage(deps: Deps, c: Ctx, { id }: CaseRow, sent: Sent): Promise<Response> {
  const now = await caseById(deps.db, id)
  if (now === undefined) return spentLink(deps, c)
  const kept = { values: sent, errors: {} }
  const isTrace = sent['acte'] === 'accord' || sent['acte'] === 'refus'
  return ownPage(deps, c, now, {
    forms: sent['acte'] === 'clore' ? { close: kept } : sent['acte'] === 'ecrire' ? { message: kept } : {},
    status: 409,
    trouble: isTrace ? 'changed' : 'moved',
  })
}

/** What the link opens; null: erased, forgotten, or no link of ours. Which of these, it does not say. */
async function ownCase(deps: Deps, c: Ctx): Promise<CaseRow | null> {
  const { id = '', key = '' } = c.req.param()
  if (!isKeyOf(deps, id, key)) return null
  return (await caseById(deps.db, id)) ?? null
}

async function unconfirmedPage(
  deps: Deps,
  c: Ctx,
  found: CaseRow,
  status: 200 | 409 = 200,
): Promise<Response> {
  const t = requestTexts[c.var.locale]
  const late = isLate(found, deps.now())
  return privatePage(
    deps,
    c,
    { title: late ? t.late : t.readAgain, status },
    <Unconfirmed request={await shownRequest(deps, found, c.var.locale)} late={late} />,
  )
}

async function ownPage(
  deps: Deps,
  c: Ctx,
  found: CaseRow,
  {
    forms = {},
    status = 200,
    trouble = null,
  }: {
    forms?: Partial<Record<keyof OwnProps['forms'], FormState>>
    status?: ContentfulStatusCode
    trouble?: OwnProps['trouble']
  } = {},
): Promise<Response> {
  const { locale } = c.var
  if (found.confirmedAt === null) return unconfirmedPage(deps, c, found, 409)
  const { trace, traceState, traceAt } = found
  const idOf = (form: FormState | undefined) => form?.values['form'] ?? deps.newId()
  return privatePage(
    deps,
    c,
    { title: ownTexts[locale].title, status },
    <Own
      request={await shownRequest(deps, found, locale)}
      events={ownEvents(await eventsOf(deps.db, found.n), locale)}
      links={await linksOf(deps, found.n)}
      isNew={found.answeredAt === null && found.closedAt === null}
      end={shownEnd(found)}
      trace={
        trace === null || traceState === null || traceAt === null
          ? null
          : { text: trace, state: traceState, at: traceAt }
      }
      forms={{ message: blankForm, close: closingForm(found), trace: blankForm, ...forms }}
      formIds={{ message: idOf(forms.message), close: idOf(forms.close) }}
      most={{ words: mostWords, hours: mostHours }}
      keptMonths={Math.round(keptDays / 30.4)}
      now={deps.now()}
      trouble={trouble}
    />,
  )
}
