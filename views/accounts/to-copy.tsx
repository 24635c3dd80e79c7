import { Icon } from '../components/icon.tsx'
import { useTexts } from '../language.tsx'
import { accountTexts } from './account-texts.ts'

/** Something long to carry elsewhere: selected at a click, copied by a button where scripts run. */
export function ToCopy({ label, text }: { label: string; text: string }) {
  const t = useTexts(accountTexts)
  return (
    <div class="field">
      <label for="to-copy">{label}</label>
      <input id="to-copy" class="control" type="text" value={text} readonly spellcheck={false} />
      <button type="button" class="button button-secondary button-small" data-copy={text} hidden>
        <Icon name="copy" />
        <span>{t.copy}</span>
      </button>
    </div>
  )
}
