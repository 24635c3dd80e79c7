import { Breadcrumb } from '../components/breadcrumb.tsx'
import { useTexts } from '../language.tsx'
import { hostTexts } from './host-texts.ts'
import { networkTexts } from './texts.ts'

/** From the network; `more`: from its servers. */
export function Way({ here, language, more = false }: { here: string; language?: string; more?: boolean }) {
  const hosts = useTexts(hostTexts)
  const network = useTexts(networkTexts)
  return (
    <Breadcrumb
      items={[
        { label: network.title, href: '/reseau' },
        ...(more ? [{ label: hosts.title, href: '/reseau/serveurs' }] : []),
        { label: here, language },
      ]}
    />
  )
}
