import { catalogue } from '../../../views/language.tsx'
import { departmentLabel, departmentOf } from '../../places/departments.ts'
import type { Finding, Known, LotAsked, Organisation, Rule } from './rule.ts'

/** Does it work there? By where it is, and by the communes and departments that it says it serves. */
export const area: Rule = (organisation, lot, known) => {
  const { place } = lot
  if (place === null) return { verdict: 'unknown', say: (locale) => texts[locale].nowhere }
  return place.length === 5 ? inTown(organisation, lot, place, known) : inDepartment(organisation, place)
}

const departmentInWords = (code: string): string => departmentLabel(code) ?? code

function inTown(organisation: Organisation, lot: LotAsked, town: string, known: Known): Finding {
  const { placeCode, serves } = organisation
  const department = departmentOf(town)
  const name = lot.placeName ?? town
  if (placeCode === town) return { verdict: 'fits', near: 0, say: (locale) => texts[locale].there(name) }
  if (serves.includes(town)) return { verdict: 'fits', near: 1, say: (locale) => texts[locale].serves(name) }
  if (serves.includes(department))
    return {
      verdict: 'fits',
      near: 2,
      say: (locale) => texts[locale].servesDepartment(departmentInWords(department)),
    }
  if (placeCode !== null && departmentOf(placeCode) === department)
    return {
      verdict: 'doubt',
      near: 3,
      say: (locale) =>
        texts[locale].sameDepartment(organisation.placeLabel ?? placeCode, departmentInWords(department)),
    }
  const [own, asked] = [known.groupings.get(placeCode ?? ''), known.groupings.get(town)]
  if (own !== undefined && own.code === asked?.code)
    return { verdict: 'doubt', near: 4, say: (locale) => texts[locale].sameGrouping(own.name) }
  return elsewhere(organisation, name)
}

function inDepartment(organisation: Organisation, department: string): Finding {
  const { placeCode, serves } = organisation
  const name = departmentInWords(department)
  if (serves.includes(department))
    return { verdict: 'fits', near: 1, say: (locale) => texts[locale].servesDepartment(name) }
  if (placeCode !== null && departmentOf(placeCode) === department)
    return {
      verdict: 'fits',
      near: 2,
      say: (locale) => texts[locale].inside(organisation.placeLabel ?? placeCode, name),
    }
  if (serves.some((code) => departmentOf(code) === department))
    return { verdict: 'doubt', near: 3, say: (locale) => texts[locale].inPart(name) }
  return elsewhere(organisation, name)
}

/** What it says in words is for people to read: no program knows where ‘the banks of the river’ are. */
function elsewhere({ area: said, placeCode, placeLabel, serves }: Organisation, name: string): Finding {
  if (said !== null) return { verdict: 'doubt', near: 5, say: (locale) => texts[locale].said(said) }
  if (placeCode === null && serves.length === 0)
    return { verdict: 'unknown', near: 6, say: (locale) => texts[locale].unknown }
  const own = serves.length === 0 ? (placeLabel ?? placeCode ?? '') : serves.join(', ')
  return { verdict: 'fits-not', near: 6, say: (locale) => texts[locale].another(own, name) }
}

const texts = catalogue('server/matching/rules/area', {
  fr: {
    nowhere: 'Le lot ne dit pas où il s’exécute.',
    there: (town: string) => `Se trouve à ${town}, là où le lot s’exécute.`,
    serves: (town: string) => `Dit travailler à ${town}.`,
    servesDepartment: (department: string) => `Dit travailler dans tout le département\u00a0: ${department}.`,
    inside: (town: string, department: string) =>
      `Se trouve à ${town}, dans le département\u00a0: ${department}.`,
    inPart: (department: string) =>
      `Dit travailler dans une partie du département seulement\u00a0: ${department}.`,
    sameDepartment: (town: string, department: string) =>
      `Se trouve à ${town}, dans le même département, ${department}, sans dire qu’elle travaille là\u00a0: à vérifier.`,
    sameGrouping: (name: string) => `Se trouve dans la même intercommunalité, ${name}\u00a0: à vérifier.`,
    said: (words: string) => `Dit travailler ici\u00a0: «\u00a0${words}\u00a0»\u00a0; à vérifier.`,
    unknown: 'Ne dit ni où elle est ni où elle travaille\u00a0: on ne sait pas.',
    another: (own: string, asked: string) =>
      `Dit travailler ailleurs (${own}) que là où le lot s’exécute, ${asked}.`,
  },
  en: {
    nowhere: 'The lot does not say where it is carried out.',
    there: (town: string) => `Is in ${town}, where the lot is carried out.`,
    serves: (town: string) => `Says that it works in ${town}.`,
    servesDepartment: (department: string) => `Says that it works in the whole department: ${department}.`,
    inside: (town: string, department: string) => `Is in ${town}, in the department: ${department}.`,
    inPart: (department: string) => `Says that it works in a part of the department only: ${department}.`,
    sameDepartment: (town: string, department: string) =>
      `Is in ${town}, in the same department, ${department}, without saying that it works there: to be checked.`,
    sameGrouping: (name: string) => `Is in the same group of towns, ${name}: to be checked.`,
    said: (words: string) => `Says that it works here: “${words}”; to be checked.`,
    unknown: 'Says neither where it is nor where it works: it is not known.',
    another: (own: string, asked: string) =>
      `Says that it works elsewhere (${own}) than where the lot is, ${asked}.`,
  },
})
