import { catalogue } from '../../../views/language.tsx'
import { keptDays as inquiriesKept, longestDays } from '../../inquiries/forget.ts'
import { keptDays } from '../../messages/commands.ts'
import { keptDays as projectsKept } from '../../submissions/forget.ts'
import { keptDays as visitsKept } from '../../visits/forget.ts'

/**
 * What each footer page says before the admin has written it: what the page is for, and what the software
 * itself does, which is true of every hub. Markdown.
 */
export const defaultPages = catalogue('server/web/home/default-pages', {
  fr: {
    legal: `Cette page doit dire qui publie ce site, qui l’héberge, et comment les joindre.`,
    privacy: `Cette page doit dire qui répond des données personnelles, combien de temps elles sont gardées, et à qui écrire pour les consulter ou les faire effacer.

## Ce que fait le logiciel

- Lire ne demande pas de compte et ne dépose aucun cookie, sauf celui qui retient la langue quand on la choisit.
- Se connecter dépose un cookie, qui sert à rester connecté et à rien d’autre.
- Les pages n’appellent aucun autre site\u00a0: ni mesure d’audience, ni publicité, ni police de caractères venue d’ailleurs.
- Ce qui est publié ici est envoyé aux serveurs qui suivent ce site. Un texte retiré leur est signalé, et chacun d’eux décide de l’effacer.
- Un message reçu d’un autre serveur n’est lu que par les personnes qui éditent, modèrent ou administrent ce site\u00a0; il est effacé ${keptDays}\u00a0jours après avoir été traité.
- Une candidature, une demande ou une inscription envoyée sans compte n’est lue que par les personnes qui publient l’annonce ; elle est effacée ${inquiriesKept} jours après avoir été traitée ou après la fin de l’annonce, et au plus tard au bout de ${longestDays} jours. Qui l’a écrite peut la retirer par le lien reçu par e-mail.
- Un projet déposé pour un appel n’est lu que par les personnes qui publient l’appel et par son jury\u00a0; il est effacé ${projectsKept} jours après la décision, avec ses fichiers. Qui l’a écrit peut le retirer avant la décision, par le lien reçu par e-mail.
- Une demande d’intervention faite par un établissement n’est lue que par la structure\u00a0; le nom et l’adresse de qui demande sont effacés ${visitsKept}\u00a0jours après la fin, ou avant, par le lien reçu par e-mail. Restent le jour et le nombre d’élèves d’une intervention tenue.
- La photo qu’un·e membre donne de soi s’affiche à côté de ses réponses, ici et sur les autres serveurs si ce compte y est connu. Elle se retire depuis la page «\u00a0Mon compte\u00a0».
- Chaque membre peut emporter ses données et effacer son compte depuis la page «\u00a0Mon compte\u00a0».`,
    terms: `Cette page doit dire ce qui peut être publié ici, par qui, et ce qui sera retiré.

Chaque page publiée indique sa licence. Sans licence, son texte reste à qui l’a écrit.`,
    contact: `Cette page doit dire comment joindre les personnes qui tiennent ce site, et à qui signaler un contenu illicite.`,
    accessibility: `Ce site veut servir à tout le monde\u00a0: sur un vieux téléphone, au clavier, avec un lecteur d’écran, en grands caractères.

## État

Le site est **non conforme** au RGAA\u00a04.1, parce qu’aucun audit n’a été fait. Cela ne veut pas dire que rien ne marche\u00a0: voici ce qui est vérifié, et ce qui ne l’est pas.

## Ce qui est vérifié

À chaque changement du logiciel, des outils automatiques parcourent ses pages\u00a0:

- axe cherche les fautes de contraste, de titres, d’étiquettes et de structure (WCAG\u00a02.2, niveaux A et AA), et regarde de nouveau les contrastes en couleurs sombres\u00a0;
- deux validateurs lisent le code des pages\u00a0;
- les pages tiennent dans un écran de 320\u00a0pixels, sans JavaScript\u00a0;
- les parcours principaux sont refaits sur téléphone et sur ordinateur, avec et sans JavaScript\u00a0;
- ce que l’on vient faire le plus souvent est refait au clavier seul\u00a0: on voit toujours où l’on est, et rien ne retient.

## Ce qui ne l’est pas

- Aucune personne certifiée n’a audité ce site.
- Aucun essai n’a été mené avec des personnes handicapées.
- Les outils automatiques ne voient qu’une partie des fautes.
- Les images, les documents et les textes publiés par les organisations dépendent d’elles, tout comme ce qui vient d’autres serveurs.

## Signaler un problème

Quelque chose vous bloque\u00a0? Dites-le par la page [Signaler](/signaler), avec l’adresse de la page et ce que vous vouliez faire. Laissez votre adresse e-mail pour recevoir une réponse. Les personnes qui tiennent le site vous diront ce qui peut être fait, ou vous donneront l’information d’une autre façon.

Sans réponse, vous pouvez écrire au [Défenseur des droits](https://formulaire.defenseurdesdroits.fr/).

## Date

Cette page a été écrite avec le logiciel, le 30\u00a0novembre\u00a02026. Les personnes qui tiennent le site peuvent la remplacer par leur propre déclaration.`,
  },
  en: {
    legal: `This page must say who publishes this site, who hosts it, and how to reach them.`,
    privacy: `This page must say who answers for personal data, how long it is kept, and whom to write to in order to see it or have it erased.

## What the software does

- Reading needs no account and sets no cookie, except the one that remembers the language when you choose it.
- Signing in sets a cookie, which keeps you signed in and does nothing else.
- Pages call no other site: no audience measurement, no advertising, no font from elsewhere.
- What is published here is sent to the servers that follow this site. A text that is withdrawn is made known to them, and each of them decides whether to erase it.
- A message from another server is read only by people who edit, moderate or administer this site; it is erased ${keptDays} days after it was handled.
- An application, a request or a registration sent without an account is read only by those who publish the entry; it is erased ${inquiriesKept} days after it was handled or the listing was over, and after ${longestDays} days at the latest. Whoever wrote it can take it back by the link received by e-mail.
- A project submitted to a call is read only by those who publish the call and by its jury; it is erased ${projectsKept} days after the decision, with its files. Whoever wrote it can take it back before the decision, by the link received by e-mail.
- A school’s request for a talk is read only by the structure; the name and address of whoever asks are erased ${visitsKept} days after the end, or before, by the link received by e-mail. The day and the number of pupils of a talk that was held stay.
- The picture that a member gives of themselves is shown beside their answers, and on other servers if their account is known there. It is removed on the page “My account”.
- Every member can take their data away and erase their account from the page “My account”.`,
    terms: `This page must say what may be published here, by whom, and what will be withdrawn.

Each published page says its licence. Without a licence, its text remains its author’s.`,
    contact: `This page must say how to reach the people who run this site, and whom to tell about illegal content.`,
    accessibility: `This site wants to serve everybody: on an old phone, by keyboard, with a screen reader, in large print.

## State

The site is **not compliant** with the French RGAA 4.1, because no audit was made. That does not mean that nothing works: this is what is checked, and what is not.

## What is checked

At each change of the software, automatic tools go through its pages:

- axe looks for faults of contrast, headings, labels and structure (WCAG 2.2, levels A and AA), and looks at contrasts again in dark colours;
- two validators read the code of the pages;
- the pages fit a screen of 320 pixels, without JavaScript;
- the main journeys are walked on a phone and on a computer, with JavaScript and without;
- what people come to do most often is done by keyboard alone: one always sees where one is, and nothing is a trap.

## What is not

- No certified person has audited this site.
- No trial was made with disabled people.
- Automatic tools see only some of the faults.
- Pictures, documents and texts that organisations publish depend on them, and so does what comes from other servers.

## Report a problem

Does something stop you? Tell us by the page [Report](/signaler), with the address of the page and what you wanted to do. Leave an e-mail address to get an answer. The people who run the site will tell you what can be done, or give you the information in another way.

Without an answer, you may write to the French [Defender of Rights](https://formulaire.defenseurdesdroits.fr/).

## Date

This page was written with the software, on 30 November 2026. The people who run the site may put their own statement in its place.`,
  },
})
