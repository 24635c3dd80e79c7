import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { letter } from '../../server/accounts/letters.ts'
import { openMailer } from '../../server/mail/mailer.ts'

const hub = {
  origin: 'https://reseau.example',
  settings: { name: 'Le Réseau', tagline: '', accent: null, logo: null },
}
const open: SMTPServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** A relay on this machine; resolves with what it was given. */
async function relay(refuses = false): Promise<{ url: string; received: ParsedMail[]; envelopes: string[] }> {
  const received: ParsedMail[] = []
  const envelopes: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      envelopes.push(address)
      done(refuses ? new Error('no such mailbox') : null)
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      }, done)
    },
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, received, envelopes }
}

test('a letter arrives with its accents, in subject and text, from the hub’s own address', async () => {
  const { url, received } = await relay()
  const mailer = openMailer({ smtpUrl: url, mailFrom: 'Le Réseau <hub@reseau.example>' }, hub)
  const link = 'https://reseau.example/invitation/abc'
  await mailer?.(
    letter('invitation', { email: 'zoe@asso.example', locale: 'fr' }, { hub: 'Œuvrons à côté', link }),
  )
  const [mail] = received
  expect(mail?.subject).toBe('Votre invitation sur Œuvrons à côté')
  expect(mail?.text).toContain('Vous êtes invité·e à rejoindre')
  expect(mail?.text).toContain(link)
  expect(mail?.from?.value).toEqual([{ address: 'hub@reseau.example', name: 'Le Réseau' }])
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
})

test('an attachment travels with its name and type', async () => {
  const { url, received } = await relay()
  const mailer = openMailer({ smtpUrl: url, mailFrom: 'hub@reseau.example' }, hub)
  const calendar = { filename: 'réunion.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }
  await mailer?.({ to: 'zoe@asso.example', subject: 'x', text: 'x', attachments: [calendar] })
  const [attached] = received[0]?.attachments ?? []
  expect(attached).toMatchObject({ filename: 'réunion.ics', contentType: 'text/calendar' })
  expect(attached?.content.toString()).toContain('BEGIN:VCALENDAR')
})

test('what is sent again and again can be ended by one press in the mailbox', async () => {
  const { url, received } = await relay()
  const mailer = openMailer({ smtpUrl: url, mailFrom: 'hub@reseau.example' }, hub)
  const unsubscribe = `https://reseau.example/alertes/fin/${'r'.repeat(43)}/${'k'.repeat(43)}`
  await mailer?.({ to: 'zoe@asso.example', subject: 'x', text: 'x', unsubscribe })
  await mailer?.({ to: 'zoe@asso.example', subject: 'x', text: 'x' })
  const [often, once] = received
  const header = (mail: ParsedMail | undefined, name: string) =>
    // A long line is folded (RFC 5322 §2.2.3).
    mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r\n /g, ' ')
  expect(header(often, 'list-unsubscribe')).toMatch(/^List-Unsubscribe: *<https:[^>]*>$/)
  expect(header(often, 'list-unsubscribe')).toContain(`<${unsubscribe}>`)
  expect(header(often, 'list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(header(once, 'list-unsubscribe')).toBe(undefined)
})

test('a line break in an address or subject adds no recipient and no header', async () => {
  const { url, received, envelopes } = await relay()
  const mailer = openMailer({ smtpUrl: url, mailFrom: 'hub@reseau.example' }, hub)
  await mailer?.({ to: 'zoe@asso.example', subject: 'Bonjour\r\nBcc: autre@ailleurs.example', text: 'x' })
  expect(envelopes).toEqual(['zoe@asso.example'])
  expect(received[0]?.headers.has('bcc')).toBe(false)
})

test('a relay that refuses or is not there is told to the caller', async () => {
  const { url } = await relay(true)
  const refused = openMailer({ smtpUrl: url, mailFrom: 'hub@reseau.example' }, hub)
  const written = { to: 'zoe@asso.example', subject: 'x', text: 'x' }
  await expect(refused?.(written)).rejects.toThrow(/no such mailbox/)
  const absent = openMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'hub@reseau.example' }, hub)
  await expect(absent?.(written)).rejects.toThrow()
})

test('without SMTP_URL there is no mailer', () => {
  expect(openMailer({ smtpUrl: undefined, mailFrom: undefined }, hub)).toBeNull()
})
