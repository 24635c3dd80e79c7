import { LinkButton } from '../components/button.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/home/ways-to-write', {
  fr: {
    address: (hub: string) =>
      `En attendant, ${hub} envoie ses messages depuis cette adresse, à laquelle on peut écrire\u00a0:`,
    none: (hub: string) => `${hub} n’a pas encore donné d’adresse où écrire.`,
    report:
      'Un contenu pose problème\u00a0? Ce formulaire arrive aux personnes qui modèrent, même sans compte.',
    reportIt: 'Signaler un contenu',
  },
  en: {
    address: (hub: string) =>
      `Meanwhile, ${hub} sends its messages from this address, which can be written to:`,
    none: (hub: string) => `${hub} has not given an address to write to yet.`,
    report: 'Is something wrong with a text? This form reaches the moderators, even without an account.',
    reportIt: 'Report something',
  },
})

/** On the contact page while nobody has written it: what there is, and no more. */
export function WaysToWrite({ hub, address }: { hub: string; address: string | null }) {
  const t = useTexts(texts)
  return (
    <>
      {address === null ? (
        <p>{t.none(hub)}</p>
      ) : (
        <p>
          {t.address(hub)} <a href={`mailto:${address}`}>{address}</a>
        </p>
      )}
      <p>{t.report}</p>
      <p class="actions">
        <LinkButton href="/signaler" icon="flag">
          {t.reportIt}
        </LinkButton>
      </p>
    </>
  )
}
