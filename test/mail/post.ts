import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface Post {
  /** For SMTP_URL. */
  url: string
  /** As it came, and as a mailbox understands it. */
  received: { mail: ParsedMail; source: string; recipients: string[] }[]
  close(): Promise<void>
}

/** A relay on this machine that keeps what it is given, byte for byte. */
export async function openPost(): Promise<Post> {
  const received: Post['received'] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, { envelope }, done) => {
      keep(stream).then((source) => {
        const recipients = envelope.rcptTo.map(({ address }) => address)
        return simpleParser(source).then((mail) => {
          received.push({ mail, source: source.toString('latin1'), recipients })
          done()
        })
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function keep(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
