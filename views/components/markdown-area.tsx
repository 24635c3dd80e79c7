import type { IconName } from '../icons.ts'
import { catalogue, useTexts } from '../language.tsx'
import { fieldId } from './field.tsx'
import { Icon } from './icon.tsx'
import { TextArea, type TextAreaProps } from './inputs.tsx'

const texts = catalogue('views/components/markdown-area', {
  fr: {
    toolbar: 'Mise en forme',
    marks: {
      bold: 'Gras',
      italic: 'Italique',
      heading: 'Nouvelle partie',
      list: 'Liste',
      numbers: 'Liste numérotée',
      quote: 'Citation',
      link: 'Lien',
      picture: 'Ajouter une illustration',
    },
    /** What stands there until something is typed. */
    keys: (mark: string, key: string) => `${mark} (Ctrl+${key})`,
    words: { link: 'texte du lien', bold: 'mots importants', italic: 'mots' },
    help: 'Mise en forme\u00a0: cinq signes suffisent',
    signs: {
      bold: { sign: '**mots**', means: 'en gras' },
      heading: { sign: '## Titre', means: 'un intertitre, seul sur sa ligne' },
      list: { sign: '- mots', means: 'une liste, un point par ligne' },
      quote: { sign: '> mots', means: 'une citation' },
      link: { sign: '[mots](https://…)', means: 'un lien' },
    },
    paragraphs: 'Une ligne vide sépare deux paragraphes.',
  },
  en: {
    toolbar: 'Formatting',
    marks: {
      bold: 'Bold',
      italic: 'Italic',
      heading: 'Heading',
      list: 'List',
      numbers: 'Numbered list',
      quote: 'Quotation',
      link: 'Link',
      picture: 'Picture',
    },
    keys: (mark: string, key: string) => `${mark} (Ctrl+${key})`,
    words: { link: 'words of the link', bold: 'important words', italic: 'words' },
    help: 'Formatting: five signs are enough',
    signs: {
      bold: { sign: '**words**', means: 'in bold' },
      heading: { sign: '## Title', means: 'a heading, alone on its line' },
      list: { sign: '- words', means: 'a list, one item on each line' },
      quote: { sign: '> words', means: 'a quotation' },
      link: { sign: '[words](https://…)', means: 'a link' },
    },
    paragraphs: 'An empty line separates two paragraphs.',
  },
})

type Mark = keyof (typeof texts)['fr']['marks']

const marks: readonly { mark: Mark; icon: IconName; keys?: string; toggles?: true }[] = [
  { mark: 'bold', icon: 'bold', keys: 'B', toggles: true },
  { mark: 'italic', icon: 'italic', keys: 'I', toggles: true },
  { mark: 'heading', icon: 'heading' },
  { mark: 'list', icon: 'list' },
  { mark: 'numbers', icon: 'list-ordered' },
  { mark: 'quote', icon: 'quote' },
  { mark: 'link', icon: 'link', keys: 'K' },
  { mark: 'picture', icon: 'image-plus' },
]

export interface MarkdownAreaProps extends TextAreaProps {
  /** Where pictures for this text are sent; without it none can be put in. */
  pictures?: string | undefined
}

/**
 * A text in Markdown. Its toolbar is shown by `editor.js`, which does its work; without scripts the five signs are said.
 * One stop for the Tab key, arrows inside: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
 */
export function MarkdownArea({ pictures, ...props }: MarkdownAreaProps) {
  return (
    <TextArea
      {...props}
      above={<Toolbar area={fieldId(props.name, props.idPrefix)} pictures={pictures} />}
      below={<Signs />}
    />
  )
}

function Toolbar({ area, pictures }: { area: string; pictures: string | undefined }) {
  const t = useTexts(texts)
  const offered = marks.filter(({ mark }) => mark !== 'picture' || pictures !== undefined)
  return (
    <div
      class="toolbar"
      role="toolbar"
      aria-label={t.toolbar}
      aria-controls={area}
      data-toolbar={area}
      data-pictures={pictures}
      hidden
    >
      {offered.map(({ mark, icon, keys, toggles }, at) => (
        <button
          type="button"
          class="tool"
          data-mark={mark}
          data-words={mark === 'bold' || mark === 'italic' || mark === 'link' ? t.words[mark] : undefined}
          title={keys === undefined ? t.marks[mark] : t.keys(t.marks[mark], keys)}
          aria-label={t.marks[mark]}
          aria-keyshortcuts={keys === undefined ? undefined : `Control+${keys} Meta+${keys}`}
          aria-pressed={toggles === true ? 'false' : undefined}
          aria-haspopup={mark === 'picture' ? 'dialog' : undefined}
          tabindex={at === 0 ? 0 : -1}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}

function Signs() {
  const t = useTexts(texts)
  return (
    <details class="signs">
      <summary>{t.help}</summary>
      <dl>
        {Object.values(t.signs).map(({ sign, means }) => (
          <div>
            <dt>
              <code>{sign}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t.paragraphs}</p>
    </details>
  )
}
