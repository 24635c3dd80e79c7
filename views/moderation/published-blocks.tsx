import { Badge } from '../components/badge.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager } from '../components/pager.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { blockTexts, type SeverityName } from './block-texts.ts'

export const publishedTexts = catalogue('views/moderation/published-blocks', {
  fr: {
    title: 'Serveurs bloqués',
    lead: 'Les serveurs que ce site tient à distance, et pourquoi. Bloqué, un serveur n’échange plus rien avec ce site\u00a0; en retrait, ce qui en vient n’est pas montré.',
    none: 'Aucun serveur n’est bloqué',
    noneText: 'Ce site échange avec tous les serveurs qui viennent à lui.',
    hidden: 'Le nom est caché en partie.',
    chosen:
      'Ce site n’échange qu’avec des serveurs choisis\u00a0: ceux qui ne sont ni choisis ni nommés ici n’échangent rien avec lui non plus.',
    contact: 'Une question sur cette liste\u00a0?',
    contactLink: 'Écrivez-nous',
  },
  en: {
    title: 'Blocked servers',
    lead: 'The servers that this site keeps at a distance, and why. Blocked, a server exchanges nothing with this site; set aside, what comes from it is not shown.',
    none: 'No server is blocked',
    noneText: 'This site exchanges with every server that comes to it.',
    hidden: 'The name is hidden in part.',
    chosen:
      'This site exchanges with chosen servers alone: those which are neither chosen nor named here exchange nothing with it either.',
    contact: 'A question about this list?',
    contactLink: 'Write to us',
  },
})

export interface PublishedBlocksProps {
  blocks: readonly {
    name: string
    isObfuscated: boolean
    severity: SeverityName
    rejectMedia: boolean
    rejectReports: boolean
    comment: string
    at: number
  }[]
  chosen: boolean
  page: number
  more: boolean
}

/** What everybody may know of whom this hub keeps at a distance. */
export function PublishedBlocks({ blocks, chosen, page, more }: PublishedBlocksProps) {
  const t = useTexts(publishedTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {chosen && <p>{t.chosen}</p>}
      </header>
      {blocks.length === 0 ? (
        <Empty icon="shield" title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {blocks.map((block) => (
            <PublishedBlock {...block} />
          ))}
        </ul>
      )}
      <Pager page={page} pages={null} more={more} href={(other) => `/serveurs-bloques?page=${other}`} />
      <p>
        {t.contact} <a href="/contact">{t.contactLink}</a>
      </p>
    </div>
  )
}

function PublishedBlock(block: PublishedBlocksProps['blocks'][number]) {
  const { name, isObfuscated, severity, rejectMedia, rejectReports, comment, at } = block
  const t = useTexts(publishedTexts)
  const words = useTexts(blockTexts)
  const besides = [...(rejectMedia ? [words.noPictures] : []), ...(rejectReports ? [words.noReports] : [])]
  return (
    <li>
      <b>{name}</b> <Badge look="neutral">{[words.words[severity], ...besides].join(', ')}</Badge>
      <span class="row-note">
        <When at={at} form="short" />
        {isObfuscated && ` · ${t.hidden}`}
      </span>
      {comment !== '' && <p>{comment}</p>}
    </li>
  )
}
