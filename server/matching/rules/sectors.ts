import type { sectors } from '../../kinds/organisation/table.ts'

type Sector = (typeof sectors)[number]

/**
 * The divisions of the CPV in which an organisation of a sector may well work, for those which say no code. Wide on
 * purpose: what follows from it is said as coming from the sector. A sector without divisions tells no trade.
 */
export const divisionsOf: Readonly<Record<Sector, readonly string[]>> = {
  // Farm products, food and drinks, catering.
  food: ['03', '15', '55'],
  // Green spaces, waste and cleanliness, environmental studies.
  environment: ['77', '90', '71'],
  // Furniture, clothes, office machines; repair; waste.
  reuse: ['18', '30', '39', '50', '90'],
  // Works, building materials, installation, architects.
  construction: ['44', '45', '51', '71'],
  housing: ['70', '71', '98'],
  // Vehicles, their repair, transport and what serves it, post.
  mobility: ['34', '50', '60', '63', '64'],
  energy: ['09', '31', '65', '71'],
  care: ['33', '85', '98'],
  culture: ['92', '79'],
  sport: ['37', '92'],
  education: ['80'],
  // Insertion is how it works, not at what.
  employment: [],
  digital: ['30', '32', '48', '72'],
  finance: ['66'],
  'fair-trade': ['03', '15', '18', '39'],
  // Cleaning, reception and office work, repair, services to people.
  services: ['50', '55', '79', '90', '98'],
  industry: ['16', '19', '31', '39', '42', '43', '44'],
  media: ['22', '79', '92'],
}

/** What is bought: goods, works or services (regulation (EC) No 213/2008, by division). */
export const bought = (division: string): 'goods' | 'works' | 'services' =>
  division === '45' ? 'works' : Number(division) < 45 || division === '48' ? 'goods' : 'services'
