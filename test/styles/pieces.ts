import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../support/dist.ts'

// What the pages of a room are made of: a component that one file of `views/` lets another use.

const imports = /^import \{([^}]*)\} from '(\.[^']+\.tsx)'/gm

export function piecesOfPages(): { name: string; file: string }[] {
  const found = new Map<string, { name: string; file: string }>()
  for (const user of globSync('views/**/*.tsx', { cwd: root }).filter((file) => !isOfStyles(file)))
    for (const [, names = '', from = ''] of readFileSync(join(root, user), 'utf8').matchAll(imports)) {
      const file = join(dirname(user), from)
      if (file.startsWith('views/components/') || dirname(file) === 'views') continue
      for (const name of names.split(',').map((one) => one.trim().split(' ')[0] ?? ''))
        if (/^[A-Z]/.test(name)) found.set(`${file} ${name}`, { name, file })
    }
  return [...found.values()]
}

const isOfStyles = (file: string): boolean => file.startsWith('views/styles/')

const onItsPage = 'Stands on one sort of page, which is visited whole in test/e2e.'
const ofAForm = 'Questions of one form, made of components that are shown.'
const isWithin = 'Is a part of a piece that is shown.'
const noLook = 'Has no look of its own, or is seen by nobody.'

/** By file, or by name where the rest of its file is shown. */
export const notShown: Readonly<Record<string, string>> = {
  'views/accounts/inviting.tsx': ofAForm,
  'views/accounts/kept.tsx': onItsPage,
  'views/accounts/own-fields.tsx': ofAForm,
  'views/accounts/security.tsx': noLook,
  'views/alerts/save.tsx': ofAForm,
  'views/assemblies/decisions.tsx': onItsPage,
  'views/assemblies/seats.tsx': onItsPage,
  'views/assemblies/work.tsx': onItsPage,
  'views/commitments/measures.tsx': onItsPage,
  ActsFromHome: isWithin,
  AdviceItems: isWithin,
  'views/entries/answer.tsx': isWithin,
  'views/entries/editor-groups.tsx': ofAForm,
  'views/entries/editor-sharing.tsx': ofAForm,
  'views/entries/entry-foot.tsx': onItsPage,
  'views/entries/list-foot.tsx': onItsPage,
  'views/entries/list-head.tsx': isWithin,
  // The preview beside the form and the dialog over it: test/e2e/scripts.test.ts goes through both.
  'views/entries/live.tsx': onItsPage,
  VersionsFrame: onItsPage,
  'views/entries/voice.tsx': isWithin,
  'views/facilitation/closing.tsx': onItsPage,
  'views/facilitation/exchange.tsx': onItsPage,
  'views/facilitation/trace.tsx': onItsPage,
  'views/groupings/call-form.tsx': ofAForm,
  'views/home/about.tsx': onItsPage,
  'views/home/first-screen.tsx': onItsPage,
  'views/inquiries/inquire.tsx': noLook,
  'views/messages/message.tsx': onItsPage,
  'views/moderation/block-form.tsx': ofAForm,
  'views/moderation/decision-form.tsx': ofAForm,
  'views/moderation/forwarding.tsx': ofAForm,
  'views/moderation/thing.tsx': onItsPage,
  'views/months/calendar.tsx': isWithin,
  'views/network/delivery-list.tsx': onItsPage,
  HostFacts: onItsPage,
  HostActions: onItsPage,
  'views/network/neighbour.tsx': onItsPage,
  'views/network/nobody-follows.tsx': onItsPage,
  'views/network/refusals.tsx': onItsPage,
  'views/network/voices.tsx': onItsPage,
  'views/network/way.tsx': noLook,
  'views/networks/heading.tsx': noLook,
  'views/networks/memberships.tsx': onItsPage,
  'views/networks/need-card.tsx': onItsPage,
  'views/networks/panel.tsx': onItsPage,
  'views/networks/party.tsx': onItsPage,
  'views/places/drawing.tsx': isWithin,
  'views/programme/programme.tsx': onItsPage,
  'views/registrations/ticket.tsx': onItsPage,
  'views/settings/identity-preview.tsx': onItsPage,
  'views/shell/footer.tsx': 'Stands under /styles as under every page.',
  'views/shell/head.tsx': noLook,
  'views/shell/header.tsx': 'Stands over /styles as over every page.',
  CompareForm: isWithin,
  'views/specifications/frame.tsx': onItsPage,
  'views/stands/ask.tsx': ofAForm,
  'views/stands/sheet.tsx': onItsPage,
  'views/stands/trap.tsx': noLook,
  'views/submissions/files.tsx': ofAForm,
  'views/submissions/jury-members.tsx': onItsPage,
  'views/submissions/read-only.tsx': onItsPage,
  'views/submissions/take-back.tsx': ofAForm,
  'views/visits/answers.tsx': ofAForm,
}
