import { Button, LinkButton } from '../components/button.tsx'
import { Field } from '../components/inputs.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatDay, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import {
  inside,
  type ShownAssembly,
  type ShownCandidature,
  type ShownFigures,
  type ShownSeat,
} from './shown.ts'
import { formTexts } from './form-texts.ts'
import { assemblyTexts } from './texts.ts'

/** The families counted, in a table and in words. */
export function Diversity({ figures: { families, unseated } }: { figures: ShownFigures }) {
  const t = useTexts(assemblyTexts)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  const all = families.reduce((sum, { seats }) => sum + seats, 0)
  const held = families.reduce((sum, row) => sum + row.held, 0)
  if (all === 0) return <p>{t.noSeats}</p>
  return (
    <>
      <p>
        {t.saidSeats(
          formatCount(all, locale, t.seatCount),
          formatCount(held, locale, t.heldCount),
          formatCount(all - held, locale, t.vacantCount),
        )}{' '}
        {unseated.length === 0
          ? t.allSeated
          : t.unseated(unseated.map((family) => inside(t.families[family])).join(', '))}
      </p>
      <Table caption={t.diversityTable} quiet head={[t.family, t.seats, t.held, t.vacant]}>
        {families.map((row) => (
          <tr>
            <th scope="row">{t.families[row.family]}</th>
            <td data-label={t.seats}>{number(row.seats)}</td>
            <td data-label={t.held}>{number(row.held)}</td>
            <td data-label={t.vacant}>{number(row.seats - row.held)}</td>
          </tr>
        ))}
      </Table>
    </>
  )
}

/** Who holds each; a person by name only if they agreed. `isRun`: for those who may change it. */
export function Seats({
  assembly,
  seats,
  isRun,
}: {
  assembly: ShownAssembly
  seats: readonly ShownSeat[]
  isRun: boolean
}) {
  const t = useTexts(assemblyTexts)
  return (
    <ul class="stack">
      {seats.map((seat) => (
        <li class="row">
          <span>
            <b>{seat.label}</b> – {t.families[seat.family]}
            <br />
            <Holder seat={seat} />
          </span>
          <span class="actions">
            {seat.organisation === null && (
              <LinkButton
                href={`${assembly.path}/candidature?siege=${seat.id}`}
                small
                icon="send"
                rel="nofollow"
                label={`${t.stand} – ${seat.label}`}
              >
                {t.stand}
              </LinkButton>
            )}
            {isRun && (
              <LinkButton
                href={`${assembly.path}/sieges/${seat.id}`}
                small
                look="quiet"
                icon="pencil"
                label={`${t.edit} – ${seat.label}`}
              >
                {t.edit}
              </LinkButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Holder({ seat: { organisation, person, sinceDay, untilDay } }: { seat: ShownSeat }) {
  const t = useTexts(assemblyTexts)
  const locale = useLocale()
  if (organisation === null) return <i>{t.isVacant}</i>
  const dates = [
    ...(sinceDay === null ? [] : [t.mandateFrom(formatDay(sinceDay, locale))]),
    ...(untilDay === null ? [] : [t.mandateUntil(formatDay(untilDay, locale))]),
  ].join(', ')
  return (
    <>
      {organisation}, {person ?? t.noPerson}
      {dates !== '' && ` (${dates})`}
    </>
  )
}

/** For those who decide: each with a sentence and two buttons. */
export function Received({
  assembly,
  candidatures,
  errors,
}: {
  assembly: ShownAssembly
  candidatures: readonly ShownCandidature[]
  errors: Readonly<Record<string, string>>
}) {
  const t = useTexts(assemblyTexts)
  return (
    <div class="stack">
      {candidatures.map(({ id, organisation, person, seat, email, body }) => (
        <article class="panel stack" aria-labelledby={`c-${id}`}>
          <h3 id={`c-${id}`}>{organisation}</h3>
          <p>
            {seat ?? t.seatGone}
            {person !== null && ` – ${person}`} – <span class="handle">{email}</span>
          </p>
          {body !== '' && <p class="as-typed quoted">{body}</p>}
          <form class="form" method="post" action={`${assembly.path}/candidatures/${id}`}>
            <Field
              name="answer"
              label={t.answer}
              hint={t.answerHint}
              error={errors[id]}
              maxlength={600}
              idPrefix={`a-${id}`}
              quiet
            />
            <div class="actions">
              <Button small icon="check" name="act" value="accepter" label={t.acceptOf(organisation)}>
                {t.accept}
              </Button>
              <Button small look="quiet" icon="x" name="act" value="refuser" label={t.refuseOf(organisation)}>
                {t.refuse}
              </Button>
            </div>
          </form>
        </article>
      ))}
    </div>
  )
}

/** What was answered, for everybody. */
export function Decided({
  assembly,
  candidatures,
  isRun,
}: {
  assembly: ShownAssembly
  candidatures: readonly ShownCandidature[]
  isRun: boolean
}) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  return (
    <ul class="stack">
      {candidatures.map(({ id, organisation, seat, state, answer }) => (
        <li>
          <b>{organisation}</b>
          {seat !== null && ` – ${seat}`} – {state === 'accepted' ? t.accepted : t.refused}
          {answer !== '' && <p class="as-typed">{answer}</p>}
          {isRun && state === 'accepted' && (
            <p>
              <a
                href={`${assembly.path}/nominations/${id}`}
                aria-label={`${f.nomination.title} – ${organisation}`}
              >
                {t.nomination}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
