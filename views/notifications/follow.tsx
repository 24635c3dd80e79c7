import { ActionForm } from '../components/button.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/notifications/follow', {
  fr: {
    answers: 'Suivre la discussion',
    publications: 'Être prévenu·e ici de ses publications',
    stop: { answers: 'Ne plus suivre la discussion', publications: 'Ne plus être prévenu·e' },
  },
  en: {
    answers: 'Follow the discussion',
    publications: 'Be notified here of what it publishes',
    stop: { answers: 'Stop following the discussion', publications: 'No longer be notified' },
  },
})

export interface FollowHereProps {
  /** Of an entry. */
  id: string
  what: 'answers' | 'publications'
  follows: boolean
  /** Where to go on to. */
  back: string
}

/** A member follows here: nobody else learns of it. */
export function FollowHere({ id, what, follows, back }: FollowHereProps) {
  const t = useTexts(texts)
  return (
    <ActionForm
      action="/notifications/suivi"
      small
      icon="bell"
      look={follows ? 'quiet' : 'secondary'}
      fields={{ fiche: id, quoi: what, acte: follows ? 'arreter' : 'suivre', retour: back }}
    >
      {follows ? t.stop[what] : t[what]}
    </ActionForm>
  )
}
