import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { formatMoney, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Members, type MembersProps } from './jury-members.tsx'
import { juryTexts } from './jury-texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownDossier {
  id: string
  project: string
  holder: string
  amount: number | null
  /** Of who looks; null: they have no seat. */
  own: 'to-rate' | 'rated' | 'barred' | null
}

export interface ShownRank {
  project: string
  score: number | null
  ratings: number
  conflicts: number
}

export interface JuryProps {
  entry: Titled
  judged: boolean
  submitted: number
  dossiers: readonly ShownDossier[]
  /** Null: not shown yet. */
  ranking: readonly ShownRank[] | null
  /** For those who publish the call; null: a juror looks. */
  members: MembersProps['members'] | null
  form: MembersProps['form']
}

/** `…/jury` */
export function JuryRoom(props: JuryProps) {
  const t = useTexts(juryTexts)
  const locale = useLocale()
  const { entry, judged, submitted, members } = props
  return (
    <>
      <Breadcrumb
        items={[{ label: entry.title, href: entry.path, language: entry.language }, { label: t.title }]}
      />
      <div class="narrow stack">
        <header class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">
            <TitleLink {...entry} />
          </p>
          <p>{t.lead}</p>
        </header>
        {judged ? (
          <>
            <Dossiers {...props} />
            <Ranking {...props} />
          </>
        ) : (
          <Notice>
            <p>{t.notYet}</p>
            {members !== null && <p>{t.soFar(formatNumber(submitted, locale))}</p>}
          </Notice>
        )}
        {members !== null && (
          <>
            {judged && (
              <section class="panel" aria-labelledby="decision-titre">
                <h2 id="decision-titre">{t.decide}</h2>
                <p class="actions">
                  <LinkButton href={`${entry.path}/jury/decision`} icon="scale" look="primary">
                    {t.decideNow}
                  </LinkButton>
                </p>
              </section>
            )}
            <Members {...props} members={members} />
          </>
        )}
      </div>
    </>
  )
}

function Dossiers({ entry, dossiers }: JuryProps) {
  const t = useTexts(juryTexts)
  const locale = useLocale()
  if (dossiers.length === 0) return <Empty icon="inbox" title={t.none} />
  const words = { 'to-rate': t.toRate, rated: t.rated, barred: t.barred }
  return (
    <Table caption={t.dossiers} head={[t.project, t.holder, t.asked, t.yours]}>
      {dossiers.map(({ id, project, holder, amount, own }) => (
        <tr>
          <th scope="row">
            {own === 'barred' ? project : <a href={`${entry.path}/jury/${id}`}>{project}</a>}
          </th>
          <td>{holder}</td>
          <td>{amount === null ? '' : formatMoney(amount, locale)}</td>
          <td>{own === null ? '–' : words[own]}</td>
        </tr>
      ))}
    </Table>
  )
}

function Ranking({ ranking, dossiers }: JuryProps) {
  const t = useTexts(juryTexts)
  const locale = useLocale()
  if (dossiers.length === 0) return null
  if (ranking === null) return <p class="hint">{t.rankingLater}</p>
  return (
    <section class="stack">
      <p>{t.rankingHow}</p>
      <Table caption={t.ranking} head={[t.project, t.score, t.ratings, t.conflicts]}>
        {ranking.map(({ project, score, ratings, conflicts }) => (
          <tr>
            <th scope="row">{project}</th>
            <td>{score === null ? t.noScore : formatNumber(score, locale, { maximumFractionDigits: 2 })}</td>
            <td>{formatNumber(ratings, locale)}</td>
            <td>{formatNumber(conflicts, locale)}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
