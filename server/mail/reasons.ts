import { catalogue } from '../../views/language.tsx'

/** Why somebody gets a letter, and how it ends. */
export type Reason = keyof (typeof reasons)['fr']

export const reasons = catalogue('server/mail/reasons', {
  fr: {
    typed:
      'Vous recevez ce message parce que quelqu’un a écrit votre adresse dans un formulaire de notre site. Si ce n’est pas vous, il n’y a rien à faire.',
    account:
      'Vous recevez ce message parce qu’il concerne votre compte sur notre site. Ce n’est pas un abonnement.',
    follows:
      'Vous recevez ce message parce que vous avez fait une demande sur notre site. Il ne parle que d’elle\u00a0: si vous la retirez, vous n’en recevrez plus.',
    runs: 'Vous recevez ce message parce que vous aidez à tenir notre site. Pour ne plus en recevoir, demandez qu’une autre personne prenne ce rôle.',
    publishes:
      'Vous recevez ce message parce que votre adresse est celle qui suit une page de notre site. Pour ne plus en recevoir, changez l’adresse donnée sur cette page, ou retirez la page.',
    directory:
      'Vous recevez ce message parce que cette adresse est dans l’annuaire de notre site. Pour ne plus en recevoir, demandez à l’enlever de la fiche.',
    alert:
      'Vous recevez ce message parce que vous avez demandé cette alerte. Elle s’arrête par les liens ci-dessus.',
    member:
      'Vous recevez ce message parce que vous avez un compte sur notre site. Les liens ci-dessus changent ce que vous recevez, ou y mettent fin.',
    reminder:
      'Vous recevez ce message parce que vous avez publié cette annonce sur notre site. Le lien ci-dessus met fin à ces rappels.',
    reported:
      'Vous recevez ce message, une seule fois, parce que cette adresse a été donnée avec un signalement sur notre site.',
  },
  en: {
    typed:
      'You get this message because somebody typed your address in a form on our site. If it was not you, there is nothing to do.',
    account: 'You get this message because it is about your account on our site. It is not a subscription.',
    follows:
      'You get this message because you asked for something on our site. It is about that alone: if you take it back, you will get no more.',
    runs: 'You get this message because you help to run our site. To get no more, ask somebody else to take on that role.',
    publishes:
      'You get this message because your address is the one given for a page of our site. To get no more, change the address given on that page, or withdraw the page.',
    directory:
      'You get this message because this address is in the directory of our site. To get no more, ask for it to be removed from the page.',
    alert: 'You get this message because you asked for this alert. The links above end it.',
    member:
      'You get this message because you have an account on our site. The links above change what you receive, or end it.',
    reminder:
      'You get this message because you published this listing on our site. The link above ends these reminders.',
    reported: 'You get this message once, because this address was given with a report on our site.',
  },
})
