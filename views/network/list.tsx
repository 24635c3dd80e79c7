import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Badge } from '../components/badge.tsx'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'
import { networkTexts, type FollowFault } from './texts.ts'

export const listTexts = catalogue('views/network/list', {
  fr: {
    title: 'Suivre une liste de comptes',
    lead: 'Donnez une liste de comptes à suivre, comme celle que Mastodon ou un autre site Maillon exporte (following_accounts.csv). Rien n’est demandé avant votre accord.',
    list: 'Comptes à suivre',
    listHint: 'Une adresse par ligne, nom@site.example, ou le contenu du fichier CSV. 500 au plus.',
    read: 'Lire la liste',
    empty: 'Donnez une liste, une adresse par ligne.',
    export: 'Télécharger la liste des comptes suivis (CSV)',
    preview: 'Ce qui a été lu',
    fresh: { one: 'compte à suivre', other: 'comptes à suivre' },
    known: { one: 'compte déjà suivi', other: 'comptes déjà suivis' },
    wrong: { one: 'ligne ne peut pas être lue', other: 'lignes ne peuvent pas être lues' },
    line: (number: number) => `Ligne ${number}`,
    faults: {
      unreadable: 'ce n’est pas une adresse de la forme nom@site',
      own: 'c’est ce site lui-même',
      twice: 'déjà plus haut dans la liste',
      beyond: 'au-delà de 500 comptes\u00a0: donnez-les dans une autre liste',
    },
    follow: 'Suivre ces comptes',
    again: 'Changer la liste',
    waiting: { one: 'demande attend son tour', other: 'demandes attendent leur tour' },
    failed: 'Ce qui n’a pas pu être suivi',
    clear: 'Vider cette liste',
  },
  en: {
    title: 'Follow a list of accounts',
    lead: 'Give a list of accounts to follow, such as Mastodon or another Maillon site exports (following_accounts.csv). Nothing is asked before you agree.',
    list: 'Accounts to follow',
    listHint: 'One address a line, name@site.example, or what the CSV file holds. 500 at most.',
    read: 'Read the list',
    empty: 'Give a list, one address a line.',
    export: 'Download the list of followed accounts (CSV)',
    preview: 'What was read',
    fresh: { one: 'account to follow', other: 'accounts to follow' },
    known: { one: 'account already followed', other: 'accounts already followed' },
    wrong: { one: 'line cannot be read', other: 'lines cannot be read' },
    line: (number: number) => `Line ${number}`,
    faults: {
      unreadable: 'this is no address such as name@site',
      own: 'this is this very site',
      twice: 'already further up in the list',
      beyond: 'beyond 500 accounts: give them in another list',
    },
    follow: 'Follow these accounts',
    again: 'Change the list',
    waiting: { one: 'request waits for its turn', other: 'requests wait for their turn' },
    failed: 'What could not be followed',
    clear: 'Empty this list',
  },
})

export interface FollowListProps {
  typed: string
  error: string | undefined
  waiting: number
  failed: readonly { address: string; fault: FollowFault }[]
}

/** Many at once: what waits, what came to nothing, and a list to read. */
export function FollowList({ typed, error, waiting, failed }: FollowListProps) {
  const t = useTexts(listTexts)
  const network = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: network.title, href: '/reseau' }, { label: t.title }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {waiting > 0 && (
        <p>
          <Badge look="info" icon="hourglass">
            {formatCount(waiting, locale, t.waiting)}
          </Badge>
        </p>
      )}
      {failed.length > 0 && <Failed failed={failed} />}
      <ErrorSummary errors={{ list: error }} labels={{ list: t.list }} />
      <form class="stack" method="post" action="/reseau/abonnements/liste">
        <TextArea
          name="list"
          label={t.list}
          hint={t.listHint}
          value={typed}
          error={error}
          rows={8}
          required
        />
        <p class="actions">
          <Button look="primary" icon="eye">
            {t.read}
          </Button>
          <LinkButton href="/reseau/abonnements.csv" look="quiet" icon="download" download>
            {t.export}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

function Failed({ failed }: Pick<FollowListProps, 'failed'>) {
  const t = useTexts(listTexts)
  const { faults } = useTexts(networkTexts)
  return (
    <section class="stack" aria-labelledby="echecs">
      <h2 id="echecs">{t.failed}</h2>
      <ul class="rows">
        {failed.map(({ address, fault }) => (
          <li>
            <span class="handle">{address}</span> <span class="row-note">{faults[fault]}</span>
          </li>
        ))}
      </ul>
      <ActionForm action="/reseau/abonnements/liste/oublier" small>
        {t.clear}
      </ActionForm>
    </section>
  )
}

export interface ReadListProps {
  typed: string
  /** Addresses that are new, and how many are followed already. */
  fresh: readonly string[]
  known: number
  wrong: readonly { line: number; text: string; fault: 'unreadable' | 'own' | 'twice' | 'beyond' }[]
}

/** What was read of a list, before anything is asked of anybody. */
export function ReadList({ typed, fresh, known, wrong }: ReadListProps) {
  const t = useTexts(listTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <h1>{t.preview}</h1>
      <p>{formatCount(fresh.length, locale, t.fresh)}.</p>
      {fresh.length > 0 && (
        <ul>
          {fresh.map((address) => (
            <li class="handle">{address}</li>
          ))}
        </ul>
      )}
      {known > 0 && <p>{formatCount(known, locale, t.known)}.</p>}
      {wrong.length > 0 && (
        <>
          <h2>{formatCount(wrong.length, locale, t.wrong)}</h2>
          <ul class="rows">
            {wrong.slice(0, 100).map(({ line, text, fault }) => (
              <li>
                <b>{t.line(line)}</b> <span class="handle">{text}</span>{' '}
                <span class="row-note">{t.faults[fault]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        {fresh.length > 0 && (
          <form method="post" action="/reseau/abonnements/liste/suivre" class="action-form">
            <HiddenFields fields={{ list: typed }} />
            <Button look="primary" icon="plus">
              {t.follow}
            </Button>
          </form>
        )}
        <LinkButton href="/reseau/abonnements/liste" look="quiet">
          {t.again}
        </LinkButton>
      </div>
    </div>
  )
}
