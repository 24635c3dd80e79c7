import { Empty } from '../components/empty.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { SourceLink } from './measures.tsx'
import { commitmentTexts } from './texts.ts'

export interface FundProps {
  /** Of those with a source; null: there is none. */
  total: string | null
  /** Of those whose share is known; null: of none. */
  share: { amount: string; words: string; told: number; reached: boolean } | null
  /** ‘un tiers’ */
  line: string
  conventions: readonly {
    company: string | null
    territory: string | null
    day: string | null
    amount: string | null
    share: string | null
    href: string | null
  }[]
}

/** Agreements by which companies pay for the revitalisation of a territory, and what of it goes to the ESS. */
export function Fund({ total, share, line, conventions }: FundProps) {
  const t = useTexts(commitmentTexts)
  const locale = useLocale()
  return (
    <section class="entry-part" aria-labelledby="conventions">
      <h2 id="conventions">{t.fund}</h2>
      {total === null ? (
        <Empty icon="banknote" title={t.noData}>
          <p>{t.noFund}</p>
        </Empty>
      ) : (
        <>
          <p>{t.fundTotal(total)}</p>
          <p>
            <b>
              {share === null
                ? t.fundNoShare
                : t.fundShare(share.amount, share.words, formatCount(share.told, locale, t.conventions))}
            </b>
          </p>
          {share !== null && <p>{t.fundLine(line, share.reached)}</p>}
        </>
      )}
      {conventions.length > 0 && <Conventions conventions={conventions} />}
    </section>
  )
}

function Conventions({ conventions }: Pick<FundProps, 'conventions'>) {
  const t = useTexts(commitmentTexts)
  const locale = useLocale()
  const { company, territory, day, amount, share, source } = t.fundHead
  return (
    <Table caption={t.fundTable} head={[company, territory, day, amount, share, source]}>
      {conventions.map((one) => (
        <tr>
          <th scope="row">{one.company ?? t.unknown}</th>
          <td>{one.territory ?? ''}</td>
          <td>{one.day === null ? t.noDay : formatDay(one.day, locale)}</td>
          <td class="num">{one.amount ?? t.unknown}</td>
          <td class="num">{one.share ?? t.unknown}</td>
          <td>{one.href === null ? t.unsourced : <SourceLink label={null} href={one.href} />}</td>
        </tr>
      ))}
    </Table>
  )
}
