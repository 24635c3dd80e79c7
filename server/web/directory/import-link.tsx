import { LinkButton } from '../../../views/components/button.tsx'
import { directoryTexts } from '../../../views/directory/texts.ts'
import { useTexts } from '../../../views/language.tsx'
import { hasRole, type Visitor } from '../../accounts/viewer.ts'

/** Beside the button that makes one, for those who may make many. */
export function ImportLink({ viewer }: { viewer: Visitor }) {
  const t = useTexts(directoryTexts).import
  return hasRole(viewer, 'editor') ? (
    <LinkButton href="/annuaire/importer" icon="upload">
      {t.button}
    </LinkButton>
  ) : null
}
