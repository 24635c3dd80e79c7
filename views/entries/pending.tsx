import { ActionForm, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatMoment } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

export const pendingTexts = catalogue('views/entries/pending', {
  fr: {
    changes: (at: string) => `Vous aviez commencé des changements le ${at}.`,
    begun: (title: string, at: string) =>
      title === '' ? `Vous aviez commencé une page le ${at}.` : `Vous aviez commencé « ${title} » le ${at}.`,
    private: 'Personne d’autre ne les voit.',
    resume: 'Les reprendre',
    forget: 'Les oublier',
    resumeOne: 'La reprendre',
    forgetOne: 'L’oublier',
    resumed: 'Voici ce que vous aviez commencé. Rien n’est encore enregistré.',
    saved: (at: string) => `Enregistré à ${at}`,
    kept: (at: string) => `Gardé à ${at}, pas encore publié`,
  },
  en: {
    changes: (at: string) => `You had begun changes on ${at}.`,
    begun: (title: string, at: string) =>
      title === '' ? `You had begun a page on ${at}.` : `You had begun “${title}” on ${at}.`,
    private: 'Nobody else sees them.',
    resume: 'Resume them',
    forget: 'Forget them',
    resumeOne: 'Resume it',
    forgetOne: 'Forget it',
    resumed: 'This is what you had begun. Nothing is saved yet.',
    saved: (at: string) => `Saved at ${at}`,
    kept: (at: string) => `Kept at ${at}, not published yet`,
  },
})

export interface PendingNoticeProps {
  /** Of an entry that was never saved; null: changes to one that is there. */
  title: string | null
  at: number
  resume: string
  /** Where it is forgotten. */
  action: string
  id: string
}

/** What was typed and not saved waits for a word. */
export function PendingNotice({ title, at, resume, action, id }: PendingNoticeProps) {
  const t = useTexts(pendingTexts)
  const when = formatMoment(at, useLocale())
  return (
    <Notice>
      <p>
        {title === null ? t.changes(when) : t.begun(title, when)} {title === null && t.private}
      </p>
      <div class="actions">
        <LinkButton small href={resume} icon="pencil">
          {title === null ? t.resume : t.resumeOne}
        </LinkButton>
        <ActionForm small look="quiet" action={action} fields={{ _method: 'DELETE', id }} icon="trash-2">
          {title === null ? t.forget : t.forgetOne}
        </ActionForm>
      </div>
    </Notice>
  )
}

export function Resumed() {
  const t = useTexts(pendingTexts)
  return (
    <Notice>
      <p>{t.resumed}</p>
    </Notice>
  )
}
