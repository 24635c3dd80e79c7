import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

export const elsewhereTexts = catalogue('views/elsewhere/texts', {
  fr: {
    title: {
      suivre: 'Suivre depuis votre serveur',
      repondre: 'Répondre depuis votre serveur',
      partager: 'Partager depuis votre serveur',
      aimer: 'Aimer depuis votre serveur',
    },
    about: {
      suivre: 'Vous allez suivre',
      repondre: 'Vous allez répondre à',
      partager: 'Vous allez partager',
      aimer: 'Vous allez aimer',
    },
    answerOf: (name: string, title: string) => `la réponse ${ofName(name)} sous «\u00a0${title}\u00a0»`,
    lead: 'Pas besoin de compte ici\u00a0: si vous en avez un sur Mastodon ou ailleurs dans le fédivers, ces réseaux qui se parlent d’un site à l’autre, il suffit.',
    theirs: (host: string) => `Cette page vient de ${host}\u00a0: c’est là que cela se verra.`,
    field: 'Votre serveur',
    server: 'Votre nom là-bas, ou le nom de votre serveur',
    serverHint:
      'Par exemple @camille@mastodon.example, ou mastodon.example. Nous demandons à ce serveur où vous conduire, et ne gardons rien.',
    go: 'Continuer sur mon serveur',
    tooMany:
      'Beaucoup de demandes sont venues de votre adresse. Attendez quelques minutes, ou passez par la recherche de votre serveur.',
    faults: {
      unreadable: (_: string) => 'Écrivez @nom@serveur, ou le nom du serveur seul\u00a0: mastodon.example.',
      own: (_: string) => 'C’est ce site-ci. Si vous y avez un compte, connectez-vous plutôt.',
      private: (host: string) => `${host} n’est pas l’adresse d’un site public.`,
      blocked: (host: string) => `${host} est bloqué ici\u00a0: ce qui viendrait de là n’arriverait pas.`,
      'not-chosen': (host: string) =>
        `Ce site n’échange qu’avec des serveurs choisis, et ${host} n’en fait pas partie\u00a0: ce qui viendrait de là n’arriverait pas.`,
      busy: (host: string) =>
        `On demande beaucoup à ${host} en ce moment. Réessayez dans une minute, ou passez par sa recherche.`,
      unreachable: (host: string) =>
        `${host} ne répond pas. Vérifiez le nom, ou passez par la recherche de votre serveur.`,
      unknown: (host: string) =>
        `${host} ne connaît pas ce nom. Vérifiez-le, ou passez par la recherche de votre serveur.`,
      unable: (host: string) => `${host} ne dit pas où faire cela. Passez par la recherche de votre serveur.`,
    },
    guess: {
      title: 'Tenter quand même',
      text: (host: string) =>
        `Mastodon et ses proches ont une page pour cela. Nous devinons son adresse chez ${host}, sans savoir si elle existe.`,
      go: (host: string) => `Essayer sur ${host}`,
    },
    hand: {
      title: 'Par la recherche de votre serveur',
      suivre: 'Copiez ce nom, collez-le dans la recherche de votre serveur, puis suivez-le.',
      repondre: 'Copiez cette adresse, collez-la dans la recherche de votre serveur, puis répondez.',
      partager: 'Copiez cette adresse, collez-la dans la recherche de votre serveur, puis partagez.',
      aimer: 'Copiez cette adresse, collez-la dans la recherche de votre serveur, puis aimez.',
      name: 'Nom à copier',
      address: 'Adresse à copier',
    },
    leaving: {
      title: 'Votre serveur vous envoie ailleurs',
      text: (host: string) =>
        `Le serveur que vous avez nommé répond que c’est chez ${host} que cela se fait. Continuez si ce nom est bien celui de votre serveur.`,
      go: (host: string) => `Continuer sur ${host}`,
      back: 'Revenir',
    },
    acts: {
      title: 'Depuis votre propre serveur',
      follow: 'Suivre depuis mon serveur',
      followShort: 'Suivre',
      followOf: (handle: string) => `Suivre ${handle} depuis mon serveur`,
      repondre: 'Répondre',
      partager: 'Partager',
      aimer: 'Aimer',
      fromHome: (act: string) => `${act} depuis mon serveur`,
    },
  },
  en: {
    title: {
      suivre: 'Follow from your server',
      repondre: 'Reply from your server',
      partager: 'Share from your server',
      aimer: 'Like from your server',
    },
    about: {
      suivre: 'You are about to follow',
      repondre: 'You are about to reply to',
      partager: 'You are about to share',
      aimer: 'You are about to like',
    },
    answerOf: (name: string, title: string) => `the answer of ${name} under “${title}”`,
    lead: 'No account is needed here: one on Mastodon or elsewhere on the fediverse, the networks that talk to one another from site to site, is enough.',
    theirs: (host: string) => `This page comes from ${host}: that is where it will show.`,
    field: 'Your server',
    server: 'Your name there, or the name of your server',
    serverHint:
      'For example @camille@mastodon.example, or mastodon.example. We ask that server where to take you, and keep nothing.',
    go: 'Continue on my server',
    tooMany:
      'Many requests came from your address. Wait a few minutes, or go through the search of your server.',
    faults: {
      unreadable: (_: string) => 'Write @name@server, or the name of the server alone: mastodon.example.',
      own: (_: string) => 'That is this very site. If you have an account here, sign in instead.',
      private: (host: string) => `${host} is not the address of a public site.`,
      blocked: (host: string) => `${host} is blocked here: what comes from there would not arrive.`,
      'not-chosen': (host: string) =>
        `This site exchanges with chosen servers alone, and ${host} is none of them: what comes from there would not arrive.`,
      busy: (host: string) =>
        `Much is being asked of ${host} at the moment. Try again in a minute, or go through its search.`,
      unreachable: (host: string) =>
        `${host} does not answer. Check the name, or go through the search of your server.`,
      unknown: (host: string) =>
        `${host} does not know this name. Check it, or go through the search of your server.`,
      unable: (host: string) =>
        `${host} does not say where this is done. Go through the search of your server.`,
    },
    guess: {
      title: 'Try anyway',
      text: (host: string) =>
        `Mastodon and its kin have a page for this. We guess its address at ${host}, without knowing whether it exists.`,
      go: (host: string) => `Try on ${host}`,
    },
    hand: {
      title: 'Through the search of your server',
      suivre: 'Copy this name, paste it into the search of your server, then follow it.',
      repondre: 'Copy this address, paste it into the search of your server, then reply.',
      partager: 'Copy this address, paste it into the search of your server, then share it.',
      aimer: 'Copy this address, paste it into the search of your server, then like it.',
      name: 'Name to copy',
      address: 'Address to copy',
    },
    leaving: {
      title: 'Your server sends you elsewhere',
      text: (host: string) =>
        `The server you named answers that this is done at ${host}. Continue if that name is the one of your server.`,
      go: (host: string) => `Continue on ${host}`,
      back: 'Go back',
    },
    acts: {
      title: 'From your own server',
      follow: 'Follow from my server',
      followShort: 'Follow',
      followOf: (handle: string) => `Follow ${handle} from my server`,
      repondre: 'Reply',
      partager: 'Share',
      aimer: 'Like',
      fromHome: (act: string) => `${act} from my server`,
    },
  },
})
