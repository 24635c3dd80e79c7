import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Select } from '../components/inputs.tsx'
import { catalogue, languageNames, locales, useTexts, type Locale } from '../language.tsx'

export const integrateTexts = catalogue('views/sharing/integrate', {
  fr: {
    link: 'Mettre cette liste sur votre site',
    of: (list: string) => `${list} sur votre site`,
    lead: 'Copiez quelques lignes dans une page de votre site\u00a0: la liste s’y met à jour toute seule. Elle ne pose aucun cookie et ne contient aucun script.',
    choices: 'Ce que la liste montre',
    narrowed: 'La liste garde les filtres que vous aviez choisis.',
    whole:
      'Toute la liste. Pour n’en montrer qu’une partie (une commune, un contrat…), filtrez d’abord la liste, puis revenez ici.',
    filter: 'Changer les filtres',
    max: 'Nombre de lignes, au plus',
    theme: 'Couleurs',
    themes: { auto: 'Comme l’appareil de qui regarde', light: 'Claires', dark: 'Sombres' },
    lang: 'Langue',
    show: 'Mettre à jour le code',
    live: 'Ce que l’on verra sur votre site',
    frame: (list: string) => `Aperçu\u00a0: ${list}`,
    ways: 'Trois façons de faire',
    one: {
      title: '1. Dans un cadre',
      text: 'Le plus simple. Dans WordPress, SPIP ou un autre outil, ajoutez un bloc «\u00a0HTML\u00a0» et collez-y ce code. La liste garde nos couleurs.',
    },
    two: {
      title: '2. Dans la page, par votre serveur',
      text: 'La liste devient une partie de votre page et prend son apparence\u00a0: rien de plus à charger pour qui la lit, et aucune trace chez nous. En PHP, par exemple\u00a0:',
      note: 'Gardez la réponse cinq minutes au moins\u00a0: votre page restera rapide.',
    },
    three: {
      title: '3. Dans la page, par un script à vous',
      text: 'Si votre site n’a pas de programme (pages statiques), quelques lignes de JavaScript suffisent. Sans JavaScript, le lien reste\u00a0:',
    },
    copy: 'Copier',
    style: 'Pour l’habiller\u00a0: les classes commencent toutes par «\u00a0maillon-\u00a0».',
    more: 'Pour un programme, la même liste existe aussi en Atom, en JSON et en tableau\u00a0: les liens sont au bas de la liste.',
    back: 'Revenir à la liste',
  },
  en: {
    link: 'Put this list on your site',
    of: (list: string) => `${list} on your site`,
    lead: 'Copy a few lines into a page of your site: the list there keeps itself up to date. It sets no cookie and holds no script.',
    choices: 'What the list shows',
    narrowed: 'The list keeps the filters that you had chosen.',
    whole:
      'The whole list. To show a part of it (one town, one contract…), filter the list first, then come back here.',
    filter: 'Change the filters',
    max: 'Number of lines, at most',
    theme: 'Colours',
    themes: { auto: 'As the visitor’s device', light: 'Light', dark: 'Dark' },
    lang: 'Language',
    show: 'Update the code',
    live: 'What your visitors will see',
    frame: (list: string) => `Preview: ${list}`,
    ways: 'Three ways to do it',
    one: {
      title: '1. In a frame',
      text: 'The simplest. In WordPress, SPIP or another tool, add an “HTML” block and paste this code into it. The list keeps our colours.',
    },
    two: {
      title: '2. In the page, by your server',
      text: 'The list becomes a part of your page and takes its looks: nothing more to load for your visitors, and no trace of them with us. In PHP, for example:',
      note: 'Keep the answer for five minutes at least: your page will stay fast.',
    },
    three: {
      title: '3. In the page, by a script of yours',
      text: 'If your site has no program (static pages), a few lines of JavaScript will do. Without JavaScript the link remains:',
    },
    copy: 'Copy',
    style: 'To dress it: all classes begin with “maillon-”.',
    more: 'For a program, the same list is also there as Atom, JSON and a table: the links are at the foot of the list.',
    back: 'Back to the list',
  },
})

export interface IntegrateProps {
  list: string
  /** The list with the filters that are kept. */
  listHref: string
  narrowed: boolean
  /** What the form sends along: the filters. */
  kept: Readonly<Record<string, string>>
  action: string
  max: number
  theme: 'auto' | 'light' | 'dark'
  lang: Locale
  /** Path and query of the framed list. */
  frameHref: string
  codes: { frame: string; server: string; script: string }
}

export function Integrate(props: IntegrateProps) {
  const t = useTexts(integrateTexts)
  const { list, listHref, frameHref, codes } = props
  return (
    <>
      <Breadcrumb items={[{ label: list, href: listHref }, { label: t.link }]} />
      <header class="page-head">
        <h1>{t.of(list)}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <div class="integrate">
        <Choices {...props} />
        <section class="stack" aria-labelledby="apercu">
          <h2 id="apercu">{t.live}</h2>
          <iframe class="integrate-live" src={frameHref} title={t.frame(list)} loading="lazy" />
        </section>
        <section class="stack" aria-labelledby="facons">
          <h2 id="facons">{t.ways}</h2>
          <Way title={t.one.title} text={t.one.text} code={codes.frame} />
          <Way title={t.two.title} text={t.two.text} code={codes.server} note={t.two.note} />
          <Way title={t.three.title} text={t.three.text} code={codes.script} />
          <p>{t.style}</p>
          <p>{t.more}</p>
          <p class="actions">
            <LinkButton href={listHref} icon="arrow-left" look="quiet">
              {t.back}
            </LinkButton>
          </p>
        </section>
      </div>
    </>
  )
}

function Choices({ narrowed, listHref, kept, action, max, theme, lang }: IntegrateProps) {
  const t = useTexts(integrateTexts)
  return (
    <section class="stack" aria-labelledby="choix">
      <h2 id="choix">{t.choices}</h2>
      <p>
        {narrowed ? t.narrowed : t.whole} <a href={listHref}>{t.filter}</a>
      </p>
      <form method="get" action={action} class="form">
        <HiddenFields fields={kept} />
        <div class="pair">
          <Select
            name="max"
            label={t.max}
            options={['3', '5', '10', '20', '50'].map((value) => ({ value, label: value }))}
            value={String(max)}
            quiet
          />
          <Select
            name="theme"
            label={t.theme}
            options={Object.entries(t.themes).map(([value, label]) => ({ value, label }))}
            value={theme}
            quiet
          />
        </div>
        <Select
          name="langue"
          label={t.lang}
          options={locales.map((value) => ({ value, label: languageNames[value], language: value }))}
          value={lang}
          quiet
        />
        <p class="form-end">
          <Button look="primary">{t.show}</Button>
        </p>
      </form>
    </section>
  )
}

function Way({ title, text, code, note }: { title: string; text: string; code: string; note?: string }) {
  const t = useTexts(integrateTexts)
  return (
    <article class="stack">
      <h3>{title}</h3>
      <p>{text}</p>
      <pre class="code" role="group" tabindex={0} aria-label={title}>
        <code>{code}</code>
      </pre>
      <p class="actions">
        <button
          type="button"
          class="button button-secondary button-small"
          data-copy={code}
          aria-label={`${t.copy} – ${title}`}
          hidden
        >
          <Icon name="copy" />
          <span>{t.copy}</span>
        </button>
      </p>
      {note !== undefined && <p class="hint">{note}</p>}
    </article>
  )
}
