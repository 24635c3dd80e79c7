import type { Child } from 'hono/jsx'
import { Button, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { catalogue, useTexts, type Locale } from '../language.tsx'
import { editorId } from './editor.tsx'

const texts = catalogue('views/entries/conflict', {
  fr: {
    title: 'Quelqu’un a modifié cette page entre-temps',
    kept: 'Rien n’est perdu\u00a0: votre texte est ici, celui qui a été enregistré aussi.',
    changed: 'Enregistré le',
    caption: 'Ce qui diffère',
    field: 'Partie',
    theirs: 'Texte enregistré',
    mine: 'Votre texte',
    keepMine: 'Garder le mien',
    keepTheirs: 'Garder le texte enregistré',
    merge: 'Ou corriger votre texte, puis l’enregistrer',
    empty: 'vide',
  },
  en: {
    title: 'Someone changed this page meanwhile',
    kept: 'Nothing is lost: your text is here, and so is the one that was saved.',
    changed: 'Saved on',
    caption: 'What differs',
    field: 'Part',
    theirs: 'Saved text',
    mine: 'Your text',
    keepMine: 'Keep mine',
    keepTheirs: 'Keep the saved text',
    merge: 'Or correct your text, then save it',
    empty: 'empty',
  },
})

export const conflictTitle = (locale: Locale): string => texts[locale].title

export interface ConflictProps {
  at: number
  differences: readonly { label: string; theirs: string; mine: string }[]
  /** Where the saved text is edited. */
  theirsHref: string
  /** What the form's button says to do with one's own text. */
  mineOutcome: string
  /** The whole form, filled with one's own text. */
  editor: Child
}

/** Both texts, and a way to keep either or to make one of the two. */
export function Conflict({ at, differences, theirsHref, mineOutcome, editor }: ConflictProps) {
  const t = useTexts(texts)
  return (
    <div class="stack">
      <h1>{t.title}</h1>
      <Notice kind="warning">
        <p>{t.kept}</p>
        <p>
          {t.changed} <When at={at} form="moment" />
        </p>
      </Notice>
      <Table caption={t.caption} head={[t.field, t.theirs, t.mine]}>
        {differences.map(({ label, theirs, mine }) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="diff">{theirs === '' ? <i>{t.empty}</i> : theirs}</td>
            <td class="diff">{mine === '' ? <i>{t.empty}</i> : mine}</td>
          </tr>
        ))}
      </Table>
      <p class="actions">
        <Button form={editorId} name="outcome" value={mineOutcome} look="primary">
          {t.keepMine}
        </Button>
        <LinkButton href={theirsHref}>{t.keepTheirs}</LinkButton>
      </p>
      <div class="narrow stack">
        <h2>{t.merge}</h2>
        {editor}
      </div>
    </div>
  )
}
