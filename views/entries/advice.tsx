import { Icon } from '../components/icon.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/entries/advice', {
  fr: {
    title: 'Avant de publier',
    how: 'Des conseils, pas des règles : vous pouvez publier sans les suivre.',
    done: 'Fait : ',
    open: 'À voir : ',
    all: 'Tout y est. Relisez une dernière fois le titre : on le lit seul.',
  },
  en: {
    title: 'Before you publish',
    how: 'Advice, not rules: you may publish without following it.',
    done: 'Done: ',
    open: 'To consider: ',
    all: 'All of it is there. Read the title once more: it is read alone.',
  },
})

/** One thing that makes an entry easier to answer. */
export interface Advice {
  text: string
  done: boolean
}

export const adviceId = 'conseils'

/** Beside the button that publishes, and in its place again each time the preview is. */
export const AdvicePanel = ({ items }: { items: readonly Advice[] }) =>
  items.length === 0 ? null : (
    <section id={adviceId} class="panel advice" aria-labelledby="conseils-titre">
      <AdviceItems items={items} />
    </section>
  )

/** What stands in the panel. */
export function AdviceItems({ items }: { items: readonly Advice[] }) {
  const t = useTexts(texts)
  return (
    <>
      <h2 id="conseils-titre">{t.title}</h2>
      <p class="hint">{items.every(({ done }) => done) ? t.all : t.how}</p>
      <ul>
        {items.map(({ text, done }) => (
          <li class={done ? 'advice-done' : 'advice-open'}>
            <Icon name={done ? 'circle-check' : 'lightbulb'} />
            <span>
              <span class="visually-hidden">{done ? t.done : t.open}</span>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
