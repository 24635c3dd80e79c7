import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import type { Story } from './stage.ts'

/** Letter L9: `c’est aussi soutenir le logiciel libre`. */
export const freeSoftware: Story = {
  proposal: 'L9, free software',
  title:
    'the shelf gathers who uses, helps and hosts, also from the neighbour; and the site gives its own source',
  async tell(stage) {
    const page = await stage.visitor(stage.network, { viewport: phone })
    await page.goto('/ressources')
    await page.getByRole('link', { name: 'Logiciels libres', exact: true }).click()
    const nextcloud = page.getByRole('region', { name: 'Nextcloud' })
    expect(await nextcloud.innerText()).toMatch(/1\s*organisation l’utilise · 1\s*organisation l’héberge/)
    await nextcloud.getByRole('link', { name: 'Les Serveurs du Canal' }).waitFor()
    expect(await page.getByRole('region', { name: 'GnuCash' }).innerText()).toContain('On cherche de l’aide')
    // What the co-op's own hub shares is on the same shelf, and says where it comes from.
    await until('the neighbour’s software', async () => {
      await page.reload()
      return page.getByRole('region', { name: 'Carnet de machines' }).isVisible()
    })
    expect(await page.getByRole('region', { name: 'Carnet de machines' }).innerText()).toContain(
      'sur localhost',
    )
    await fits(page)
    await picture(page, 'shelf-phone')

    // An organisation that is asked for help is one link away, and so is the source of what runs here.
    await nextcloud.getByRole('link', { name: 'Les Serveurs du Canal' }).click()
    await page.getByRole('heading', { level: 1, name: 'Les Serveurs du Canal' }).waitFor()
    await fits(page)
    await picture(page, 'organisation-phone')
    const source = await page.getByRole('link', { name: 'Logiciel libre Maillon' }).getAttribute('href')
    const packed = await page.request.get(source ?? '')
    expect(packed.status()).toBe(200)
    expect((await packed.body()).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))

    const desk = await stage.visitor(stage.network)
    await desk.goto('/annuaire')
    await desk.getByRole('link', { name: 'Carte', exact: true }).click()
    await picture(desk, 'map-desk')
    await desk.getByRole('link', { name: 'Hauts-de-Seine (92)', exact: true }).click()
    await desk.getByText('Régie des Berges').first().waitFor()
    const dark = await stage.visitor(stage.network, { viewport: phone, dark: true })
    await dark.goto('/annuaire/carte')
    await fits(dark)
    await picture(dark, 'map-phone-dark')
  },
}
