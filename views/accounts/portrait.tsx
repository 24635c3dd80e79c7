import { ActionForm, Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/accounts/portrait', {
  fr: {
    title: 'Votre photo',
    none: 'Elle s’affiche à côté de vos réponses, à la place de votre initiale. Rien ne vous y oblige.',
    some: 'Elle s’affiche à côté de vos réponses.',
    seen: (address: string) => `On la voit aussi ailleurs, à côté de ${address}.`,
    now: 'Votre photo, comme les autres la voient',
    choose: 'Image',
    another: 'Autre image',
    hint: 'JPEG, PNG, WebP ou AVIF, 10\u00a0Mo au plus. Nous en gardons le carré du milieu, et rien de ce que le fichier dit du lieu ou de l’appareil.',
    save: 'Enregistrer la photo',
    remove: 'Retirer la photo',
  },
  en: {
    title: 'Your picture',
    none: 'It is shown beside your answers, instead of your initial. Nothing obliges you to have one.',
    some: 'It is shown beside your answers.',
    seen: (address: string) => `It is seen elsewhere too, beside ${address}.`,
    now: 'Your picture, as others see it',
    choose: 'Image',
    another: 'Another image',
    hint: 'JPEG, PNG, WebP or AVIF, 10 MB at most. We keep the square in its middle, and nothing of what the file tells about the place or the camera.',
    save: 'Save the picture',
    remove: 'Remove the picture',
  },
})

export interface PortraitProps {
  /** Where it is shown from, whole; null: there is none. */
  src: string | null
  error?: string | undefined
}

/** The picture that a member may have of themselves: one form gives it, another takes it away. */
export function Portrait({ src, error, address }: PortraitProps & { address: string | null }) {
  const t = useTexts(texts)
  const label = src === null ? t.choose : t.another
  return (
    <section class="stack" aria-labelledby="photo">
      <h2 id="photo">{t.title}</h2>
      <ErrorSummary errors={{ image: error }} labels={{ image: label }} />
      {src !== null && <img class="portrait" src={src} alt={t.now} width="96" height="96" decoding="async" />}
      <p>
        {src === null ? t.none : t.some} {address !== null && t.seen(address)}
      </p>
      <form class="form" method="post" action="/compte/photo" enctype="multipart/form-data">
        <Field
          name="image"
          type="file"
          label={label}
          hint={t.hint}
          error={error}
          accept="image/jpeg,image/png,image/webp,image/avif"
          required
        />
        <div class="form-end">
          <Button icon="image">{t.save}</Button>
        </div>
      </form>
      {src !== null && (
        <ActionForm action="/compte/photo/retrait" look="danger" icon="trash-2">
          {t.remove}
        </ActionForm>
      )}
    </section>
  )
}
