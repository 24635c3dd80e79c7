import { useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
export function Trap() {
  const t = useTexts(standTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-autre">{t.trap}</label>
      <input id="f-autre" name="autre" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}
