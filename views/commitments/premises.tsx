import { LinkButton } from '../components/button.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { commitmentTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface PremisesProps {
  /** Every number in its unit; null: no data. */
  stock: { words: string; day: string | null; source: string | null } | null
  promised: { share: string; words: string } | null
  let: { words: string; day: string; share: string | null } | null
  /** ‘kept’: nothing is missing. */
  gap: { words: string } | 'kept' | null
  rooms: readonly (Titled & { note: string })[]
  /** Where this reader can offer one. */
  offerHref: string | null
}

/** A share of business premises: how many there are, what is promised, what is let, what is missing. In words. */
export function Premises(props: PremisesProps) {
  const t = useTexts(commitmentTexts)
  const locale = useLocale()
  const { stock, promised, gap } = props
  const stockInWords = ({ words, day, source }: NonNullable<PremisesProps['stock']>): string => {
    const said = day === null ? t.stock(words) : t.stockOn(words, formatDay(day, locale))
    return source === null ? said : t.stockBy(said, source)
  }
  return (
    <section class="entry-part" aria-labelledby="locaux">
      <h2 id="locaux">{t.premises}</h2>
      <ul class="said">
        <li>{stock === null ? t.noStock : stockInWords(stock)}</li>
        {promised !== null && <li>{t.promised(promised.share, promised.words)}</li>}
        <li>
          {props.let === null
            ? t.noLet
            : t.let(props.let.words, formatDay(props.let.day, locale), props.let.share)}
        </li>
        <li>
          <b>{gap === null ? t.noGap : gap === 'kept' ? t.kept : t.gap(gap.words)}</b>
        </li>
      </ul>
      <Rooms {...props} />
    </section>
  )
}

function Rooms({ rooms, offerHref }: PremisesProps) {
  const t = useTexts(commitmentTexts)
  return (
    <>
      <h3>{t.rooms}</h3>
      {rooms.length === 0 ? (
        <p class="hint">{t.noRooms}</p>
      ) : (
        <ul class="rows">
          {rooms.map(({ note, ...room }) => (
            <li>
              <TitleLink {...room} />
              {note !== '' && <span class="row-note">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {offerHref !== null && (
        <p class="actions">
          <LinkButton href={offerHref} icon="door-open">
            {t.offerRoom}
          </LinkButton>
        </p>
      )}
    </>
  )
}
