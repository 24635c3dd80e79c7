import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { until } from '../support/until.ts'

export interface Relay {
  /** For SMTP_URL. */
  url: string
  /** The first letter to this address, about this, that has not been read yet. */
  next(to: string, about?: RegExp): Promise<ParsedMail>
  /** How many wait to be read there. */
  waiting(to: string): number
  close(): Promise<void>
}

/** The link of a letter that leads to this room: `linkIn(letter.text, 'stand')`; empty where there is none. */
export const linkIn = (text: string | undefined, room: string): string =>
  new RegExp(`https?://\\S+/${room}/\\S+`).exec(text ?? '')?.[0] ?? ''

/** A relay on this machine, and everybody's mailbox. */
export async function openRelay(): Promise<Relay> {
  const boxes: { to: string; mail: ParsedMail }[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then((mail) => {
        for (const { address } of envelope.rcptTo) boxes.push({ to: address, mail })
        done()
      }, done)
    },
  })
  // A hub that is ended while its last letter is on the way cuts the line: no fault of whoever reads the letters.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    next: (to, about = /^/) =>
      until(`a letter to ${to}`, () => {
        const at = boxes.findIndex(({ to: owner, mail }) => owner === to && about.test(mail.subject ?? ''))
        return at === -1 ? null : boxes.splice(at, 1)[0]?.mail
      }),
    waiting: (to) => boxes.filter((box) => box.to === to).length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
