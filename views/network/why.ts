import { catalogue, type Locale } from '../language.tsx'

const texts = catalogue('views/network/why', {
  fr: {
    signature: 'Refuse notre signature, ou nous bloque',
    gone: 'L’adresse n’existe plus là-bas',
    slow: 'N’a pas répondu à temps',
    busy: 'Répond «\u00a0trop de demandes\u00a0», et demande d’attendre',
    broken: 'Le serveur est en panne',
    large: 'Trouve l’envoi trop grand',
    refused: 'N’accepte pas cet envoi',
    redirect: 'Renvoie ailleurs',
    unreachable: 'Injoignable',
    nameless: 'Adresse introuvable\u00a0: ce nom ne mène nulle part',
    nobody: 'Aucun serveur n’écoute à cette adresse',
    expired: 'Son certificat a expiré',
    certificate: 'Son certificat n’est pas valable',
    cut: 'A coupé la connexion',
    private: 'Son adresse mène à un réseau privé',
    plain: 'N’est pas offert en https, sur le port habituel',
    address: 'Son adresse est mal formée',
    own: 'Son adresse est celle de ce site',
    blocked: 'Bloqué ici',
    letBe: 'Laissé en paix\u00a0: rien ne lui est envoyé',
    unreadable: 'Ce qu’il répond ne peut pas être lu',
    elsewhere: 'Ce qu’il répond appartient à une autre adresse',
    lost: 'Le texte de l’envoi n’est plus là',
    stopping: 'Ce site s’arrêtait à ce moment-là',
    fault: 'Une erreur de ce site, à voir dans son journal',
    other: 'Échec',
  },
  en: {
    signature: 'Refuses our signature, or blocks us',
    gone: 'The address no longer exists there',
    slow: 'Did not answer in time',
    busy: 'Answers “too many requests”, and asks to wait',
    broken: 'The server is broken',
    large: 'Finds the delivery too large',
    refused: 'Does not accept this delivery',
    redirect: 'Sends elsewhere',
    unreachable: 'Cannot be reached',
    nameless: 'No such address: the name leads nowhere',
    nobody: 'No server listens at this address',
    expired: 'Its certificate has expired',
    certificate: 'Its certificate is not valid',
    cut: 'Cut the connection',
    private: 'Its address leads into a private network',
    plain: 'Is not offered over https, on the usual port',
    address: 'Its address is not well made',
    own: 'Its address is that of this site',
    blocked: 'Blocked here',
    letBe: 'Stopped: nothing is sent there',
    unreadable: 'What it answers cannot be read',
    elsewhere: 'What it answers belongs to another address',
    lost: 'The text of the delivery is no longer there',
    stopping: 'This site was stopping at that moment',
    fault: 'A fault of this site, to be found in its log',
    other: 'Failed',
  },
})

type Why = keyof (typeof texts)['fr']

/** Why something did not come through, in words; the code stays beside it for those who look it up. */
export function whyOf(error: string, locale: Locale): string {
  const status = /^answered (\d{3})$/.exec(error)?.[1]
  const why = status === undefined ? (reasons[error] ?? 'other') : answered(Number(status))
  return `${texts[locale][why]} (${status ?? error})`
}

/** Whether a reason has words of its own. */
export const isNamed = (reason: string): boolean => reasons[reason] !== undefined

function answered(status: number): Why {
  if (status === 401 || status === 403) return 'signature'
  if (status === 404 || status === 410) return 'gone'
  if (status === 408) return 'slow'
  if (status === 413) return 'large'
  if (status === 425 || status === 429) return 'busy'
  return status >= 500 ? 'broken' : status >= 400 ? 'refused' : 'redirect'
}

const reasons: Readonly<Record<string, Why>> = {
  timeout: 'slow',
  network: 'unreachable',
  dns: 'nameless',
  'no-server': 'nobody',
  certificate: 'certificate',
  'certificate-expired': 'expired',
  cut: 'cut',
  closed: 'stopping',
  'refused-address': 'private',
  scheme: 'plain',
  port: 'plain',
  url: 'address',
  'own-host': 'own',
  blocked: 'blocked',
  stopped: 'letBe',
  redirect: 'redirect',
  status: 'refused',
  'too-large': 'unreadable',
  encoding: 'unreadable',
  'content-type': 'unreadable',
  json: 'unreadable',
  id: 'elsewhere',
  'no body': 'lost',
  fault: 'fault',
}
