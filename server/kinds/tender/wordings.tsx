import { catalogue, useTexts } from '../../../views/language.tsx'

// What a buyer may write, from what is known of the articles that are named; each has to be read on the day.

const texts = catalogue('server/kinds/tender/wordings', {
  fr: {
    title: 'Formules à adapter pour les clauses et les réservations',
    warning:
      'Relisez l’article à sa source le jour de la publication, et notez ce jour. Nommer un statut comme admis n’est ni une réservation ni une préférence.',
    wordings: {
      disability:
        '«\u00a0Ce lot est réservé aux entreprises adaptées, aux établissements et services d’accompagnement par le travail et aux structures équivalentes (Code de la commande publique, article L2113-12, texte lu le …).\u00a0»',
      insertion:
        '«\u00a0Ce lot est réservé aux structures d’insertion par l’activité économique et aux structures équivalentes (article L2113-13, texte lu le …).\u00a0»',
      prison:
        '«\u00a0Ce lot est réservé aux employeurs de personnes détenues (article L2113-13-1, texte lu le …).\u00a0»',
      ess: '«\u00a0Ce lot est réservé aux entreprises de l’économie sociale et solidaire (article L2113-15, texte lu le …).\u00a0» Seulement pour certains services sociaux et autres services spécifiques.',
      clause:
        '«\u00a0L’exécution de ce lot prévoit … heures d’insertion (article L2112-2, texte lu le …).\u00a0» La condition doit être liée à l’objet du marché.',
    },
  },
  en: {
    title: 'Wordings to adapt for clauses and reservations, in French as notices are',
    warning:
      'Read the article at its source on the day of publication, and note that day. To name a status as welcome is neither a reservation nor a preference.',
    wordings: {
      disability:
        '« Ce lot est réservé aux entreprises adaptées, aux établissements et services d’accompagnement par le travail et aux structures équivalentes (Code de la commande publique, article L2113-12, texte lu le …). »',
      insertion:
        '« Ce lot est réservé aux structures d’insertion par l’activité économique et aux structures équivalentes (article L2113-13, texte lu le …). »',
      prison:
        '« Ce lot est réservé aux employeurs de personnes détenues (article L2113-13-1, texte lu le …). »',
      ess: '« Ce lot est réservé aux entreprises de l’économie sociale et solidaire (article L2113-15, texte lu le …). » Only for some social and other specific services.',
      clause:
        '« L’exécution de ce lot prévoit … heures d’insertion (article L2112-2, texte lu le …). » The condition has to be related to the subject of the contract.',
    },
  },
})

/** Beside the lots in the form: to be copied into a notice or a description, and checked. */
export function Wordings() {
  const t = useTexts(texts)
  return (
    <details class="group-folded">
      <summary>
        <span>{t.title}</span>
      </summary>
      <div class="group" role="group" aria-label={t.title}>
        <p class="hint">{t.warning}</p>
        <ul class="stack">
          {Object.values(t.wordings).map((wording) => (
            <li>{wording}</li>
          ))}
        </ul>
      </div>
    </details>
  )
}
