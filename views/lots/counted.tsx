import { Stat, Stats } from '../components/stats.tsx'
import { formatNumber } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/lots/counted', {
  fr: {
    title: 'Ce que l’on compte ici',
    import: 'Importer un marché depuis un fichier',
    lede: 'Sur les marchés que ce site a publiés lui-même, ouverts ou clos.',
    none: 'Pas encore de données\u00a0: ce site n’a publié aucun marché.',
    allotted: 'Marchés allotis',
    ofAll: (count: string, all: string) => `${count} sur ${all}`,
    lotsEach: 'Lots par marché alloti',
    clause: 'Lots avec clause sociale',
    criterion: 'Lots avec critère social',
    reserved: 'Lots réservés',
    cooperatives: 'Lots nommant SCOP ou SCIC',
    awarded: 'Lots dont l’attribution est connue',
  },
  en: {
    title: 'What is counted here',
    import: 'Import a tender from a file',
    lede: 'Over the tenders that this site published itself, open or closed.',
    none: 'No data yet: this site has published no tender.',
    allotted: 'Tenders in lots',
    ofAll: (count: string, all: string) => `${count} of ${all}`,
    lotsEach: 'Lots per tender in lots',
    clause: 'Lots with a social clause',
    criterion: 'Lots with a social criterion',
    reserved: 'Reserved lots',
    cooperatives: 'Lots that name SCOP or SCIC',
    awarded: 'Lots whose award is known',
  },
})

export interface CountedProps {
  /** For those who publish: a tender from a file. */
  importHref: string | null
  counts: {
    tenders: number
    allotted: number
    lots: number
    clause: number
    criterion: number
    reserved: number
    cooperatives: number
    awarded: number
  }
}

/** Numbers with what they are taken of: a share of two tenders is not a share of two hundred. */
export function Counted({ counts, importHref }: CountedProps) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { tenders, allotted, lots } = counts
  const of = (count: number, all: number) =>
    all === 0 ? null : t.ofAll(formatNumber(count, locale), formatNumber(all, locale))
  return (
    <section class="list-foot" aria-labelledby="comptes">
      <h2 id="comptes">{t.title}</h2>
      {tenders === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p class="hint">{t.lede}</p>
          <Stats>
            <Stat label={t.allotted} value={of(allotted, tenders)} />
            <Stat
              label={t.lotsEach}
              value={
                allotted === 0 ? null : formatNumber(lots / allotted, locale, { maximumFractionDigits: 1 })
              }
            />
            <Stat label={t.reserved} value={of(counts.reserved, lots)} />
            <Stat label={t.clause} value={of(counts.clause, lots)} />
            <Stat label={t.criterion} value={of(counts.criterion, lots)} />
            <Stat label={t.cooperatives} value={of(counts.cooperatives, lots)} />
            <Stat label={t.awarded} value={of(counts.awarded, lots)} />
          </Stats>
        </>
      )}
      {importHref !== null && (
        <p>
          <a href={importHref}>{t.import}</a>
        </p>
      )}
    </section>
  )
}
