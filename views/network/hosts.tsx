import { ActionForm } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Filters } from '../components/filters.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { HostActions, HostBadge, HostFacts, retryAction, type ShownHost } from './host.tsx'
import { hostTexts, type ShownHostView } from './host-texts.ts'
import { Refusals, type ShownRefusal } from './refusals.tsx'
import { Way } from './way.tsx'

export interface HostsProps {
  hosts: readonly ShownHost[]
  /** On all pages of this view. */
  all: number
  view: ShownHostView
  viewHref: (view: ShownHostView) => string
  words: string
  sort: 'name' | 'contact'
  refusals: readonly ShownRefusal[]
  pager: PagerProps
  now: number
}

export const hostsPath = '/reseau/serveurs'
const views = ['watch', 'all', 'failing', 'let-be', 'blocked'] as const

export const hostHref = (host: string): string => `/reseau/livraisons?serveur=${encodeURIComponent(host)}`

/** The servers we speak with, for those who run the hub. */
export function Hosts(props: HostsProps) {
  const t = useTexts(hostTexts)
  const { hosts, view, viewHref, words, refusals, pager, now } = props
  return (
    <div class="stack">
      <Way here={t.title} />
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <Tabs
        label={t.views}
        items={views.map((one) => ({ href: viewHref(one), label: t.view[one], current: one === view }))}
      />
      {(hosts.length > 0 || words !== '') && <Narrow {...props} />}
      {hosts.length === 0 ? (
        <Empty icon="waypoints" title={words === '' ? t.none[view] : t.noneFound}>
          {words === '' && <p>{t.noneText[view]}</p>}
        </Empty>
      ) : (
        <HostRows {...props} />
      )}
      <Pager {...pager} />
      <Refusals refusals={refusals} now={now} />
    </div>
  )
}

function Narrow({ view, words, sort }: Pick<HostsProps, 'view' | 'words' | 'sort'>) {
  const { filter: t } = useTexts(hostTexts)
  return (
    <Filters
      action={hostsPath}
      active={words === '' ? 0 : 1}
      clearHref={words === '' ? null : `${hostsPath}?etat=${view}`}
    >
      <input type="hidden" name="etat" value={view} />
      <Field quiet idPrefix="filter" name="q" label={t.words} value={words} maxlength={100} />
      <Select
        quiet
        idPrefix="filter"
        name="tri"
        label={t.sort}
        value={sort}
        options={(['name', 'contact'] as const).map((value) => ({ value, label: t.sorts[value] }))}
      />
    </Filters>
  )
}

function HostRows({ hosts, all, view, now }: HostsProps) {
  const t = useTexts(hostTexts)
  const locale = useLocale()
  return (
    <>
      <p>{formatCount(all, locale, t.count)}</p>
      {view !== 'let-be' && hosts.some(({ waiting, failed }) => waiting + failed > 0) && (
        <div class="actions">
          <ActionForm action={retryAction} icon="repeat-2">
            {t.retryAll}
          </ActionForm>
        </div>
      )}
      <ul class="rows sent" aria-label={t.view[view]}>
        {hosts.map((host) => (
          <li>
            <div>
              <a href={hostHref(host.host)}>{host.host}</a> <HostBadge state={host.state} />
              {host.nodeName !== null && <p class="row-note">{host.nodeName}</p>}
              <HostFacts host={host} now={now} />
            </div>
            <HostActions host={host} />
          </li>
        ))}
      </ul>
    </>
  )
}
