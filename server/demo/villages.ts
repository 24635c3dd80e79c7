import type { Forms } from './forms.ts'
import { fictional, type DemoHub } from './story.ts'

interface DemoVillage {
  name: string
  family: string
  stands: number
}

interface DemoStand {
  village: string
  /** Key of an organisation of the story; else it is only named. */
  organisation: string
  name: string
  does: string
  seeks: string
  shows: string
  board: readonly { direction: 'offer' | 'need'; text: string }[]
}

const villages: readonly DemoVillage[] = [
  { name: 'Village de l’insertion', family: 'insertion', stands: 12 },
  { name: 'Village des SCOP', family: 'scop', stands: 8 },
  { name: 'Village des associations', family: 'association', stands: 20 },
  { name: 'Village des mutuelles', family: 'mutual', stands: 4 },
  { name: 'Village du commerce équitable', family: 'fair-trade', stands: 6 },
  { name: 'Village du logiciel libre', family: 'free-software', stands: 4 },
]

const stands: readonly DemoStand[] = [
  {
    village: 'Village de l’insertion',
    organisation: 'jardins',
    name: 'Les Jardins du Halage',
    does: 'Deux hectares de maraîchage, vingt salariés en parcours, des paniers chaque semaine.',
    seeks: 'Des cantines qui achètent à l’année, et un minibus un samedi par mois.',
    shows: 'Une table de semis, et les légumes du jour.',
    board: [
      { direction: 'offer', text: 'Visite du jardin pour une équipe, le mercredi' },
      { direction: 'need', text: 'Des planches d’un mètre, même abîmées' },
    ],
  },
  {
    village: 'Village des associations',
    organisation: 'relais',
    name: 'Passerelle 92',
    does: 'Des missions courtes, un accompagnement long.',
    seeks: 'Des associations qui ont besoin d’un coup de main pour leurs événements.',
    shows: 'Le planning d’une journée de missions.',
    board: [{ direction: 'offer', text: 'Montage et démontage de stands' }],
  },
]

/** Villages, and some stands in them, by the forms that a host and an editor have: they have no place in the API. */
export async function layOutForum(
  { send }: Forms,
  story: DemoHub,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const forum = ids.get('forum')
  if (forum === undefined) return
  const at = `/agenda/${forum}`
  for (const [index, { name, family, stands: count }] of villages.entries())
    await send(`${at}/villages`, {
      ...{ acte: 'fonder', id: idOf(1, index), name, family },
      stands: String(count),
    })
  for (const [index, stand] of stands.entries()) {
    const { village, organisation, name, does, seeks, shows, board } = stand
    const id = idOf(2, index)
    const { headers } = await send(`${at}/stand`, {
      ...{ id, name, seeks, shows, does: `${does}\n${fictional.replaceAll('*', '')}` },
      organisation: ids.get(organisation) ?? '',
      village: idOf(
        1,
        villages.findIndex((one) => one.name === village),
      ),
      ...{ contactName: story.admin, email: story.email, tables: '1', panels: '1' },
    })
    await send(`${at}/stands/${id}/decision`, { acte: 'accepter', decision: 'Bienvenue\u00a0!' })
    for (const [line, notice] of board.entries())
      await send(headers.get('location') ?? '', {
        acte: 'afficher',
        annonce: idOf(3 + index, line),
        ...notice,
      })
  }
}

/** Chosen here, as a form chooses one: run again, nothing is made twice. */
const idOf = (group: number, index: number): string => `0199f000-000${group}-7000-8000-00000000000${index}`
