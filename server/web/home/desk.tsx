import { LinkButton } from '../../../views/components/button.tsx'
import { ChooseKind, Desk } from '../../../views/home/desk.tsx'
import { deskTexts } from '../../../views/home/desk-texts.ts'
import { hasRole, required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayRevise } from '../../entries/entry.ts'
import { pageNumber, pageSize, workOf } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import { closingSoon, countReviews } from '../../entries/queries.ts'
import { audience } from '../../federation/neighbours.ts'
import { editedBy, speaksForSome } from '../../groupings/access.ts'
import { waitingFor } from '../../groupings/queries.ts'
import { openInquiries } from '../../inquiries/queries.ts'
import { kinds } from '../../kinds/index.ts'
import { mayReadMessages } from '../../messages/access.ts'
import { openMessages } from '../../messages/queries.ts'
import { memberNames } from '../../moderation/member-names.ts'
import { dueOf } from '../checks/list.tsx'
import { Card } from '../entries/card.tsx'
import { mayWrite, worksHere } from '../entries/may-write.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

const states = ['draft', 'review', 'published', 'closed'] as const
type State = (typeof states)[number]

/** French in the address, as everywhere. */
const words = { draft: 'brouillons', review: 'relecture', published: 'en-ligne', closed: 'closes' } as const

const fortnight = 14 * 86_400_000

/** `/brouillons`: what one is working on, and what waits for an editor. */
export const showDesk = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const state = states.find((one) => words[one] === c.req.query('etat')) ?? 'draft'
  const number = pageNumber(c.req.query('page'))
  const found = await workOf(deps, viewer, [state], number)
  const now = deps.now()
  const closing = await closingSoon(deps, viewer, now, now + fortnight)
  const reviews = await countReviews(deps.db, viewer)
  const t = deskTexts[c.var.locale]
  const all = editsOthers(viewer)
  const names = await memberNames(
    deps.db,
    found.flatMap(({ envelope }) => envelope.authorId ?? []),
  )
  const isOwn = ({ envelope }: Entry) => !all || envelope.authorId === viewer.id
  const groups = [
    { title: t.own, entries: found.filter(isOwn) },
    { title: state === 'review' ? t.othersReview : t.others, entries: found.filter((one) => !isOwn(one)) },
  ]
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => ({
      title,
      cards: entries.map((entry) => {
        const name = isOwn(entry) ? undefined : names.get(entry.envelope.authorId ?? '')
        const by = name && (state === 'review' ? t.proposedBy(name) : t.writtenBy(name))
        return cardOf(entry, viewer, now, all ? 3 : 2, t, by)
      }),
    }))
  const href = (one: State, n = 1) =>
    `/brouillons${one === 'draft' && n === 1 ? '' : `?etat=${words[one]}${n === 1 ? '' : `&page=${n}`}`}`
  return page(
    deps,
    c,
    { title: all ? t.titleAll : t.title, robots: 'noindex' },
    <Desk
      groupings={speaksForSome(viewer) ? await waitingFor(deps.db, editedBy(viewer)) : null}
      audience={all ? (await audience(deps.db)).followers : null}
      messages={mayReadMessages(viewer) ? await openMessages(deps.db) : null}
      inquiries={await openInquiries(deps.db, viewer)}
      checks={(await dueOf(deps, viewer)).length}
      tabs={states.map((one) => ({
        ...{ href: href(one), label: t.tabs[one], current: one === state },
        ...(one === 'review' && reviews > 0 ? { count: reviews } : {}),
      }))}
      groups={groups}
      all={all}
      empty={t.empty[state]}
      pager={{ page: number, pages: null, more: found.length === pageSize, href: (n) => href(state, n) }}
      closing={closing.map((entry) => cardOf(entry, viewer, now, 3, t))}
    />,
  )
}

/** One's own published entry may be an editor's to change: it is then only to be read. */
function cardOf(
  entry: Entry,
  viewer: Viewer,
  now: number,
  level: 2 | 3,
  t: { edit: string; see: string },
  by?: string,
) {
  const { path, title } = entry.envelope
  const [href, icon, words] = mayRevise(viewer, entry.envelope)
    ? ([`${path}/modifier`, 'pencil', t.edit] as const)
    : ([path, 'eye', t.see] as const)
  const act = (
    <>
      {by !== undefined && <span class="row-note">{by}</span>}
      <LinkButton href={href} small icon={icon} label={`${words} – ${title}`}>
        {words}
      </LinkButton>
    </>
  )
  return <Card entry={entry} now={now} level={level} brief actions={act} />
}

/** For the hub, or for one of one's organisations. */
const editsOthers = (viewer: Viewer): boolean =>
  hasRole(viewer, 'editor') || viewer.memberships.some(({ role }) => role === 'editor')

/** `/publier`: which kind? */
export const chooseKind = (deps: Deps) => (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const { locale } = c.var
  const choices = kinds
    .filter((kind) => mayWrite(viewer, kind))
    .map(({ name, path, icon, texts }) => ({
      key: name,
      href: `${path}/nouveau`,
      label: texts[locale].create,
      icon,
    }))
  if (choices.length === 0) required(viewer, 'contributor')
  return page(
    deps,
    c,
    { title: deskTexts[locale].choose, robots: 'noindex' },
    <ChooseKind choices={choices} mayPublish={editsOthers(viewer)} />,
  )
}

/** Where one arrives after logging in: at work, or simply in. */
export const arrive = (c: Ctx) => c.redirect(worksHere(c.var.viewer) ? '/brouillons' : '/', 303)
