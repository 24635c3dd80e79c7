import type { Child } from 'hono/jsx'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { TextArea } from '../components/inputs.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { adviceId, AdviceItems, type Advice } from './advice.tsx'

// What scripts add to the editor: a preview as one types, a word about what is kept, and the question that comes before a
// picture in the text. All of it is hidden until `editor.js` shows it.

const texts = catalogue('views/entries/live', {
  fr: {
    title: 'Aperçu pendant que vous écrivez',
    here: 'Ici',
    mastodon: 'Sur Mastodon',
    wait: 'L’aperçu apparaît ici.',
    see: 'Voir l’aperçu',
    keep: {
      saving: 'Enregistrement…',
      offline: 'Hors ligne : rien n’est enregistré pour l’instant. Nouvel essai dans un moment.',
      conflict:
        'Quelqu’un a modifié cette page entre-temps. Votre texte est gardé : enregistrez pour voir les deux.',
      ended:
        'Votre session s’est terminée. Enregistrez\u00a0: vous pourrez vous reconnecter sans perdre votre texte.',
      refused: 'L’enregistrement automatique ne marche pas ici : enregistrez vous-même.',
    },
    picture: {
      title: 'Que montre cette image ?',
      alt: 'Description',
      help: 'Ce qu’on y voit, et pourquoi elle est là. Par exemple : « La grande salle, avec une scène et une soixantaine de chaises », et non « photo » ou « IMG_2041 ».',
      decorative: 'Elle est purement décorative',
      decorativeHelp: 'Qui ne la voit pas ne perd rien : un filet, un fond. C’est rare.',
      needed: 'Écrivez une description, ou dites que l’image est décorative.',
      add: 'Mettre dans le texte',
      cancel: 'Ne pas la mettre',
      sending: 'Envoi de l’image…',
      failed: 'L’image n’a pas pu être envoyée.',
      mark: 'décorative',
    },
  },
  en: {
    title: 'Preview while you write',
    here: 'Here',
    mastodon: 'On Mastodon',
    wait: 'The preview appears here.',
    see: 'See the preview',
    keep: {
      saving: 'Saving…',
      offline: 'Offline: nothing is saved for now. Trying again in a moment.',
      conflict: 'Someone changed this page meanwhile. Your text is kept: save to see both.',
      ended: 'Your session has ended. Save: you can sign in again without losing your text.',
      refused: 'Nothing can be saved automatically here: save it yourself.',
    },
    picture: {
      title: 'What does this picture show?',
      alt: 'Description',
      help: 'What can be seen, and why it is here. For example: “The main hall, with a stage and some sixty chairs”, and not “photo” or “IMG_2041”.',
      decorative: 'It is purely decorative',
      decorativeHelp: 'Those who do not see it miss nothing: a rule, a background. This is rare.',
      needed: 'Write a description, or say that the picture is decorative.',
      add: 'Put it in the text',
      cancel: 'Leave it out',
      sending: 'Sending the picture…',
      failed: 'The picture could not be sent.',
      mark: 'decorative',
    },
  },
})

export const liveIds = { here: 'direct-ici', mastodon: 'direct-mastodon', all: 'direct' } as const

/** Beside the form where there is room, below it on a phone. Nothing of it is announced: whoever writes is not interrupted. */
export function LivePreview({ action, formId }: { action: string; formId: string }) {
  const t = useTexts(texts)
  return (
    <aside id={liveIds.all} class="live" aria-labelledby="direct-titre" data-live hidden>
      <h2 id="direct-titre">{t.title}</h2>
      <details name="direct" open>
        <summary>{t.here}</summary>
        <div
          id={liveIds.here}
          class="preview-frame"
          data-hx-post={action}
          data-hx-include={`#${formId}`}
          data-hx-trigger={`load, input from:#${formId} delay:700ms, change from:#${formId} delay:700ms`}
          data-hx-sync="this:replace"
          data-hx-swap="innerHTML"
          // What went wrong is no preview: the one before it stays.
          data-hx-status-4xx="swap:none"
          data-hx-status-5xx="swap:none"
        >
          <p class="hint">{t.wait}</p>
        </div>
      </details>
      <details name="direct">
        <summary>{t.mastodon}</summary>
        <div id={liveIds.mastodon}>
          <p class="hint">{t.wait}</p>
        </div>
      </details>
    </aside>
  )
}

/** What comes back each time: the article for its place, the rest for theirs. */
export const LiveParts = ({
  article,
  post,
  advice,
}: {
  article: Child
  post: Child
  advice: readonly Advice[]
}) => (
  <>
    {article}
    <div data-hx-swap-oob={`innerHTML:#${liveIds.mastodon}`}>{post}</div>
    {advice.length > 0 && (
      <div data-hx-swap-oob={`innerHTML:#${adviceId}`}>
        <AdviceItems items={advice} />
      </div>
    )}
  </>
)

/** Where it is said what has been kept. Not a live region: it changes with every pause. */
export function KeepState({ action, unsaved }: { action: string; unsaved: boolean }) {
  const t = useTexts(texts)
  return (
    <p
      class="keep-state hint"
      data-keep={action}
      data-unsaved={unsaved ? '' : undefined}
      data-saving={t.keep.saving}
      data-offline={t.keep.offline}
      data-conflict={t.keep.conflict}
      data-ended={t.keep.ended}
      data-refused={t.keep.refused}
      hidden
    ></p>
  )
}

/** On a phone the preview is far below. */
export function SeeLive() {
  const t = useTexts(texts)
  return (
    <p class="see-live" data-live hidden>
      <a href={`#${liveIds.all}`}>{t.see}</a>
    </p>
  )
}

/** The description comes first, and the picture only with it. */
export function PictureDialog() {
  const t = useTexts(texts).picture
  return (
    <dialog
      id="image-du-texte"
      class="picture-dialog"
      aria-labelledby="image-du-texte-titre"
      data-sending={t.sending}
      data-failed={t.failed}
      data-mark={t.mark}
    >
      <form method="dialog" class="stack" novalidate>
        <h2 id="image-du-texte-titre">{t.title}</h2>
        <TextArea name="alt" idPrefix="image" label={t.alt} quiet hint={t.help} rows={3} maxlength={1000} />
        <p class="field-error" role="alert" data-needed={t.needed}></p>
        <Checkbox name="decorative" idPrefix="image" label={t.decorative} hint={t.decorativeHelp} value="1" />
        <div class="actions">
          <Button value="add" look="primary">
            {t.add}
          </Button>
          <Button value="cancel" formnovalidate>
            {t.cancel}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
