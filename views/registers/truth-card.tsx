import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { registerTexts, type Register } from './texts.ts'

export interface TruthCardProps {
  /** Those of its numbers that are well formed, with what they are: « SIRET 732 829… ». */
  numbers: readonly string[]
  noSiret: boolean
  found: { register: Register; number: string; on: string; source: string } | null
  /** The host that says it, of an organisation of another hub. */
  saidBy: string | null
  /** Names of the communes that it serves. */
  communes: readonly string[]
  /** Where a finding is recorded, for those who may. */
  recordHref: string | null
}

/** Three levels, each said for what it is: declared, with a number that could be true, found in a register on a day. */
export function TruthCard({ numbers, noSiret, found, saidBy, communes, recordHref }: TruthCardProps) {
  const t = useTexts(registerTexts)
  const locale = useLocale()
  return (
    <section class="panel stack" aria-labelledby="identite">
      <h2 id="identite">{t.title}</h2>
      <ul class="truth">
        <li>
          <Icon name="circle-check" />
          <span>
            {t.levels.declared} {noSiret && t.levels.noSiret}
          </span>
        </li>
        <li>
          <Icon name={numbers.length > 0 ? 'circle-check' : 'info'} />
          <span>
            {numbers.length > 0 ? `${t.levels['well-formed']} ${numbers.join(', ')}.` : t.levels.none}
          </span>
        </li>
        {saidBy === null && (
          <li>
            <Icon name={found === null ? 'info' : 'circle-check'} />
            <span>
              {found === null ? (
                t.notFound
              ) : (
                <>
                  {t.found(t.register[found.register], formatDay(found.on, locale), found.number)}{' '}
                  <a href={found.source} rel="nofollow noopener">
                    {t.source}
                  </a>
                </>
              )}
            </span>
          </li>
        )}
      </ul>
      {found !== null && <p class="hint">{t.foundHow}</p>}
      {saidBy !== null && <p class="hint">{t.said(saidBy)}</p>}
      {communes.length > 0 && <p>{t.serves(communes.join(', '))}</p>}
      {recordHref !== null && (
        <p class="actions">
          <LinkButton href={recordHref} small icon="pencil">
            {t.record}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
