import { catalogue, useTexts } from '../language.tsx'

export const foreignFormTexts = catalogue('views/accounts/foreign-form', {
  fr: {
    title: 'Cet envoi ne vient pas d’une page du site',
    help: 'Rien n’a été changé. Revenez à la page précédente, rechargez-la, puis envoyez de nouveau. Si cela recommence, votre navigateur ou une de ses extensions cache d’où viennent les envois.',
  },
  en: {
    title: 'This was not sent from a page of this site',
    help: 'Nothing was changed. Go back to the page before, reload it, then send again. If it happens again, your browser or one of its extensions hides where forms come from.',
  },
})

/** A form that another site sent in the visitor's name, or a browser that does not say where it comes from. */
export function ForeignForm() {
  const t = useTexts(foreignFormTexts)
  return (
    <div class="narrow error-page">
      <h1>{t.title}</h1>
      <p>{t.help}</p>
    </div>
  )
}
