import { languageOf, type Locale } from '../../views/language.tsx'
import type { ButtonColours } from '../deps.ts'
import { escapeHtml } from '../text/html.ts'
import type { Block, Item } from './compose.ts'

// The HTML of letters. Nothing is fetched: no picture, no font, no sheet. Paper and ink are those of the mailbox, by day
// and by night; only what can be pressed has colours of its own, which hold on both. Styles are inline: mailboxes drop
// the others.

const styles = {
  body: 'margin:0;padding:16px;font-family:system-ui,-apple-system,Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5',
  letter: 'max-width:36em;margin:0 auto;overflow-wrap:anywhere',
  title: 'font-size:22px;line-height:1.25;margin:8px 0 20px',
  heading: 'font-size:18px;line-height:1.3;margin:28px 0 8px',
  act: 'margin:20px 0',
  press: 'display:inline-block;padding:12px 20px;border-radius:8px;font-weight:600;text-decoration:none',
  address: 'font-size:14px',
  said: 'margin:16px 0;padding:2px 0 2px 14px;border-left:4px solid #c2761c',
  list: 'margin:0;padding:0 20px',
  item: 'margin:0 0 14px',
  foot: 'margin:32px 0 0;padding:12px 0 0;border-top:1px solid #857b6c;font-size:15px',
} as const

/** Its words are read on its own ground, whatever is around it; the edge shows where colours are turned off. */
const pressed = ({ ground, words, edge }: ButtonColours): string =>
  `${styles.press};border:2px solid ${edge};background:${ground};color:${words}`

/** A whole document; its title heads it as well, for those who go from heading to heading. */
export const page = (
  letter: Head & { body: readonly Block[]; foot: readonly string[]; button: ButtonColours },
): string =>
  document(letter, [
    ...letter.body.map((block) => blockOf(block, letter.button)),
    `<div style="${styles.foot}">${letter.foot.flatMap(paragraphs).join('\n')}</div>`,
  ])

/** For a letter that has text alone: its paragraphs, and links to the pages of ours that it names. */
export const pageOfText = (
  { subject, text, language }: { subject: string; text: string; language?: Locale },
  origin: string,
): string =>
  document(
    { title: subject, language },
    paragraphs(text.trim()).map((one) => linked(one, origin)),
  )

interface Head {
  title: string
  language: Locale | undefined
}

function document({ title, language }: Head, inside: readonly string[]): string {
  const lang =
    language === undefined ? ' dir="ltr"' : ` lang="${language}" dir="${languageOf(language).direction}"`
  return [
    `<!DOCTYPE html><html${lang}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title></head>`,
    `<body style="${styles.body}"><main style="${styles.letter}">`,
    `<h1 style="${styles.title}">${escapeHtml(title)}</h1>`,
    ...inside.filter(Boolean),
    '</main></body></html>\n',
  ].join('\n')
}

function blockOf(block: Block, button: ButtonColours): string {
  if (typeof block === 'string') return paragraphs(block).join('\n')
  if ('act' in block) return actOf(block, button)
  if ('way' in block) return `<p><a href="${escapeHtml(block.link)}">${escapeHtml(block.way)}</a></p>`
  if ('said' in block) return saidOf(block.said)
  if ('lines' in block) return paragraphs(block.lines.filter(Boolean).join('\n')).join('\n')
  if ('heading' in block) return `<h2 style="${styles.heading}">${escapeHtml(block.heading)}</h2>`
  return `<ul style="${styles.list}">\n${block.items.map(itemOf).join('\n')}\n</ul>`
}

/** Its address can be read, and copied where a mailbox lets nobody press. */
const actOf = ({ act, link }: { act: string; link: string }, button: ButtonColours): string =>
  `<p style="${styles.act}"><a href="${escapeHtml(link)}" style="${pressed(button)}">${escapeHtml(act)}</a><br>\n<span style="${styles.address}">${escapeHtml(link)}</span></p>`

const itemOf = ({ title, link, details, said = '' }: Item): string =>
  `<li style="${styles.item}"><a href="${escapeHtml(link)}">${escapeHtml(title)}</a>${details
    .map((detail) => `<br>\n${escapeHtml(detail)}`)
    .join('')}${saidOf(said)}</li>`

const saidOf = (said: string): string =>
  said === '' ? '' : `<blockquote style="${styles.said}">${paragraphs(said).join('\n')}</blockquote>`

const paragraphs = (text: string): string[] =>
  text
    .split(/(?:\r?\n){2,}/)
    .filter((one) => one.trim() !== '')
    .map((one) => `<p>${escapeHtml(one).replaceAll(/\r?\n/g, '<br>\n')}</p>`)

/** Of escaped text: what begins with our address, to the next space. What ends a sentence is no part of it. */
const linked = (html: string, origin: string): string =>
  html.replaceAll(/https?:\/\/[^\s<]*[^\s<.,;:!?)]/g, (address) =>
    address === escapeHtml(origin) || address.startsWith(`${escapeHtml(origin)}/`)
      ? `<a href="${address}">${address}</a>`
      : address,
  )
