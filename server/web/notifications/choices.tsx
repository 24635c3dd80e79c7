import { choiceTexts, NotificationChoices } from '../../../views/notifications/choices.tsx'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { kinds } from '../../kinds/index.ts'
import { choose } from '../../notifications/commands.ts'
import { choiceOf, watchedBy, watchedKindsOf } from '../../notifications/queries.ts'
import { isTopic, rhythms, topics } from '../../notifications/topics.ts'
import { Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/compte/notifications` */
export const showChoices = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const { locale } = c.var
  const choice = await choiceOf(deps.db, viewer.id)
  return privatePage(
    deps,
    c,
    { title: choiceTexts[locale].title },
    <NotificationChoices
      email={viewer.email}
      hasMail={deps.mailer !== null}
      paused={choice.paused}
      rhythm={choice.rhythm}
      topics={topics.map((topic) => ({
        topic,
        onPage: !choice.notOnPage.includes(topic),
        byMail: !choice.notByMail.includes(topic),
      }))}
      kinds={kinds.map(({ name, texts }) => ({ value: name, label: texts[locale].many }))}
      watchedKinds={await watchedKindsOf(deps.db, viewer.id)}
      watched={await watchedBy(deps.db, viewer.id)}
    />,
  )
}

export const saveChoices = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const form = await formDataOf(c)
  const chosen = (name: string) => form.getAll(name).map(String)
  const before = await choiceOf(deps.db, viewer.id)
  const [asked] = chosen('rythme')
  // Where no letter leaves, nothing is asked about letters, and what was chosen stays.
  const rhythm = asked === undefined ? before.rhythm : rhythms.find((one) => one === asked)
  if (rhythm === undefined) throw new Refusal('invalid', 'Letters come hourly, daily, weekly or never.')
  const byMail =
    asked === undefined
      ? topics.filter((topic) => !before.notByMail.includes(topic))
      : chosen('mail').filter(isTopic)
  const followed = kinds.map(({ name }) => name).filter((name) => chosen('rubrique').includes(name))
  await choose(deps, viewer, { rhythm, onPage: chosen('site').filter(isTopic), byMail, kinds: followed })
  setFlash(deps, c, 'notifications-saved')
  return c.redirect('/compte/notifications', 303)
}
