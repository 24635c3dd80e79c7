import { Badge, type BadgeLook } from '../components/badge.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Icon } from '../components/icon.tsx'
import { Pager } from '../components/pager.tsx'
import type { IconName } from '../icons.ts'
import { useTexts } from '../language.tsx'
import { BlockForm } from './block-form.tsx'
import { blockTexts, type SeverityName } from './block-texts.ts'
import type { Sent } from './decision-form.tsx'
import { moderationTexts } from './texts.ts'

export interface ShownBlock {
  id: string
  type: 'host' | 'actor'
  target: string
  severity: SeverityName
  rejectMedia: boolean
  rejectReports: boolean
  reason: string
  publicComment: string
  at: number
  by: string
}

export interface BlocksProps extends Sent {
  blocks: readonly ShownBlock[]
  /** Signs looked for in the names. */
  q: string
  page: number
  more: boolean
  /** There is one at least, whatever is looked for. */
  any: boolean
  /** Where an administrator chooses with whom the hub speaks; null for others. */
  circleHref: string | null
}

export function Blocks(props: BlocksProps) {
  const { values, errors, any } = props
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  const labels = { type: t.type, target: t.target, severity: t.severity, reason: m.reason }
  return (
    <div class="apart">
      <div class="stack">
        <ErrorSummary errors={errors} labels={{ ...labels, publicComment: t.publicComment }} />
        <p>{t.lead}</p>
        <BlockForm values={values} errors={errors} />
      </div>
      <section class="stack" aria-labelledby="bloques">
        <h2 id="bloques">{t.current}</h2>
        {any ? (
          <Found {...props} />
        ) : (
          <Empty icon="shield" title={t.none}>
            <p>{t.noneText}</p>
          </Empty>
        )}
      </section>
      <section class="stack" aria-labelledby="listes">
        <h2 id="listes">{t.lists}</h2>
        <p>{t.listsText}</p>
        <p class="actions">
          <LinkButton href="/moderation/blocages/liste" icon="upload">
            {t.importList}
          </LinkButton>
          {any && (
            <LinkButton look="quiet" href="/moderation/blocages/liste.csv" icon="download" download>
              {t.exportList}
            </LinkButton>
          )}
          {props.circleHref !== null && (
            <LinkButton look="quiet" href={props.circleHref} icon="waypoints">
              {t.circle}
            </LinkButton>
          )}
        </p>
      </section>
    </div>
  )
}

function Found({ blocks, q, page, more }: BlocksProps) {
  const t = useTexts(blockTexts)
  const query = q === '' ? '' : `q=${encodeURIComponent(q)}&`
  return (
    <>
      <search class="search">
        <form method="get" action="/moderation/blocages">
          <label for="nom-bloque" class="visually-hidden">
            {t.find}
          </label>
          <input
            class="control"
            id="nom-bloque"
            type="search"
            name="q"
            value={q}
            placeholder={t.find}
            maxlength={200}
          />
          <button type="submit" class="button button-secondary" aria-label={t.findGo}>
            <Icon name="search" />
          </button>
        </form>
      </search>
      {blocks.length === 0 ? (
        <p>{t.notFound}</p>
      ) : (
        <ul class="rows">
          {blocks.map((block) => (
            <BlockRow {...block} />
          ))}
        </ul>
      )}
      <Pager
        page={page}
        pages={null}
        more={more}
        href={(other) => `/moderation/blocages?${query}page=${other}`}
      />
    </>
  )
}

const looks = {
  noop: ['neutral', 'shield'],
  silence: ['warning', 'eye-off'],
  suspend: ['bad', 'ban'],
} as const satisfies Record<SeverityName, readonly [BadgeLook, IconName]>

function BlockRow(block: ShownBlock) {
  const { id, type, target, severity, reason, publicComment, at, by } = block
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  const [look, icon] = looks[severity]
  const besides = [
    ...(block.rejectMedia ? [t.noPictures] : []),
    ...(block.rejectReports ? [t.noReports] : []),
  ]
  return (
    <li class="stack" id={`blocage-${id}`}>
      <div>
        <b>{target}</b>{' '}
        <Badge look={look} icon={icon}>
          {[t.words[severity], ...besides].join(', ')}
        </Badge>
        <span class="row-note">
          {t[type]} · <When at={at} form="short" /> {t.by(by)}
        </span>
        {reason !== '' && <p>{reason}</p>}
        {publicComment !== '' && (
          <p>
            <i>{t.publicly}</i> – {publicComment}
          </p>
        )}
      </div>
      <div class="actions">
        <LinkButton look="quiet" small href={`/moderation/blocages?blocage=${id}`} label={t.editOf(target)}>
          {t.edit}
        </LinkButton>
        {severity === 'silence' && (
          <LinkButton
            look="quiet"
            small
            href={`/moderation/blocages/${id}/retrait`}
            label={t.asideOf(target)}
          >
            {t.aside}
          </LinkButton>
        )}
      </div>
      <form class="stack" method="post" action={`/moderation/blocages/${id}/levee`}>
        <details>
          <summary>{t.lift}</summary>
          <div class="stack">
            <Field
              name="reason"
              label={m.reason}
              hint={t.liftHint[severity]}
              idPrefix={`l-${id}`}
              maxlength={1000}
            />
            <p>
              <Button small icon="door-open" label={t.liftOf(target)}>
                {t.lift}
              </Button>
            </p>
          </div>
        </details>
      </form>
    </li>
  )
}
