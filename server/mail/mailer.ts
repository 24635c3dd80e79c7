import type { Config } from '../config.ts'
import type { Letter, Mailer } from '../deps.ts'
import { buttonOf, type Identified } from './colours.ts'
import { pageOfText } from './html.ts'

/** Long enough for a slow relay, short enough for a person who waits for the page. */
const timeouts = {
  connectionTimeout: 8_000,
  greetingTimeout: 8_000,
  socketTimeout: 20_000,
  dnsTimeout: 5_000,
}

/** The hub, whose name and colour may change while it runs. */
export type Sender = Identified & { readonly origin: string }

/** Null without SMTP_URL. The library and the connection come with the first letter. */
export function openMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom'>, hub: Sender): Mailer | null {
  const { smtpUrl, mailFrom } = config
  if (smtpUrl === undefined || mailFrom === undefined) return null
  let transport: ReturnType<typeof connect> | undefined
  return async (letter) => {
    transport ??= connect(smtpUrl)
    await (await transport).sendMail({ ...messageOf(letter, hub), from: mailFrom })
  }
}

function messageOf({ unsubscribe, language, calendar, thread, html, ...letter }: Letter, hub: Sender) {
  const { origin } = hub
  return {
    ...letter,
    html: html?.(buttonOf(hub)) ?? pageOfText({ ...letter, ...(language && { language }) }, origin),
    // Beside the text, where mailboxes look for it, and as a file for those that do not.
    ...(calendar && { icalEvent: calendar }),
    // No letter bears this id: it is the root that those of one exchange share (RFC 5322 §3.6.4).
    ...(thread !== undefined && { references: `<${thread}@${new URL(origin).hostname}>` }),
    headers: {
      // Asks absence notices not to answer (RFC 3834 §5).
      'Auto-Submitted': 'auto-generated',
      ...(language && { 'Content-Language': language }),
      // https://www.rfc-editor.org/rfc/rfc8058#section-3.1
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

async function connect(url: string) {
  const { createTransport } = await import('nodemailer')
  return createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
}
