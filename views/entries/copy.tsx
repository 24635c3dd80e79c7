import { Notice } from '../components/notice.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { TitleLink, type Titled } from '../quoting.tsx'

const texts = catalogue('views/entries/copy', {
  fr: {
    copy: 'Copie de',
    later: 'Les dates sont celles d’un an plus tard, le même jour de la semaine : vérifiez-les.',
    past: 'Les dates passées sont vides. Les inscriptions, soutiens et réponses restent à la première.',
    nothing: 'Rien n’est enregistré pour l’instant.',
  },
  en: {
    copy: 'Copy of',
    later: 'The dates are those of a year later, on the same day of the week: check them.',
    past: 'Dates that have passed are empty. Registrations, supports and answers stay with the first one.',
    nothing: 'Nothing is saved yet.',
  },
})

/** Over a form that was filled from another entry. */
export function CopyNotice({ later, ...entry }: Titled & { later: boolean }) {
  const t = useTexts(texts)
  return (
    <Notice>
      <p>
        {t.copy} <TitleLink {...entry} />. {later ? t.later : t.past} {t.nothing}
      </p>
    </Notice>
  )
}
