import type { Config } from '../config.ts'
import type { Letter, Mailer } from '../deps.ts'

/** Long enough for a slow relay, short enough for a person who waits for the page. */
const timeouts = {
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 20_000,
  dnsTimeout: 5_000,
}

/** Null without SMTP_URL. The library and the connection come with the first letter. */
export function openMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mailer | null {
  const { smtpUrl, mailFrom } = config
  if (smtpUrl === undefined || mailFrom === undefined) return null
  let transport: ReturnType<typeof connect> | undefined
  return async ({ unsubscribe, ...letter }: Letter) => {
    transport ??= connect(smtpUrl)
    await (
      await transport
    ).sendMail({
      ...letter,
      from: mailFrom,
      // Asks absence notices not to answer (RFC 3834 §5).
      headers: {
        'Auto-Submitted': 'auto-generated',
        // https://www.rfc-editor.org/rfc/rfc8058#section-3.1
        ...(unsubscribe !== undefined && {
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    })
  }
}

async function connect(url: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
}
