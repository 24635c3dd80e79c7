import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { catalogue, useTexts } from '../language.tsx'

/** The text of a form that could not be taken. */
export interface Kept {
  /** The path that it was sent to. */
  action: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Files came with it, which no page can hold. */
  hadFiles: boolean
}

export const keptTexts = catalogue('views/accounts/kept', {
  fr: {
    ended: 'Votre session s’est terminée. Votre texte est gardé sur cette page',
    endedHow: 'Connectez-vous ici même, sans quitter la page\u00a0: vous le retrouverez aussitôt après.',
    files: 'Les fichiers joints, eux, seront à choisir de nouveau.',
    title: 'Voici votre texte',
    lead: (name: string) => `Vous voilà connecté·e (${name}). Rien n’a encore été envoyé.`,
    resume: 'Reprendre mon texte',
    resumeHow: 'Il vous sera montré en aperçu, à relire. Rien ne paraît d’ici là.',
    send: 'Envoyer mon texte',
    wrote: 'Ce que vous aviez écrit',
    copy: 'Votre texte n’a pas été enregistré. Copiez-le d’ici pour ne pas le perdre.',
  },
  en: {
    ended: 'Your session has ended. Your text is kept on this page',
    endedHow: 'Sign in right here, without leaving the page: you will find it again just after.',
    files: 'Files that were attached will have to be chosen again.',
    title: 'Here is your text',
    lead: (name: string) => `You are signed in (${name}). Nothing has been sent yet.`,
    resume: 'Go on with my text',
    resumeHow: 'You will see its preview, to read again. Nothing appears before that.',
    send: 'Send my text',
    wrote: 'What you had written',
    copy: 'Your text was not saved. Copy it from here, so as not to lose it.',
  },
})

/** Above the form for signing in. */
export function SessionEnded({ hadFiles }: { hadFiles: boolean }) {
  const t = useTexts(keptTexts)
  return (
    <Notice kind="warning" role="alert" title={t.ended}>
      <p>{t.endedHow}</p>
      {hadFiles && <p>{t.files}</p>}
    </Notice>
  )
}

/** Of repeated names all, in their order. */
export const HiddenPairs = ({ pairs }: { pairs: Kept['fields'] }) => (
  <>
    {pairs.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

export interface KeptTextProps {
  action: string
  pairs: Kept['fields']
  hadFiles: boolean
  texts: readonly string[]
  name: string
  /** It goes back into an editor; else it is sent. */
  resumes: boolean
}

/** After signing in: the text is there, and is sent by a press and never by itself. */
export function KeptText({ action, pairs, hadFiles, texts, name, resumes }: KeptTextProps) {
  const t = useTexts(keptTexts)
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(name)}</p>
      {hadFiles && (
        <Notice kind="warning">
          <p>{t.files}</p>
        </Notice>
      )}
      <form method="post" action={action} enctype="multipart/form-data" class="form">
        <HiddenPairs pairs={pairs} />
        {resumes && <p>{t.resumeHow}</p>}
        <div class="form-end">
          <Button look="primary" icon={resumes ? 'pencil' : 'send'}>
            {resumes ? t.resume : t.send}
          </Button>
        </div>
      </form>
      <Written texts={texts} />
    </div>
  )
}

/** On the page that says why it could not be taken. */
export function NotTaken({ texts }: { texts: readonly string[] }) {
  const t = useTexts(keptTexts)
  if (texts.length === 0) return null
  return (
    <>
      <Notice kind="warning">
        <p>{t.copy}</p>
      </Notice>
      <Written texts={texts} />
    </>
  )
}

function Written({ texts }: { texts: readonly string[] }) {
  const t = useTexts(keptTexts)
  if (texts.length === 0) return null
  return (
    <section class="stack" aria-labelledby="ecrit">
      <h2 id="ecrit">{t.wrote}</h2>
      {texts.map((text) => (
        <p class="quoted as-typed">{text}</p>
      ))}
    </section>
  )
}
