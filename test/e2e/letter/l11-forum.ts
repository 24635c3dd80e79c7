import { expect } from 'vitest'
import { accessible, desk, fits, phone, picture } from '../browser.ts'
import { acceptStand, announceOpen, askForPlace, askForStand } from '../forum.ts'
import { fillIn, publish, unfold } from '../place.ts'
import { linkIn } from '../relay.ts'
import type { Stage, Story } from './stage.ts'

export const forum: Story = {
  proposal: 'L11, a departmental forum with three debates and villages',
  title: 'has a programme with pages to ask at, villages with stands, and registrations up to the door',
  async tell(stage) {
    await programme(stage)
    await stand(stage)
    await registration(stage)
    await minutes(stage)
    await november(stage)
  },
}

/** Three debates; a question is asked before. */
async function programme({ visitor, admin, network }: Stage) {
  const page = await visitor(network, { viewport: phone })
  await page.goto('/agenda')
  await page.getByRole('link', { name: 'Forum de l’économie sociale et solidaire' }).first().click()
  const debates = page.locator('.programme h3 a')
  expect(await debates.allInnerTexts()).toEqual([
    expect.stringContaining('le commerce équitable'),
    expect.stringContaining('l’insertion par l’activité économique'),
    expect.stringContaining('les SCOP'),
  ])
  await fits(page)
  await picture(page, 'l11-forum-phone')
  await debates.last().click()
  await page.getByRole('heading', { name: 'Questions', exact: true }).waitFor()
  const member = await admin(network)
  await member.goto(page.url())
  await member.getByLabel('Votre réponse').fill('Et le statut des associés ?')
  await member.getByRole('button', { name: 'Publier la réponse' }).click()
  await page.reload()
  await page.getByText('Et le statut des associés ?').waitFor()
  await page.getByText('Question', { exact: true }).waitFor()
  await fits(page)
}

/** An organisation asks by its mailbox, the host accepts, a visitor writes to it. */
async function stand(stage: Stage) {
  const { visitor, admin, network, relay } = stage
  const page = await visitor(network, { viewport: phone })
  await page.goto('/agenda')
  await page.getByRole('link', { name: 'Forum de l’économie sociale et solidaire' }).first().click()
  await page.getByRole('link', { name: 'Demander un stand' }).click()
  await fits(page)
  await picture(page, 'l11-ask-stand-phone')
  const own = await askForStand(page, stage, {
    organisation: 'Fournil imaginaire',
    village: 'Village des SCOP',
    does: 'Du pain, à neuf associés.',
    contact: 'Une boulangère imaginaire',
    email: 'fournil@exemple.example',
  })
  const host = await admin(network)
  await host.goto('/agenda')
  await host.getByRole('link', { name: 'Forum de l’économie sociale et solidaire' }).first().click()
  await acceptStand(host, 'Fournil imaginaire', 'Bienvenue, venez avec votre four.')
  await picture(host, 'l11-requests-desk')
  const accepted = await relay.next('fournil@exemple.example')
  expect(accepted.subject).toContain('Votre stand est accepté')
  expect(accepted.text).toContain('Bienvenue, venez avec votre four.')
  await page.goto(own)
  await page.getByRole('radio', { name: 'cherchez' }).check()
  await page.getByLabel('En une phrase').fill('Une remorque pour le four')
  await page.getByRole('button', { name: 'Afficher' }).click()
  await page.getByRole('link', { name: 'Voir la fiche publiée' }).click()
  await page.getByText('Une remorque pour le four').waitFor()
  expect(await page.locator('main').innerText()).not.toContain('fournil@exemple.example')
  await fits(page)
  await picture(page, 'l11-sheet-phone')
  await page.getByLabel('Votre nom').fill('Zoé')
  await page.getByLabel('Votre adresse électronique').fill('zoe-remorque@exemple.example')
  await page.getByLabel('Votre message').fill('J’en ai une.')
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await page.getByRole('heading', { name: 'C’est parti' }).waitFor()
  const letter = await relay.next('fournil@exemple.example')
  expect(letter.replyTo?.value[0]?.address).toBe('zoe-remorque@exemple.example')
}

/** One place: a visitor has it, another waits, is offered it, and is let in with what the letter brought. */
async function registration(stage: Stage) {
  const { visitor, admin, network, relay } = stage
  const host = await admin(network)
  const path = await announceOpen(host, 'Atelier du forum, une place', 1)
  const register = async (name: string, email: string, button: string) => {
    const page = await visitor(network, { viewport: phone })
    await askForPlace(page, stage, path, { name, email, button }, fits)
    return page
  }
  const first = await register('Awa Imaginaire', 'awa-l11@exemple.example', 'Recevoir le lien')
  await first.getByRole('button', { name: 'S’inscrire', exact: true }).click()
  await first.getByRole('heading', { name: 'Vous êtes inscrit·e' }).waitFor()
  await first.getByRole('img', { name: 'Code QR à montrer à l’entrée' }).waitFor()
  await fits(first)
  await picture(first, 'l11-registered-phone')
  const done = await relay.next('awa-l11@exemple.example')
  expect(done.attachments.map(({ contentType }) => contentType)).toEqual([
    'text/calendar',
    'image/png',
    'application/ics',
  ])
  const second = await register(
    'Bruno Imaginaire',
    'bruno-l11@exemple.example',
    'Recevoir le lien pour la liste d’attente',
  )
  await second.getByRole('button', { name: 'M’inscrire sur la liste d’attente' }).click()
  await second.getByText('Vous êtes en tête de la liste.').waitFor()
  await relay.next('bruno-l11@exemple.example')
  await first.getByRole('button', { name: 'Laisser ma place' }).click()
  const offer = await relay.next('bruno-l11@exemple.example')
  expect(offer.subject).toContain('Une place pour vous')
  await second.goto(linkIn(offer.text, 'demandes'))
  await picture(second, 'l11-offered-phone')
  await second.getByRole('button', { name: 'Prendre la place' }).click()
  await second.getByRole('heading', { name: 'Vous êtes inscrit·e' }).waitFor()
  const ticket = linkIn((await relay.next('bruno-l11@exemple.example')).text, 'billet')
  await second.goto(ticket)
  expect(await second.getByRole('button', { name: 'Noter l’arrivée' }).count()).toBe(0)
  await host.goto(ticket)
  await picture(host, 'l11-ticket-desk')
  await host.getByRole('button', { name: 'Noter l’arrivée' }).click()
  await host.getByText('L’arrivée est notée.').waitFor()
  await host.getByRole('link', { name: 'Retour à l’accueil' }).click()
  expect(await host.locator('.stats').innerText()).toMatch(
    /Personnes présentes\s+1\s+Personnes attendues\s+1/,
  )
  await picture(host, 'l11-door-desk')
  await host.goto(`${path}/badges`)
  await host.getByText('Bruno Imaginaire').waitFor()
}

/** Written for a debate, they are on its page and on the forum's. */
async function minutes({ visitor, admin, network }: Stage) {
  const host = await admin(network)
  await host.goto('/agenda')
  await host.getByRole('link', { name: 'Forum de l’économie sociale et solidaire' }).first().click()
  await host.locator('.programme h3 a').first().click()
  const debate = new URL(host.url()).pathname
  await fillIn(host, '/actualites/nouveau', {
    Titre: 'Ce qui s’est dit du commerce équitable',
    'En une ou deux phrases': 'Compte rendu de démonstration\u00a0: rien de cela n’a eu lieu.',
  })
  await unfold(host, 'Un compte rendu de réunion')
  await host.getByLabel('L’événement').fill(debate)
  await publish(host)
  const page = await visitor(network)
  await page.goto(debate)
  await page.getByRole('link', { name: 'Ce qui s’est dit du commerce équitable' }).waitFor()
}

/** On the calendar of the hub that follows: from where each comes, and what the month amounts to. */
async function november({ visitor, coop, network }: Stage) {
  const page = await visitor(coop, { viewport: desk })
  const year = nextForumYear()
  await page.goto(`/agenda/mois-de-l-ess/${year}`)
  await page.getByRole('heading', { name: `Mois de l’ESS ${year}` }).waitFor()
  const link = page.getByRole('link', { name: 'Forum de l’économie sociale et solidaire' })
  await link.waitFor()
  await page.getByText('Courbevoie (92)').first().waitFor()
  await picture(page, 'l12-november-desk')
  await page.setViewportSize(phone)
  await fits(page)
  await picture(page, 'l12-november-phone')
  await page.goto(`/agenda/mois/${year}-11?origin=hub`)
  await page.getByText('Rien n’est annoncé ce mois-ci.').waitFor()
  const dark = await visitor(network, { viewport: desk, dark: true, scripts: true })
  await dark.goto(`/agenda/mois/${year}-11`)
  await accessible(dark)
  await picture(dark, 'l12-month-dark')
}

/** The next 28 November: the demonstration puts its forum there. */
function nextForumYear(): string {
  const today = new Date().toISOString()
  const year = Number(today.slice(0, 4))
  return String(today.slice(0, 10) < `${year}-11-28` ? year : year + 1)
}
